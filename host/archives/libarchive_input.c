/* libarchive_input.c - libarchive's callbacks over a stream. */
#include "archives/libarchive_input.h"

#include "base/arena.h"
#include "base/io.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static ssize_t read_file(struct libarchive_input *f)
{
    ssize_t got = pread_some(f->stream->fd, f->buffer, sizeof f->buffer, f->position);

    if (got < 0) {
        problem_set(&f->stream->problem, PC_ERROR, "unreadable", "reading failed: %s",
                    strerror(errno));
        return got;
    }
    f->position += got;
    if (f->stream->meter != NULL)
        f->stream->meter->packed += (uint64_t)got;
    return got;
}

/* A Rock Ridge entry may continue in another block, that one in a third, and so on without end.
 * Only one entry is allowed to: that of the root directory, which has no name. */
static bool goes_on_too_often(struct libarchive_input *f, size_t n)
{
    static const char goes_on[] = "CE\x1C\1"; /* never across the end of a block */
    const size_t length = sizeof goes_on - 1;
    const char *end = f->buffer + n, *p = f->buffer;

    while (!f->continued && (p = memmem(p, (size_t)(end - p), goes_on, length)) != NULL) {
        int64_t at = f->position - (end - p);

        f->continued = f->continued_at != 0 && f->continued_at != at;
        f->continued_at = at;
        p += length;
    }
    return f->continued;
}

static la_ssize_t libarchive_input_read(struct archive *a, void *data, const void **bytes)
{
    struct libarchive_input *f = data;
    ssize_t got =
        f->stream->fd >= 0 ? read_file(f) : stream_read(f->stream, f->buffer, sizeof f->buffer);

    if (got > 0 && ((f->room != NULL && (*f->room -= got) < 0) ||
                    (f->rock_ridge && goes_on_too_often(f, (size_t)got)))) {
        problem_set(
            &f->stream->problem, PC_ERROR, "index-too-large",
            "the archive has too much information about its members to be kept in memory; unpack "
            "it with another program");
        got = -1;
    }
    if (got < 0)
        archive_set_error(a, EIO, "%s", f->stream->problem.text);
    f->over = got == 0;
    f->last = got > 0 ? (size_t)got : 0;
    f->given += (int64_t)f->last;
    *bytes = f->buffer;
    return got;
}

static int64_t input_size(const struct libarchive_input *f)
{
    struct stat st;

    return fstat(f->stream->fd, &st) == 0 ? st.st_size : 0;
}

/* Never skips past the end of the file, so that a truncated archive is noticed. */
static la_int64_t libarchive_input_skip(struct archive *a, void *data, la_int64_t count)
{
    struct libarchive_input *f = data;
    int64_t left = input_size(f) - f->position;

    (void)a;
    if (count > left)
        count = left > 0 ? left : 0;
    f->position += count;
    return count;
}

static la_int64_t libarchive_input_seek(struct archive *a, void *data, la_int64_t offset,
                                        int whence)
{
    struct libarchive_input *f = data;
    int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? f->position : input_size(f);

    if (offset < -from || offset > INT64_MAX - from) {
        archive_set_error(a, EINVAL, "it refers to a place outside itself");
        return ARCHIVE_FATAL;
    }
    f->position = from + offset;
    return f->position;
}

static void begin_reading(struct libarchive_input *f, struct archive *a)
{
    archive_read_set_callback_data(a, f);
    archive_read_set_read_callback(a, libarchive_input_read);
    if (f->stream->fd >= 0) {
        archive_read_set_skip_callback(a, libarchive_input_skip);
        archive_read_set_seek_callback(a, libarchive_input_seek);
    }
    archive_read_open1(a);
}

struct libarchive_input *libarchive_input_open(struct archive *a, struct stream *s,
                                               enum magic format)
{
    struct libarchive_input *f = memory_alloc(sizeof *f);

    memset(f, 0, offsetof(struct libarchive_input, buffer));
    f->stream = s;
    f->rock_ridge = format == MAGIC_ISO;
    begin_reading(f, a);
    return f;
}

void libarchive_input_restart(struct libarchive_input *f, struct archive *a)
{
    f->rock_ridge = f->continued = false;
    f->position = 0;
    f->stream->problem = (struct problem){ 0 };
    begin_reading(f, a);
}

void libarchive_input_limit(struct libarchive_input *f, int64_t *room)
{
    f->room = room;
}

void libarchive_input_problem(const struct libarchive_input *f, struct archive *a, const char *what,
                              struct problem *p)
{
    static const struct {
        const char *part, *code; /* part of libarchive's message; our code for it */
    } codes[] = {
        { "runcated", "archive-truncated" },
        { "CRC", "bad-crc" },
        { "hecksum", "bad-crc" },
        { "ncrypt", "encrypted" },
        { "rypto", "encrypted" },
        { "nsupported", "archive-unsupported" },
        { "not supported", "archive-unsupported" },
    };
    const char *text = archive_error_string(a);
    const char *code = f->over ? "archive-truncated" : "corrupt";

    if (f->stream->problem.code != NULL && f->stream->problem.severity >= PC_ERROR) {
        *p = f->stream->problem;
        return;
    }
    for (size_t i = 0; text != NULL && i < sizeof codes / sizeof *codes; i++)
        if (strstr(text, codes[i].part) != NULL) {
            code = codes[i].code;
            break;
        }
    if (strcmp(code, "archive-truncated") == 0)
        problem_set(p, PC_ERROR, code, "the %s ends too early; the rest is missing", what);
    else if (strcmp(code, "encrypted") == 0)
        problem_set(p, PC_ERROR, code, "the %s is encrypted; decrypt it first", what);
    else if (text == NULL)
        problem_set(p, PC_ERROR, code, "the %s is corrupted or truncated", what);
    else
        problem_set(p, PC_ERROR, code, "the %s cannot be read: %s", what, text);
}

bool libarchive_input_used_up(const struct libarchive_input *f, struct archive *a)
{
    return f->over && archive_filter_bytes(a, 0) == (f->stream->fd >= 0 ? input_size(f) : f->given);
}

bool libarchive_input_finish(struct libarchive_input *f, struct archive *a, const char *magic)
{
    const size_t length = 4;
    size_t from = (size_t)(archive_filter_bytes(a, 0) - (f->given - (int64_t)f->last));
    size_t end = f->last;
    bool found = false;
    ssize_t got;

    if (from > end) /* libarchive has used nothing of the last buffer */
        from = 0;
    do {
        size_t kept = end - from < length - 1 ? end - from : length - 1;

        found = found || memmem(f->buffer + from, end - from, magic, length) != NULL;
        memmove(f->buffer, f->buffer + end - kept, kept);
        from = 0;
        got = stream_read(f->stream, f->buffer + kept, sizeof f->buffer - kept);
        end = kept + (got > 0 ? (size_t)got : 0);
    } while (got > 0);
    return found;
}

void libarchive_input_close(struct libarchive_input *f)
{
    stream_close(f->stream);
    free(f);
}
