/* documents.c - gives one document after the other, from files, archives, and archives inside
 * archives. */
#include "documents/documents.h"

#include "archives/members.h"
#include "base/arena.h"
#include "base/printable.h"
#include "base/shard.h"
#include "documents/directory_walk.h"
#include "documents/member_patterns.h"
#include "documents/opened_file.h"
#include "documents/parts.h"
#include "streams/charset.h"
#include "streams/decompress.h"

#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <strings.h>

struct level { /* an archive that is being read */
    struct members *members;
    char *member; /* its path as a member; NULL: it is a file */
    bool chosen;  /* --members chose it with all its members */
};

struct documents {
    struct document_settings settings;
    struct spool *spool;
    struct directory_walk *walk;
    const struct shard *shard; /* NULL: every document is read */
    struct parts *parts;       /* NULL, or what is read instead of the inputs */
    uint64_t count;            /* of the documents up to now */
    uint64_t file_ordinal;     /* of the current file */
    bool located;              /* UTF8 is set, if the system has such a locale */
    locale_t utf8;             /* for libarchive's names and for matching patterns */
    struct level *levels;      /* outermost first */
    size_t depth, room;
    struct stream *stream;    /* of the current document */
    struct opened_file *file; /* the current file, without its stream */
    struct arena file_names;  /* memory for the names of the file */
    const char *file_name;
    bool file_named;
    struct arena member_names; /* and of its current member */
};

/* ---- archives ---- */

static void push_archive(struct documents *ds, struct members *members, const char *member,
                         bool chosen)
{
    struct level level = { members, NULL, chosen };

    if (member != NULL) {
        level.member = memory_alloc(strlen(member) + 1);
        strcpy(level.member, member);
    }
    ds->levels = memory_grown(ds->levels, &ds->room, ds->depth, sizeof *ds->levels);
    ds->levels[ds->depth++] = level;
}

static void pop_archive(struct documents *ds)
{
    struct level *level = &ds->levels[--ds->depth];

    members_close(level->members);
    free(level->member);
}

static bool is_compressed(enum magic format)
{
    return format != MAGIC_NONE && !magic_is_archive(format);
}

/* Sets the locale for names and patterns; documents_next() sets it back. */
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

/* Decompresses *S, perhaps several times.  Returns true when the result is an archive, which is
 * now open.  Otherwise *S is a document; or its stream is NULL and *WHY says why. */
static bool enter_archive(struct documents *ds, struct identified_stream *s, const char *member,
                          bool chosen, struct problem *why)
{
    const struct limits *limits = &ds->settings.limits;
    uint64_t depth = limits->of[LIMIT_DEPTH];
    struct members *members;

    for (uint64_t layer = 0; is_compressed(s->format) && layer <= depth; layer++)
        *s = stream_identify(stream_decompress(s->stream, s->format));
    if (s->format == MAGIC_NONE)
        return false;
    if (is_compressed(s->format) || ds->depth > depth) {
        limits_met(limits, LIMIT_DEPTH, why);
        stream_close(s->stream);
        s->stream = NULL;
        return false;
    }
    use_utf8(ds);
    members = members_open(s->stream, s->format, limits, ds->spool, why);
    s->stream = NULL;
    if (members != NULL)
        push_archive(ds, members, member, chosen);
    return members != NULL;
}

/* ---- encodings ---- */

static bool is_utf8(const char *charset)
{
    return charset == NULL || strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "UTF8") == 0;
}

/* The bytes of S as UTF-8; NULL with *WHY set, and S closed, when the encoding is unknown. */
static struct stream *decoded(const struct documents *ds, const struct identified_stream *s,
                              struct problem *why)
{
    struct stream *text;

    if (!is_utf8(ds->settings.encoding))
        text = stream_decode(s->stream, ds->settings.encoding, why);
    else if (s->charset == NULL)
        return s->stream;
    else if (s->unmarked)
        text = stream_decode_unmarked(s->stream, s->charset, why);
    else
        text = stream_decode(s->stream, s->charset, why);
    if (text == NULL)
        stream_close(s->stream);
    else
        stream_peek(&text, NULL, 0); /* so that a later peek does not replace it */
    return text;
}

/* ---- documents ---- */

/* Makes S, a file or the member MEMBER of an archive, the document *D.  False when it is an
 * archive or was not chosen. */
static bool show_document(struct documents *ds, struct identified_stream s, const char *member,
                          bool chosen, struct document *d)
{
    bool named = ds->file_named && member == NULL;

    *d = (struct document){ .name = ds->file_name, .member = member, .named = named };
    /* An archive that the user named is not thereby chosen with all its members. */
    if (enter_archive(ds, &s, member, chosen && !named, &d->problem))
        return false;
    if (s.stream != NULL && !chosen) {
        stream_close(s.stream);
        return false;
    }
    if (s.stream != NULL)
        d->stream = ds->stream = decoded(ds, &s, &d->problem);
    return true;
}

/* Makes *D a document that cannot be read because of P; false when it was not chosen. */
static bool show_problem(struct documents *ds, const struct problem *p, const char *member,
                         bool chosen, struct document *d)
{
    *d = (struct document){ .name = ds->file_name,
                            .member = member,
                            .named = ds->file_named && member == NULL,
                            .problem = *p };
    return chosen;
}

/* The path, from the outermost archive on, of the member NAME of the innermost archive. */
static const char *member_path(struct documents *ds, const char *name)
{
    const char *around = ds->levels[ds->depth - 1].member;
    size_t n = around != NULL ? strlen(around) + strlen("!/") : 0;
    char *path = arena_alloc(&ds->member_names, n + strlen(name) + 1);

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

    arena_reset(&ds->member_names);
    if (!members_next(level->members, &m)) {
        pop_archive(ds);
        return false;
    }
    if (m.name == NULL) {
        path = level->member != NULL ? arena_string(&ds->member_names, level->member) : NULL;
        show_problem(ds, &m.problem, path, true, d);
        d->about_archive = true;
        return true;
    }
    selection = member_patterns_match(ds->settings.members, m.name);
    if (selection == MEMBER_EXCLUDED)
        return false;
    path = member_path(ds, m.name);
    chosen = level->chosen || selection == MEMBER_MATCHED;
    if (m.stream == NULL)
        return show_problem(ds, &m.problem, path, chosen, d);
    return show_document(ds, stream_identify(m.stream), path, chosen, d);
}

static bool next_file(struct documents *ds, const struct found_file *f, struct document *d)
{
    struct identified_stream bytes;
    bool chosen = true;

    opened_file_close(ds->file);
    ds->file = f->file;
    ds->file_ordinal = f->ordinal;
    arena_reset(&ds->file_names);
    ds->file_named = f->below == NULL;
    ds->file_name = strcmp(f->path, "-") == 0 ? "<stdin>" : printable(&ds->file_names, f->path);
    if (f->below != NULL)
        chosen = member_patterns_match(ds->settings.members, f->below) == MEMBER_MATCHED;
    if (ds->file == NULL)
        return show_problem(ds, &f->problem, NULL, chosen || f->directory, d);
    bytes = ds->file->bytes;
    ds->file->bytes.stream = NULL;
    return show_document(ds, bytes, NULL, chosen, d);
}

/* Counts D.  False when another shard has it; what is about a whole archive has no number of its
 * own, and belongs to the first shard. */
static bool is_of_this_shard(struct documents *ds, struct document *d)
{
    const struct shard *s = ds->shard;

    if (s != NULL && s->by == SHARD_BY_FILE) {
        d->ordinal = ds->file_ordinal;
        return true;
    }
    d->ordinal = ds->count;
    if (d->about_archive)
        return s == NULL || s->index == 0;
    ds->count++;
    if (s == NULL || shard_has(s, d->ordinal))
        return true;
    stream_close(ds->stream);
    ds->stream = NULL;
    return false;
}

bool documents_next(struct documents *ds, struct document *d)
{
    locale_t before = uselocale((locale_t)0);
    struct found_file found;
    bool shown = false, more = true;

    stream_close(ds->stream);
    ds->stream = NULL;
    if (ds->parts != NULL) {
        shown = parts_next(ds->parts, d);
        ds->stream = shown ? d->stream : NULL;
        return shown;
    }
    if (ds->depth > 0 || ds->settings.members[0] != NULL)
        use_utf8(ds);
    while (more && !shown)
        if (ds->depth > 0)
            shown = next_member(ds, d) && is_of_this_shard(ds, d);
        else if ((more = directory_walk_next(ds->walk, &found)))
            shown = next_file(ds, &found, d) && is_of_this_shard(ds, d);
    uselocale(before);
    return shown;
}

struct documents *documents_open(const struct document_settings *settings, struct prescan *prescan,
                                 struct spool *spool)
{
    struct documents *ds = memory_alloc(sizeof *ds);

    *ds = (struct documents){ .settings = *settings, .spool = spool };
    ds->walk = directory_walk_open(settings->inputs, settings->members, settings->written,
                                   &ds->settings.limits, prescan);
    return ds;
}

void documents_choose(struct documents *ds, const struct shard *s)
{
    ds->shard = s;
    if (s->by == SHARD_BY_FILE)
        directory_walk_choose(ds->walk, s);
}

void documents_merge(struct documents *ds, struct parts *parts)
{
    ds->parts = parts;
}

uint64_t documents_count(const struct documents *ds)
{
    bool by_file = ds->shard != NULL && ds->shard->by == SHARD_BY_FILE;

    return by_file ? directory_walk_count(ds->walk) : ds->count;
}

bool documents_flow(const struct documents *ds)
{
    if (ds->parts != NULL)
        return true; /* they are regular files */
    /* after the last member of an archive comes the next file */
    return (ds->depth == 0 || unpack_meter_knows_size(&ds->file->meter)) &&
           directory_walk_flows(ds->walk);
}

void documents_close(struct documents *ds)
{
    stream_close(ds->stream);
    while (ds->depth > 0)
        pop_archive(ds);
    directory_walk_close(ds->walk);
    if (ds->utf8 != (locale_t)0)
        freelocale(ds->utf8);
    free(ds->levels);
    opened_file_close(ds->file);
    arena_free(&ds->file_names);
    arena_free(&ds->member_names);
    free(ds);
}
