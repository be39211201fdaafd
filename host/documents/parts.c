/* parts.c - gives the documents of all parts in the order of their ordinals. */
#include "documents/parts.h"

#include "documents/part_file.h"

#include "base/io.h"
#include "records/facts.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/resource.h>

struct parts {
    struct part_file *files;
    size_t count;
    struct part_file *current; /* of the document that is shown */
    struct part_document document;
};

/* ---- the records of one document ---- */

struct part_stream {
    struct stream base;
    struct part_file *file;
};

static ssize_t part_read(struct stream *s, void *buffer, size_t size)
{
    struct part_file *f = ((struct part_stream *)s)->file;

    return part_file_read(f, buffer, size, &s->problem);
}

static void part_close(struct stream *s)
{
    free(s);
}

static struct stream *part_stream_open(struct part_file *f)
{
    struct part_stream *s = memory_alloc(sizeof *s);

    *s = (struct part_stream){
        .base = { .read = part_read, .close = part_close, .fd = -1, .expected = f->left }, .file = f
    };
    return &s->base;
}

/* ---- the set of parts ---- */

/* False with *WHY when A and B are not parts of one run. */
static bool belong_together(const struct part_file *a, const struct part_file *b,
                            struct problem *why)
{
    bool same = a->of == b->of && strcmp(a->run, b->run) == 0 && a->documents == b->documents;

    if (!same)
        problem_set(why, PC_ERROR, "shard-of-another-run",
                    "%s and %s are not of the same run: their inputs, settings or number of shards "
                    "differ",
                    a->path, b->path);
    return same;
}

/* Sorts the files by their index; false with *WHY when they are not all shards of one run. */
static bool check_set(struct parts *p, struct problem *why)
{
    const uint64_t of = p->files[0].of;

    for (size_t i = 1; i < p->count; i++)
        if (!belong_together(&p->files[0], &p->files[i], why))
            return false;
    qsort(p->files, p->count, sizeof *p->files, part_file_order);
    for (size_t i = 0; i < p->count; i++) {
        const struct part_file *f = &p->files[i];

        if (i > 0 && f->index == f[-1].index)
            problem_set(why, PC_ERROR, "shard-twice", "shard %ju of %ju is given twice: %s and %s",
                        (uintmax_t)f->index, (uintmax_t)of, f[-1].path, f->path);
        else if (f->index != i)
            problem_set(why, PC_ERROR, "shard-missing", "shard %zu of %ju is missing", i,
                        (uintmax_t)of);
        if (why->code != NULL)
            return false;
    }
    if (p->count < of)
        problem_set(why, PC_ERROR, "shard-missing", "shard %zu of %ju is missing", p->count,
                    (uintmax_t)of);
    return why->code == NULL;
}

/* Each part needs up to four descriptors. */
static void allow_many_files(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &limit);
    }
}

struct parts *parts_open(const char *const *paths, struct problem *why)
{
    struct parts *p = memory_alloc(sizeof *p);
    size_t room = 0;
    bool ok = true;

    allow_many_files();
    *p = (struct parts){ .files = NULL };
    for (; ok && *paths != NULL; paths++) {
        p->files = memory_grown(p->files, &room, p->count, sizeof *p->files);
        ok = part_file_open(&p->files[p->count++], *paths, why);
    }
    if (ok && check_set(p, why))
        return p;
    parts_close(p);
    return NULL;
}

void parts_codes(const struct parts *p, void (*count)(void *context, const char *code, uint64_t n),
                 void *context)
{
    for (size_t i = 0; i < p->count; i++) {
        const char *code;
        json_t *n;

        json_object_foreach(p->files[i].codes, code, n)
        {
            count(context, code, (uint64_t)json_integer_value(n));
        }
    }
}

struct part_totals parts_totals(const struct parts *p)
{
    struct part_totals totals = { 0 };

    for (size_t i = 0; i < p->count; i++) {
        totals.warnings += p->files[i].warnings;
        totals.errors += p->files[i].errors;
    }
    return totals;
}

/* ---- documents ---- */

/* Shards have few documents under way at a time, so the next one is found by looking at each. */
static struct part_file *file_of_next_document(const struct parts *p)
{
    struct part_file *next = NULL;

    for (size_t i = 0; i < p->count; i++) {
        struct part_file *f = &p->files[i];

        if (f->line != NULL && (next == NULL || f->ordinal < next->ordinal))
            next = f;
    }
    return next;
}

static uint64_t number_of(const json_t *line, const char *key)
{
    const json_int_t n = json_integer_value(json_object_get(line, key));

    return n > 0 ? (uint64_t)n : 0;
}

static struct facts *facts_of(const json_t *line)
{
    struct facts *facts = NULL;
    const char *key;
    json_t *value;

    json_object_foreach(json_object_get(line, "facts"), key, value) facts =
        facts_with(facts, pc_s(key), pc_sub(json_string_value(value), json_string_length(value)));
    return facts;
}

static void read_document(struct parts *p, struct part_file *f)
{
    struct part_document *d = &p->document;
    const json_t *line = f->line;
    const char *plugin = json_string_value(json_object_get(line, "plugin"));

    *d = (struct part_document){ .plugin = plugin != NULL ? plugin : "",
                                 .refused = json_is_true(json_object_get(line, "refused")),
                                 .passed_over = json_is_true(json_object_get(line, "passed_over")),
                                 .message = json_is_true(json_object_get(line, "message")) };
    d->before.facts = facts_of(line);
    d->before.problems = json_dumps(json_object_get(line, "problems"), 0); /* NULL without one */
    d->before.rejected = number_of(line, "rejected");
    d->before.dropped = (int64_t)number_of(line, "filtered");
    d->before.read = d->before.rejected + (uint64_t)d->before.dropped;
    d->before.quarantined = part_file_quarantined(f, number_of(line, "quarantined"),
                                                  number_of(line, "quarantined_bytes"));
}

static void forget_document(struct parts *p)
{
    facts_drop(p->document.before.facts);
    free(p->document.before.problems);
    p->document.before.facts = NULL;
    p->document.before.problems = NULL;
}

/* Makes *D the failure of F. */
static void show_damage(const struct part_file *f, const struct problem *why, struct document *d)
{
    *d = (struct document){ .name = f->path, .named = true, .problem = *why };
}

bool parts_next(struct parts *p, struct document *d)
{
    struct problem why = { .code = NULL };
    struct part_file *f = p->current;

    forget_document(p);
    if (f != NULL && !part_file_next(f, &why)) {
        p->current = NULL;
        show_damage(f, &why, d);
        return true;
    }
    p->current = f = file_of_next_document(p);
    if (f == NULL)
        return false;
    read_document(p, f);
    *d = (struct document){ .name = json_string_value(json_object_get(f->line, "document")),
                            .member = json_string_value(json_object_get(f->line, "member")),
                            .stream = f->left != 0 ? part_stream_open(f) : NULL,
                            .ordinal = f->ordinal,
                            .converted = &p->document };
    return true;
}

void parts_close(struct parts *p)
{
    forget_document(p);
    for (size_t i = 0; i < p->count; i++)
        part_file_close(&p->files[i]);
    free(p->files);
    free(p);
}
