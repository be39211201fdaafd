/* warc_members.c - reads the records of a WARC file one after the other. */
#include "archives/warc_members.h"

#include "base/arena.h"
#include "base/printable.h"

#include "paperconv/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <strings.h>

enum {
    BUFFER = 64 * 1024,      /* bytes that are read at once */
    HEADER_LIMIT = 64 * 1024 /* bytes of the header of a record */
};

struct warc_members {
    struct stream stream; /* the current member's bytes; its close() does nothing */
    struct stream *file;
    const struct limits *limits;
    char *buffer;
    size_t at, n;    /* bytes AT to N of BUFFER were read and not yet used */
    pc_text header;  /* of the current record, without its last CR LF */
    uint64_t left;   /* bytes of its content that were not used yet */
    uint64_t given;  /* bytes of it that were returned */
    uint64_t count;  /* of members */
    uint64_t passed; /* records that are no members */
    bool over;
    struct arena names;
};

/* ---- bytes ---- */

/* Reads on when the buffer is used up; false at the end of the file and on failure. */
static bool fill_buffer(struct warc_members *w)
{
    ssize_t got;

    if (w->at < w->n)
        return true;
    got = stream_read(w->file, w->buffer, BUFFER);
    w->at = 0;
    w->n = got > 0 ? (size_t)got : 0;
    return got > 0;
}

/* The file has ended where a record must go on. */
static void set_cut_off(const struct warc_members *w, struct problem *p)
{
    if (w->file->problem.code != NULL)
        *p = w->file->problem;
    else
        problem_set(p, PC_ERROR, "archive-truncated", "the WARC file ends inside a record");
}

/* After the file could not be read: goes on at a record behind the damage, as each has a gzip member of
 * its own. */
static bool go_on_behind_damage(struct warc_members *w)
{
    if (w->file->problem.code == NULL || w->file->resume == NULL || !w->file->resume(w->file))
        return false;
    w->left = 0;
    w->at = w->n = 0;
    return true;
}

static ssize_t record_read(struct stream *s, void *buffer, size_t size)
{
    struct warc_members *w = (struct warc_members *)s;

    if (w->left == 0)
        return 0;
    if (!fill_buffer(w)) {
        set_cut_off(w, &s->problem);
        w->over = !go_on_behind_damage(w);
        return -1;
    }
    if (size > w->n - w->at)
        size = w->n - w->at;
    if (size > w->left)
        size = (size_t)w->left;
    memcpy(buffer, w->buffer + w->at, size);
    w->at += size;
    w->left -= size;
    size = unpack_meter_count(s->meter, &w->given, size, &s->problem);
    if (s->problem.code != NULL && strcmp(s->problem.code, "ratio-too-high") == 0)
        w->over = true;
    return size > 0 ? (ssize_t)size : -1;
}

static bool record_ready(struct stream *s)
{
    const struct warc_members *w = (const struct warc_members *)s;

    return w->left == 0 || w->at < w->n || stream_ready(w->file);
}

static void record_close(struct stream *s)
{
    (void)s; /* it is part of the file */
}

/* Passes over what is left of the current record; false when the file ends before that. */
static bool skip_record(struct warc_members *w)
{
    while (w->left > 0) {
        size_t step;

        if (!fill_buffer(w))
            return false;
        step = w->n - w->at < w->left ? w->n - w->at : (size_t)w->left;
        w->at += step;
        w->left -= step;
    }
    return true;
}

/* ---- headers ---- */

/* The empty lines between records.  False when nothing follows them. */
static bool skip_empty_lines(struct warc_members *w)
{
    while (fill_buffer(w)) {
        if (w->buffer[w->at] != '\r' && w->buffer[w->at] != '\n')
            return true;
        w->at++;
    }
    return false;
}

/* True when HEADER ends with an empty line.  Some writers leave out the CR. */
static bool is_complete(const pc_text *header)
{
    const pc_str text = pc_text_str(header);

    return pc_ends(text, "\n\r\n") || pc_ends(text, "\n\n");
}

/* Reads up to the empty line behind the header. */
static bool read_header(struct warc_members *w, struct problem *p)
{
    w->header.n = 0;
    while (!is_complete(&w->header)) {
        if (w->header.n == HEADER_LIMIT) {
            problem_set(p, PC_ERROR, "corrupt", "the header of a record has more than %d KiB",
                        HEADER_LIMIT / 1024);
            return false;
        }
        if (!fill_buffer(w)) {
            set_cut_off(w, p);
            return false;
        }
        pc_text_putc(&w->header, w->buffer[w->at++]);
    }
    return true;
}

/* The value of the header field NAME, or an absent one.  Field names have no case. */
static pc_str header_value(const struct warc_members *w, const char *name)
{
    pc_str line, rest = pc_text_str(&w->header);
    const size_t n = strlen(name);

    while (pc_cut(rest, '\n', &line, &rest) || line.n != 0)
        if (line.n > n && line.p[n] == ':' && strncasecmp(line.p, name, n) == 0)
            return pc_trim(pc_drop(line, n + 1));
    return pc_none();
}

static bool read_length(const struct warc_members *w, uint64_t *length)
{
    const pc_str digits = header_value(w, "Content-Length");

    *length = 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (digits.p[i] < '0' || digits.p[i] > '9' || *length > UINT64_MAX / 10 - 1)
            return false;
        *length = *length * 10 + (uint64_t)(digits.p[i] - '0');
    }
    return digits.n != 0;
}

/* False at the end of the file, and when no record begins here: then *P is set. */
static bool next_record(struct warc_members *w, struct problem *p)
{
    if (!skip_record(w)) {
        set_cut_off(w, p);
        return false;
    }
    if (!skip_empty_lines(w)) {
        if (w->file->problem.code != NULL)
            *p = w->file->problem;
        return false;
    }
    if (!read_header(w, p))
        return false;
    if (pc_starts(pc_text_str(&w->header), "WARC/") && read_length(w, &w->left))
        return true;
    problem_set(p, PC_ERROR, "corrupt", "where a record of the WARC file must begin is none");
    return false;
}

/* ---- members ---- */

static bool is_text_record(const struct warc_members *w)
{
    const pc_str type = header_value(w, "WARC-Type");

    return pc_same(type, pc_s("conversion")) || pc_same(type, pc_s("resource"));
}

static const char *record_name(struct warc_members *w)
{
    pc_str name = header_value(w, "WARC-Target-URI");
    char *copy;

    if (name.n == 0)
        name = header_value(w, "WARC-Record-ID");
    if (name.n == 0)
        name = pc_s("(unnamed)");
    copy = arena_alloc(&w->names, name.n + 1);
    memcpy(copy, name.p, name.n);
    copy[name.n] = '\0';
    return printable(&w->names, copy);
}

static void show_record(struct warc_members *w, struct member *m)
{
    w->count++;
    w->given = 0;
    w->stream.problem = (struct problem){ .code = NULL };
    w->stream.expected = w->left;
    m->name = record_name(w);
    m->stream = &w->stream;
}

/* What is about the file as a whole, at its end. */
static bool show_end(struct warc_members *w, struct member *m)
{
    w->over = true;
    if (m->problem.code == NULL && w->passed != 0)
        problem_set(&m->problem, PC_NOTE, "special-skipped",
                    "%" PRIu64 " record%s of the WARC file, requests, responses, metadata and the "
                    "like, %s passed over",
                    w->passed, w->passed == 1 ? "" : "s", w->passed == 1 ? "was" : "were");
    return m->problem.code != NULL;
}

bool warc_members_next(struct warc_members *w, struct member *m)
{
    *m = (struct member){ .name = NULL };
    arena_reset(&w->names);
    while (!w->over) {
        if (!next_record(w, &m->problem))
            return (m->problem.code != NULL && go_on_behind_damage(w)) || show_end(w, m);
        if (!is_text_record(w)) {
            w->passed++;
            continue;
        }
        if (w->count == w->limits->of[LIMIT_MEMBERS]) {
            limits_met(w->limits, LIMIT_MEMBERS, &m->problem);
            return show_end(w, m);
        }
        show_record(w, m);
        return true;
    }
    return false;
}

struct warc_members *warc_members_open(struct stream *s, const struct limits *limits)
{
    struct warc_members *w = memory_alloc(sizeof *w);

    *w = (struct warc_members){
        .stream = { .read = record_read,
                    .ready = record_ready,
                    .close = record_close,
                    .fd = -1,
                    .meter = s->meter,
                    .unpacked = true },
        .file = s,
        .limits = limits,
        .buffer = memory_alloc(BUFFER),
    };
    return w;
}

void warc_members_close(struct warc_members *w)
{
    stream_close(w->file);
    pc_text_free(&w->header);
    arena_free(&w->names);
    free(w->buffer);
    free(w);
}
