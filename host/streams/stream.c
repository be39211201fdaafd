/* stream.c - streams over file descriptors, and peeking at the first bytes of any stream. */
#include "streams/stream.h"

#include "base/arena.h"
#include "base/io.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- file descriptors ---- */

struct fd_stream {
    struct stream base;
    int fd;
};

enum { PIECE = 16 * 1024 };

/* Reads from a packed pipe up to the end of a piece. */
static ssize_t read_piece(int fd, void *buffer, size_t size, uint64_t before)
{
    size_t piece = PIECE - (size_t)(before % PIECE);

    return read_full(fd, buffer, size < piece ? size : piece);
}

static ssize_t fd_read(struct stream *s, void *buffer, size_t size)
{
    const struct fd_stream *f = (const struct fd_stream *)s;
    bool in_pieces = s->meter != NULL && s->meter->in_pieces;
    ssize_t got = in_pieces ? read_piece(f->fd, buffer, size, s->meter->packed)
                            : read_some(f->fd, buffer, size);

    if (got < 0)
        problem_set(&s->problem, PC_ERROR, "unreadable", "reading failed: %s", strerror(errno));
    else if (s->meter != NULL)
        s->meter->packed += (uint64_t)got;
    return got;
}

static bool fd_ready(struct stream *s)
{
    struct pollfd p = { ((const struct fd_stream *)s)->fd, POLLIN, 0 };

    return poll(&p, 1, 0) != 0; /* after an error, read() fails at once */
}

static void fd_close(struct stream *s)
{
    struct fd_stream *f = (struct fd_stream *)s;

    if (f->fd != STDIN_FILENO)
        close(f->fd);
    free(f);
}

struct stream *stream_fd(int fd)
{
    struct fd_stream *f = memory_alloc(sizeof *f);
    struct stat st;
    bool regular = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);

    *f = (struct fd_stream){ .base = { .read = fd_read,
                                       .ready = regular ? NULL : fd_ready,
                                       .close = fd_close,
                                       .fd = -1 },
                             .fd = fd };
    if (regular && lseek(fd, 0, SEEK_CUR) == 0) {
        f->base.fd = fd;
        f->base.end = INT64_MAX;
        f->base.expected = (uint64_t)st.st_size;
    }
    return &f->base;
}

/* ---- seekable files ---- */

ssize_t stream_read_at(const struct stream *s, void *buffer, size_t size, int64_t at)
{
    int64_t room = s->end - s->start;

    if (at >= room)
        return 0;
    if (size > (uint64_t)(room - at))
        size = (size_t)(room - at);
    return pread_full(s->fd, buffer, size, s->start + at);
}

int64_t stream_size(const struct stream *s)
{
    struct stat st;

    if (fstat(s->fd, &st) != 0)
        return 0;
    return (st.st_size < s->end ? st.st_size : s->end) - s->start;
}

/* ---- peeking ---- */

enum { READ_AHEAD = 4096 }; /* enough to read a small document in one call */

struct peeked {
    struct stream base;
    struct stream *inner;
    char *bytes; /* read from INNER; the N bytes from AT on have not been consumed */
    size_t at, n, room;
    bool over; /* INNER has ended with END and must not be read again: a
                * terminal would wait for more */
    ssize_t end;
};

static ssize_t peeked_read(struct stream *s, void *buffer, size_t size)
{
    struct peeked *p = (struct peeked *)s;
    ssize_t got;

    if (p->n > 0) {
        if (size > p->n)
            size = p->n;
        memcpy(buffer, p->bytes + p->at, size);
        p->at += size;
        p->n -= size;
        return (ssize_t)size;
    }
    if (p->over)
        return stream_ends(s, p->inner, p->end);
    got = stream_read(p->inner, buffer, size);
    return got > 0 ? got : stream_ends(s, p->inner, got);
}

static bool peeked_ready(struct stream *s)
{
    const struct peeked *p = (const struct peeked *)s;

    return p->n > 0 || p->over || stream_ready(p->inner);
}

static bool peeked_resume(struct stream *s)
{
    struct peeked *p = (struct peeked *)s;

    if (p->n > 0 || p->inner->resume == NULL || !p->inner->resume(p->inner))
        return false;
    p->over = false;
    s->problem = (struct problem){ .code = NULL };
    return true;
}

static void peeked_close(struct stream *s)
{
    struct peeked *p = (struct peeked *)s;

    stream_close(p->inner);
    free(p->bytes);
    free(p);
}

static struct peeked *peeked_over(struct stream **s)
{
    struct peeked *p;

    if ((*s)->read == peeked_read)
        return (struct peeked *)*s;
    p = memory_alloc(sizeof *p);
    *p = (struct peeked){ .base = { .read = peeked_read,
                                    .ready = peeked_ready,
                                    .close = peeked_close,
                                    .resume = peeked_resume,
                                    .fd = (*s)->fd,
                                    .start = (*s)->start,
                                    .end = (*s)->end,
                                    .meter = (*s)->meter,
                                    .expected = (*s)->expected,
                                    .unpacked = (*s)->unpacked },
                          .inner = *s };
    *s = &p->base;
    return p;
}

static void make_peek_room(struct peeked *p, size_t size)
{
    if (p->n > 0)
        memmove(p->bytes, p->bytes + p->at, p->n);
    p->at = 0;
    if (p->room < size) {
        p->bytes = memory_resize(p->bytes, size);
        p->room = size;
    }
}

ssize_t stream_peek(struct stream **s, void *buffer, size_t size)
{
    struct peeked *p = peeked_over(s);

    if (p->n < size)
        make_peek_room(p, size > READ_AHEAD ? size : READ_AHEAD);
    while (p->n < size && !p->over) {
        ssize_t got = stream_read(p->inner, p->bytes + p->n, p->room - p->n);

        if (got > 0) {
            p->n += (size_t)got;
        } else {
            p->over = true;
            p->end = got;
        }
    }
    if (p->n == 0 && p->over)
        return stream_ends(*s, p->inner, p->end);
    if (size > p->n)
        size = p->n;
    if (size > 0)
        memcpy(buffer, p->bytes + p->at, size);
    return (ssize_t)size;
}
