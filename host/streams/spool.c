/* spool.c - copies a stream to a temporary file.  The file has no name, so that it never remains
 * when the process ends. */
#include "streams/spool.h"

#include "base/arena.h"
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

const char *temporary_directory(void)
{
    const char *directory = getenv("TMPDIR");

    return directory != NULL && *directory != '\0' ? directory : "/tmp";
}

static int nameless_file(void)
{
    const char *directory = temporary_directory();
    char path[4096];
    int fd;

    fd = open(directory, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0 &&
        snprintf(path, sizeof path, "%s/paperconv-XXXXXX", directory) < (int)sizeof path) {
        fd = mkostemp(path, O_CLOEXEC); /* some file systems do not support files without a name */
        if (fd >= 0)
            unlink(path);
    }
    return fd;
}

static bool copy_to_file(struct stream *s, int fd, const struct limits *limits, struct problem *why)
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
        if (!write_full(fd, buffer, (size_t)got)) {
            problem_set(why, PC_ERROR, "archive-needs-file",
                        "the temporary copy of this archive cannot be written: %s",
                        strerror(errno));
            break;
        }
    }
    if (got < 0)
        *why = s->problem;
    free(buffer);
    return why->code == NULL;
}

struct stream *stream_spool(struct stream *s, const struct limits *limits, struct problem *why)
{
    struct stream *spooled = NULL;
    int fd = nameless_file();

    if (fd < 0) {
        problem_set(why, PC_ERROR, "archive-needs-file",
                    "there is no temporary file for this archive: %s", strerror(errno));
        goto out;
    }
    if (!copy_to_file(s, fd, limits, why))
        goto out;
    lseek(fd, 0, SEEK_SET);
    spooled = stream_fd(fd);
    spooled->meter = s->meter;
    fd = -1;
out:
    if (fd >= 0)
        close(fd);
    stream_close(s);
    return spooled;
}
