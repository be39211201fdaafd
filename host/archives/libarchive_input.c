/* libarchive_input.c - libarchive's callbacks over a stream. */
#include "archives/libarchive_input.h"

#include "base/arena.h"
#include "base/zeros.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static ssize_t read_file(struct libarchive_input *f, char *buffer)
{
    ssize_t got = stream_read_at(f->stream, buffer, LAYER_BUFFER, f->position);

    if (got < 0)
        problem_set(&f->stream->problem, PC_ERROR, "unreadable", "reading failed: %s",
                    strerror(errno));
    else if (f->stream->meter != NULL)
        f->stream->meter->packed += (uint64_t)got;
    return got;
}

/* Reads more bytes, which are unread, and keeps some of those before. */
static ssize_t read_more(struct libarchive_input *f)
{
    size_t before = f->kept < LIBARCHIVE_HISTORY ? f->kept : LIBARCHIVE_HISTORY;
    ssize_t got;

    memmove(f->buffer, f->buffer + f->kept - before, before);
    f->kept = before;
    got = f->stream->fd >= 0 ? read_file(f, f->buffer + before)
                             : stream_read(f->stream, f->buffer + before, LAYER_BUFFER);
    if (got > 0) {
        f->position += got;
        f->kept += (size_t)got;
        f->unread += (size_t)got;
    }
    return got;
}

static pc_str unread(const struct libarchive_input *f)
{
    return pc_sub(f->buffer + f->kept - f->unread, f->unread);
}

/* A Rock Ridge entry may continue in another block, that one in a third, and so on without end.
 * Only one entry is allowed to: that of the root directory, which has no name. */
static bool goes_on_too_often(struct libarchive_input *f, pc_str bytes)
{
    static const char goes_on[] = "CE\x1C\1"; /* never across the end of a block */
    const size_t length = sizeof goes_on - 1;
    const char *end = bytes.p + bytes.n, *p = bytes.p;

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
    ssize_t got = f->unread > 0 ? (ssize_t)f->unread : read_more(f);
    pc_str given = unread(f);

    f->unread = 0;
    if (got > 0 && ((f->room != NULL && (*f->room -= got) < 0) ||
                    (f->rock_ridge && goes_on_too_often(f, given)))) {
        problem_set(
            &f->stream->problem, PC_ERROR, "index-too-large",
            "the archive has too much information about its members to be kept in memory; unpack "
            "it with another program");
        got = -1;
    }
    if (got < 0)
        archive_set_error(a, EIO, "%s", f->stream->problem.text);
    f->over = got == 0;
    *bytes = given.p;
    return got;
}

static void move_to(struct libarchive_input *f, int64_t position)
{
    f->position = position;
    f->kept = f->unread = 0;
}

/* Never skips past the end of the file, so that a truncated archive is noticed. */
static la_int64_t libarchive_input_skip(struct archive *a, void *data, la_int64_t count)
{
    struct libarchive_input *f = data;
    int64_t left = stream_size(f->stream) - f->position;

    (void)a;
    if (count > left)
        count = left > 0 ? left : 0;
    move_to(f, f->position + count);
    return count;
}

static la_int64_t libarchive_input_seek(struct archive *a, void *data, la_int64_t offset,
                                        int whence)
{
    struct libarchive_input *f = data;
    int64_t from = whence == SEEK_SET   ? f->start
                   : whence == SEEK_CUR ? f->position
                                        : stream_size(f->stream);

    if (offset < f->start - from || offset > INT64_MAX - from) {
        archive_set_error(a, EINVAL, "it refers to a place outside itself");
        return ARCHIVE_FATAL;
    }
    move_to(f, from + offset);
    return f->position - f->start;
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

struct libarchive_input *libarchive_input_open(struct archive *a, struct stream *s, int64_t start,
                                               enum magic format)
{
    struct libarchive_input *f = memory_alloc(sizeof *f);

    memset(f, 0, offsetof(struct libarchive_input, buffer));
    f->stream = s;
    f->start = f->position = start;
    f->rock_ridge = format == MAGIC_ISO;
    begin_reading(f, a);
    return f;
}

void libarchive_input_restart(struct libarchive_input *f, struct archive *a)
{
    f->rock_ridge = f->continued = false;
    move_to(f, f->start);
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

/* The position of the first byte that A has not used. */
static int64_t used_by(const struct libarchive_input *f, struct archive *a)
{
    return f->start + archive_filter_bytes(a, 0);
}

bool libarchive_input_used_up(const struct libarchive_input *f, struct archive *a)
{
    return f->over && used_by(f, a) == (f->stream->fd >= 0 ? stream_size(f->stream) : f->position);
}

/* ---- behind an archive ---- */

void libarchive_input_leave(struct libarchive_input *f, struct archive *a)
{
    int64_t used = used_by(f, a), n = f->position - used;

    if (n >= 0 && (uint64_t)n <= f->kept)
        f->unread = (size_t)n;
    else if (f->stream->fd >= 0)
        move_to(f, used);
}

void libarchive_input_leave_at(struct libarchive_input *f, int64_t end)
{
    move_to(f, end);
}

pc_str libarchive_input_peek(struct libarchive_input *f, size_t n)
{
    while (f->unread < n && read_more(f) > 0)
        ;
    return unread(f);
}

void libarchive_input_pass(struct libarchive_input *f, size_t n)
{
    size_t here;

    while (n > 0 && libarchive_input_peek(f, 1).n > 0) {
        here = n < f->unread ? n : f->unread;
        f->unread -= here;
        n -= here;
    }
}

/* A hole of a sparse file takes no time: it is not read. */
static void pass_hole(struct libarchive_input *f)
{
    const struct stream *s = f->stream;
    off_t data = s->fd >= 0 ? lseek(s->fd, s->start + f->position, SEEK_DATA) : -1;

    if (s->fd >= 0 && (data < 0 ? errno == ENXIO : data >= s->end))
        move_to(f, stream_size(s));
    else if (data > s->start + f->position)
        move_to(f, data - s->start);
}

bool libarchive_input_pass_zeros(struct libarchive_input *f)
{
    pc_str bytes;

    while ((bytes = libarchive_input_peek(f, 1)).n > 0) {
        f->unread -= leading_zeros(bytes.p, bytes.n);
        if (f->unread > 0)
            return true;
        pass_hole(f);
    }
    return false;
}

bool libarchive_input_find(struct libarchive_input *f, const char *magic)
{
    const size_t length = 4;
    pc_str bytes;

    while ((bytes = libarchive_input_peek(f, length)).n >= length) {
        const char *found = memmem(bytes.p, bytes.n, magic, length);

        f->unread = found != NULL ? (size_t)(bytes.p + bytes.n - found) : length - 1;
        if (found != NULL)
            return true;
    }
    f->unread = 0;
    return false;
}

bool libarchive_input_continue(struct libarchive_input *f, struct archive *a)
{
    int64_t here = f->position - (int64_t)f->unread;
    bool moved = here > f->start;

    f->start = here;
    f->over = false;
    begin_reading(f, a);
    return moved;
}

void libarchive_input_drain(struct libarchive_input *f)
{
    do
        f->unread = 0;
    while (f->stream->fd < 0 && read_more(f) > 0);
}

void libarchive_input_close(struct libarchive_input *f)
{
    stream_close(f->stream);
    free(f);
}
