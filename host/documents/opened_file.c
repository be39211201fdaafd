/* opened_file.c - opens a file, counts its bytes with a meter, and identifies its format. */
#include "documents/opened_file.h"

#include "base/arena.h"
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static uint64_t size_of(const struct stream *s, int fd)
{
    struct stat st;

    if (s->fd >= 0)
        return s->expected;
    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? (uint64_t)st.st_size : UINT64_MAX;
}

struct opened_file *opened_file_over(int fd, const struct limits *limits)
{
    struct opened_file *f = memory_alloc(sizeof *f);
    struct stream *s = stream_fd(fd);

    f->meter = (struct unpack_meter){ .limits = limits, .size = size_of(s, fd) };
    s->meter = &f->meter;
    f->bytes = stream_identify(s);
    f->meter.in_pieces = f->bytes.format != MAGIC_NONE && !unpack_meter_knows_size(&f->meter);
    return f;
}

struct opened_file *opened_file_open(const char *path, int flags, const struct limits *limits,
                                     struct problem *why)
{
    int fd = open_to_read(path, O_NOCTTY | flags);

    if (fd >= 0)
        return opened_file_over(fd, limits);
    if (errno == ENOENT || errno == ENOTDIR)
        problem_set(why, PC_ERROR, "not-found", "there is no such file");
    else
        problem_set(why, PC_ERROR, "unreadable", "this file cannot be opened: %s", strerror(errno));
    return NULL;
}

void opened_file_close(struct opened_file *f)
{
    if (f != NULL)
        stream_close(f->bytes.stream);
    free(f);
}
