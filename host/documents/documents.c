/* documents.c - files, the archives among them, and the archives inside those, one
 * document after the other. */
#include "documents/documents.h"

#include "archives/members.h"
#include "base/arena.h"
#include "base/printable.h"
#include "documents/directory_walk.h"
#include "documents/member_patterns.h"
#include "streams/charset.h"
#include "streams/decompress.h"

#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

struct level { /* an archive that is being read */
    struct members *members;
    char *member; /* its path as a member; NULL for a file */
    bool chosen;  /* --members chose it with all its members */
};

struct documents {
    struct document_settings settings;
    struct directory_walk *walk;
    bool located;         /* UTF8 is set, as far as there is such a locale */
    locale_t utf8;        /* in which libarchive reads names, and patterns are matched */
    struct level *levels; /* outermost first */
    size_t depth, room;
    struct stream *stream;     /* of the current document */
    struct unpack_meter meter; /* of the current file, */
    struct arena file;         /* and its names, */
    const char *file_name;
    bool file_named;
    struct arena member; /* and of its current member */
};

/* ---- archives ---- */

static void push(struct documents *ds, struct members *members, const char *member, bool chosen)
{
    struct level level = { members, NULL, chosen };

    if (member != NULL) {
        level.member = memory_alloc(strlen(member) + 1);
        strcpy(level.member, member);
    }
    ds->levels = memory_grown(ds->levels, &ds->room, ds->depth, sizeof *ds->levels);
    ds->levels[ds->depth++] = level;
}

static void pop(struct documents *ds)
{
    struct level *level = &ds->levels[--ds->depth];

    members_close(level->members);
    free(level->member);
}

static bool is_compressed(enum magic format)
{
    return format != MAGIC_NONE && !magic_is_archive(format);
}

/* The locale for names and patterns, until documents_next() returns. */
static void use_utf8(struct documents *ds)
{
    if (!ds->located) {
        ds->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
        if (ds->utf8 == (locale_t)0 && errno == ENOMEM)
            memory_exhausted();
    }
    ds->located = true;
    if (ds->utf8 != (locale_t)0)
        uselocale(ds->utf8);
}

/* Takes compression off *S, layer after layer, and opens what is then an archive.  True
 * when one has been entered, and *S is its; otherwise *S is a document, or NULL and *WHY
 * says what is wrong. */
static bool enter(struct documents *ds, struct stream **s, const char *member, bool chosen,
                  struct problem *why)
{
    enum magic format = magic_of(s);
    const struct limits *limits = &ds->settings.limits;
    uint64_t depth = limits->of[LIMIT_DEPTH];
    struct members *members;

    for (uint64_t layer = 0; is_compressed(format) && layer <= depth; layer++) {
        *s = stream_decompress(*s, format);
        format = magic_of(s);
    }
    if (format == MAGIC_NONE)
        return false;
    if (is_compressed(format) || ds->depth > depth) {
        limits_met(limits, LIMIT_DEPTH, why);
        stream_close(*s);
        *s = NULL;
        return false;
    }
    use_utf8(ds);
    members = members_open(*s, format, limits, why);
    *s = NULL;
    if (members != NULL)
        push(ds, members, member, chosen);
    return members != NULL;
}

/* ---- encodings ---- */

static bool is_utf8(const char *charset)
{
    return charset == NULL || strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "UTF8") == 0;
}

/* *S as UTF-8; closed and NULL with *WHY set when that cannot be. */
static void decode(const struct documents *ds, struct stream **s, struct problem *why)
{
    const char *charset = ds->settings.encoding;
    struct stream *decoded;

    if (is_utf8(charset))
        charset = stream_marked_encoding(s);
    if (charset == NULL)
        return;
    decoded = stream_decode(*s, charset, why);
    if (decoded == NULL)
        stream_close(*s);
    else
        stream_peek(&decoded, NULL, 0); /* so that nobody's peek replaces it */
    *s = decoded;
}

/* ---- documents ---- */

/* Shows S, a file or MEMBER of an archive, as the document *D.  False when there is
 * nothing to show: it is an archive, or was not chosen. */
static bool show(struct documents *ds, struct stream *s, const char *member, bool chosen,
                 struct document *d)
{
    bool named = ds->file_named && member == NULL;

    *d = (struct document){ ds->file_name, member, named, NULL, { 0 } };
    /* That an archive was named does not choose its members. */
    if (enter(ds, &s, member, chosen && !named, &d->problem))
        return false;
    if (s != NULL && !chosen) {
        stream_close(s);
        return false;
    }
    if (s != NULL)
        decode(ds, &s, &d->problem);
    ds->stream = s;
    d->stream = s;
    return true;
}

/* What cannot be read; false when it was not chosen anyway. */
static bool show_problem(struct documents *ds, const struct problem *p, const char *member,
                         bool chosen, struct document *d)
{
    *d = (struct document){ ds->file_name, member, ds->file_named && member == NULL, NULL, *p };
    return chosen;
}

/* NAME inside the innermost archive, as a path from the outermost. */
static const char *member_path(struct documents *ds, const char *name)
{
    const char *around = ds->levels[ds->depth - 1].member;
    size_t n = around != NULL ? strlen(around) + strlen("!/") : 0;
    char *path = arena_alloc(&ds->member, n + strlen(name) + 1);

    sprintf(path, "%s%s%s", n > 0 ? around : "", n > 0 ? "!/" : "", name);
    return path;
}

static bool next_member(struct documents *ds, struct document *d)
{
    struct level *level = &ds->levels[ds->depth - 1];
    enum member_match selection;
    struct member m;
    const char *path;
    bool chosen;

    arena_reset(&ds->member);
    if (!members_next(level->members, &m)) {
        pop(ds);
        return false;
    }
    if (m.name == NULL) {
        path = level->member != NULL ? arena_string(&ds->member, level->member) : NULL;
        return show_problem(ds, &m.problem, path, true, d);
    }
    selection = member_patterns_match(ds->settings.members, m.name);
    if (selection == MEMBER_EXCLUDED)
        return false;
    path = member_path(ds, m.name);
    chosen = level->chosen || selection == MEMBER_MATCHED;
    if (m.stream == NULL)
        return show_problem(ds, &m.problem, path, chosen, d);
    return show(ds, m.stream, path, chosen, d);
}

/* The bytes of FD, and of all that will be found inside it, are metered. */
static struct stream *metered(struct documents *ds, int fd)
{
    struct stream *s = stream_fd(fd);
    struct stat st;
    bool sized = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);

    ds->meter = (struct unpack_meter){ &ds->settings.limits,
                                       sized ? (uint64_t)st.st_size : UINT64_MAX, 0, 0 };
    s->meter = &ds->meter;
    return s;
}

static bool next_file(struct documents *ds, const struct found_file *f, struct document *d)
{
    bool chosen = true;

    arena_reset(&ds->file);
    ds->file_named = f->below == NULL;
    ds->file_name = strcmp(f->path, "-") == 0 ? "<stdin>" : printable(&ds->file, f->path);
    if (f->below != NULL)
        chosen = member_patterns_match(ds->settings.members, f->below) == MEMBER_MATCHED;
    if (f->fd < 0)
        return show_problem(ds, &f->problem, NULL, chosen || f->directory, d);
    return show(ds, metered(ds, f->fd), NULL, chosen, d);
}

bool documents_next(struct documents *ds, struct document *d)
{
    locale_t before = uselocale((locale_t)0);
    struct found_file found;
    bool shown = false, more = true;

    stream_close(ds->stream);
    ds->stream = NULL;
    if (ds->depth > 0 || ds->settings.members[0] != NULL)
        use_utf8(ds);
    while (more && !shown)
        if (ds->depth > 0)
            shown = next_member(ds, d);
        else if ((more = directory_walk_next(ds->walk, &found)))
            shown = next_file(ds, &found, d);
    uselocale(before);
    return shown;
}

struct documents *documents_open(const struct document_settings *settings)
{
    struct documents *ds = memory_alloc(sizeof *ds);

    *ds = (struct documents){ .settings = *settings,
                              .walk = directory_walk_open(settings->inputs, settings->members) };
    return ds;
}

bool documents_flow(const struct documents *ds)
{
    /* Behind the last member of an archive comes the next file. */
    return (ds->depth == 0 || unpack_meter_knows_size(&ds->meter)) &&
           directory_walk_flows(ds->walk);
}

void documents_close(struct documents *ds)
{
    stream_close(ds->stream);
    while (ds->depth > 0)
        pop(ds);
    directory_walk_close(ds->walk);
    if (ds->utf8 != (locale_t)0)
        freelocale(ds->utf8);
    free(ds->levels);
    arena_free(&ds->file);
    arena_free(&ds->member);
    free(ds);
}
