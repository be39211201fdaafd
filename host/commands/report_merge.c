/* report_merge.c - 'paperconv report merge': makes one report of those of all shards of a run. */
#include "base/memory.h"
#include "commands/commands.h"
#include "commands/file_roles.h"
#include "output/run_report.h"

#include <stdlib.h>

struct shard_report {
    const char *path;
    json_t *report;
    uint64_t index, next; /* of the documents */
};

struct merged {
    struct shard_report *reports;
    size_t count;
    struct totals run;
    struct tallies codes, lost;
    struct arena arena;
    const char *plugin;
    uint64_t bytes;
    int status;
};

static json_t *member(const json_t *object, const char *key)
{
    return json_object_get(object, key);
}

static uint64_t number(const json_t *object, const char *key)
{
    const json_int_t n = json_integer_value(member(object, key));

    return n > 0 ? (uint64_t)n : 0;
}

static const char *run_of(const struct shard_report *r)
{
    return json_string_value(member(member(r->report, "shard"), "run"));
}

static uint64_t shards_of(const struct shard_report *r)
{
    return number(member(r->report, "shard"), "of");
}

static bool read_report(struct shard_report *r, const char *path, struct problem *why)
{
    json_error_t error;
    json_t *shard;

    *r = (struct shard_report){ .path = path, .report = json_load_file(path, 0, &error) };
    shard = member(r->report, "shard");
    if (r->report == NULL)
        problem_set(why, PC_ERROR, "unreadable", "cannot read the report %s: %s", path, error.text);
    else if (!json_is_string(member(shard, "run")) || !json_is_integer(member(shard, "shard")) ||
             number(shard, "shard") >= number(shard, "of") ||
             !json_is_array(member(r->report, "documents")) ||
             !json_is_string(member(member(r->report, "output"), "plugin")))
        problem_set(why, PC_ERROR, "usage", "%s is not the report of a run with --shard", path);
    r->index = number(shard, "shard");
    return why->code == NULL;
}

static int by_index(const void *a, const void *b)
{
    const uint64_t i = ((const struct shard_report *)a)->index;
    const uint64_t k = ((const struct shard_report *)b)->index;

    return (i > k) - (i < k);
}

static bool check_reports(const struct merged *m, struct problem *why)
{
    const struct shard_report *first = &m->reports[0];

    for (size_t i = 0; i < m->count && why->code == NULL; i++) {
        const struct shard_report *r = &m->reports[i];

        if (shards_of(r) != shards_of(first) || strcmp(run_of(r), run_of(first)) != 0)
            problem_set(why, PC_ERROR, "shard-of-another-run", "%s and %s are not of the same run",
                        first->path, r->path);
        else if (i > 0 && r->index == r[-1].index)
            problem_set(why, PC_ERROR, "shard-twice", "%s and %s are of the same shard", r[-1].path,
                        r->path);
        else if (r->index != i)
            problem_set(why, PC_ERROR, "shard-missing", "the report of shard %zu is missing", i);
    }
    if (m->count < shards_of(first))
        problem_set(why, PC_ERROR, "shard-missing", "the report of shard %zu is missing", m->count);
    return why->code == NULL;
}

static void add_tallies(struct merged *m, struct tallies *t, json_t *counts)
{
    const char *name;
    json_t *n;

    json_object_foreach(counts, name, n)
    {
        tally_add(t, &m->arena, name, (uint64_t)json_integer_value(n));
    }
}

static void add_report(struct merged *m, const json_t *report)
{
    int status = (int)number(report, "status");

    m->run.read += number(report, "records");
    m->run.written += number(report, "written");
    m->run.rejected += number(report, "rejected");
    m->run.filtered += (int64_t)number(report, "filtered") - (int64_t)number(report, "added");
    add_tallies(m, &m->codes, member(report, "diagnostics"));
    add_tallies(m, &m->lost, member(report, "lost"));
    m->plugin = json_string_value(member(member(report, "output"), "plugin"));
    m->bytes += number(member(report, "output"), "bytes");
    m->status = status > m->status ? status : m->status;
}

/* The report whose next document comes first, or NULL. */
static struct shard_report *report_of_next_document(const struct merged *m)
{
    struct shard_report *next = NULL;
    uint64_t least = 0;

    for (size_t i = 0; i < m->count; i++) {
        struct shard_report *r = &m->reports[i];
        const json_t *entry = json_array_get(member(r->report, "documents"), r->next);
        uint64_t ordinal = number(entry, "ordinal");

        if (entry != NULL && (next == NULL || ordinal < least)) {
            next = r;
            least = ordinal;
        }
    }
    return next;
}

static bool write_merged(struct merged *m, const char *path, struct problem *why)
{
    const struct shard all = { .count = 0 };
    struct run_report out;
    struct shard_report *r;

    if (!run_report_open(&out, path != NULL ? path : "-", false, &all, NULL, why))
        return false;
    while ((r = report_of_next_document(m)) != NULL) {
        json_t *entry = json_array_get(member(r->report, "documents"), r->next++);

        json_object_del(entry, "ordinal");
        run_report_entry(&out, json_incref(entry));
    }
    for (size_t i = 0; i < m->count; i++)
        add_report(m, m->reports[i].report);
    tallies_sort(&m->codes);
    return run_report_close(&out, m->run, &m->codes, &m->lost, m->plugin, m->bytes, m->status, why);
}

int command_report_merge(const struct command *c)
{
    const char *const *paths = c->conversion.inputs;
    struct merged m = { .reports = NULL };
    struct problem why = { .code = NULL };
    size_t room = 0;
    int status;

    file_roles_check(&c->conversion, &why);
    for (; *paths != NULL && why.code == NULL; paths++) {
        m.reports = memory_grown(m.reports, &room, m.count, sizeof *m.reports);
        read_report(&m.reports[m.count++], *paths, &why);
    }
    if (why.code == NULL) {
        qsort(m.reports, m.count, sizeof *m.reports, by_index);
        if (check_reports(&m, &why))
            write_merged(&m, c->conversion.write, &why);
    }
    for (size_t i = 0; i < m.count; i++)
        json_decref(m.reports[i].report);
    free(m.reports);
    free(m.codes.items);
    free(m.lost.items);
    arena_free(&m.arena);
    if (why.code == NULL)
        return STATUS_DONE;
    status = command_fail(&why);
    return strcmp(why.code, "unreadable") == 0 || strcmp(why.code, "not-written") == 0
               ? STATUS_FAILED
               : status;
}
