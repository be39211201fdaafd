/* spool.c - copies streams to the end of a file, and reads each copy as a part of that file. */
#include "streams/spool.h"

#include "base/arena.h"
#include "base/io.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct spooled {
    struct stream base;
    struct spool *spool;
    int64_t position;
};

struct spool spool_over(int fd)
{
    return (struct spool){ .fd = fd, .error = fd < 0 ? errno : 0 };
}

void spool_close(struct spool *spool)
{
    if (spool->fd >= 0)
        close(spool->fd);
    spool->fd = -1;
}

/* ---- reading a copy ---- */

static ssize_t spooled_read(struct stream *s, void *buffer, size_t size)
{
    struct spooled *p = (struct spooled *)s;
    ssize_t got = stream_read_at(s, buffer, size, p->position);

    if (got < 0)
        problem_set(&s->problem, PC_ERROR, "unreadable", "reading failed: %s", strerror(errno));
    else if (s->meter != NULL)
        s->meter->packed += (uint64_t)got;
    p->position += got > 0 ? got : 0;
    return got;
}

/* Frees the room on the disk.  If that fails, a later copy overwrites it. */
static bool shrink(struct spool *spool, int64_t used)
{
    spool->used = used;
    return ftruncate(spool->fd, used) == 0;
}

static void spooled_close(struct stream *s)
{
    struct spooled *p = (struct spooled *)s;

    if (p->spool->used == s->end)
        shrink(p->spool, s->start);
    free(p);
}

static struct stream *spooled_over(struct spool *spool, int64_t start, struct unpack_meter *meter)
{
    struct spooled *p = memory_alloc(sizeof *p);

    *p = (struct spooled){ .base = { .read = spooled_read,
                                     .close = spooled_close,
                                     .fd = spool->fd,
                                     .start = start,
                                     .end = spool->used,
                                     .meter = meter,
                                     .expected = (uint64_t)(spool->used - start) },
                           .spool = spool };
    return &p->base;
}

/* ---- copying ---- */

static bool write_copy(struct spool *spool, const char *bytes, size_t n, struct problem *why)
{
    if (lseek(spool->fd, spool->used, SEEK_SET) >= 0 && write_full(spool->fd, bytes, n)) {
        spool->used += (int64_t)n;
        return true;
    }
    problem_set(why, PC_ERROR, "archive-needs-file",
                "the temporary copy of this archive cannot be written: %s", strerror(errno));
    return false;
}

static bool copy_stream(struct spool *spool, struct stream *s, const struct limits *limits,
                        struct problem *why)
{
    char *buffer = memory_alloc(LAYER_BUFFER);
    uint64_t total = 0;
    ssize_t got;

    while ((got = stream_read(s, buffer, LAYER_BUFFER)) > 0) {
        total += (uint64_t)got;
        if (total > limits->of[LIMIT_SPOOL]) {
            limits_met(limits, LIMIT_SPOOL, why);
            break;
        }
        if (!write_copy(spool, buffer, (size_t)got, why))
            break;
    }
    if (got < 0)
        *why = s->problem;
    free(buffer);
    return why->code == NULL;
}

struct stream *stream_spool(struct spool *spool, struct stream *s, const struct limits *limits,
                            struct problem *why)
{
    const int64_t start = spool->used;
    struct stream *spooled = NULL;

    if (spool->fd < 0)
        problem_set(why, PC_ERROR, "archive-needs-file",
                    "there is no temporary file for this archive: %s", strerror(spool->error));
    else if (copy_stream(spool, s, limits, why))
        spooled = spooled_over(spool, start, s->meter);
    else
        shrink(spool, start);
    stream_close(s);
    return spooled;
}
