/* filter_probes.c - the probes of a filter plugin. */
#include "check/cost.h"
#include "check/test_records.h"
#include "stages/filter.h"

#include <stdlib.h>

/* ---- an output that writes nothing ---- */

static int write_nothing(void *state, pc_sink *sink, const pc_record *rec)
{
    (void)state;
    (void)sink;
    (void)rec;
    return PC_OK;
}

static const struct pc_plugin nothing_table = { .size = sizeof nothing_table,
                                                .kind = PC_KIND_OUTPUT,
                                                .name = "nothing",
                                                .option_size = sizeof(pc_option),
                                                .write = write_nothing };

/* ---- what the filter declares to change ---- */

static bool is_listed(const char *const *adds, pc_str key)
{
    static const char as_printed[] = "_as_printed"; /* a bad value of the key before it */

    if (pc_ends(key, as_printed))
        key.n -= sizeof as_printed - 1;
    for (; adds != NULL && *adds != NULL; adds++) {
        pc_str pattern = pc_s(*adds);

        if (pc_ends(pattern, "*")
                ? key.n >= pattern.n - 1 && memcmp(key.p, pattern.p, pattern.n - 1) == 0
                : pc_same(key, pattern))
            return true;
    }
    return false;
}

/* The fields of R that a filter with ADDS leaves as they are, a line each. */
static pc_text unlisted_fields(const struct record *r, const char *const *adds)
{
    pc_text text = { .p = NULL };

    for (size_t f = 0; f < r->count; f++) {
        if (is_listed(adds, r->fields[f].key))
            continue;
        pc_text_add(&text, r->fields[f].key);
        pc_text_add(&text, pc_s("="));
        pc_text_add(&text, r->fields[f].value);
        pc_text_add(&text, pc_s("\n"));
    }
    return text;
}

/* ---- running the filter ---- */

struct passed {      /* the records that the filter passed on */
    uint64_t *lines; /* their lines in the document, in order */
    bool *created;   /* by the filter, from the record on that line */
    size_t count, room, created_room;
    size_t before_flush; /* how many of them the filter did not hold back for flush() */
    bool failed;
    pc_text text;               /* their fields */
    const struct batch *before; /* NULL, or the same records before the filter saw them, */
    const char *const *adds;    /* and the keys that it declares to change */
};

/* Fails when R, which the filter has passed on, was changed beyond what it declares. */
static void compare_record(const struct passed *p, const struct record *r)
{
    for (size_t i = 0; !r->created && i < p->before->input.count; i++) {
        const struct record *old = &p->before->input.records[i];
        pc_text was, is;
        char what[100];

        if (old->line != r->line)
            continue;
        was = unlisted_fields(old, p->adds);
        is = unlisted_fields(r, p->adds);
        snprintf(what, sizeof what, "it does not declare in 'adds' what it changes in record %llu",
                 (unsigned long long)r->line);
        check_same(&was, &is, what);
        pc_text_free(&was);
        pc_text_free(&is);
    }
}

static void note_passed(struct passed *p, const struct batch *b)
{
    for (size_t i = 0; i < b->filtered.count; i++) {
        const struct record *r = b->filtered.records[i];

        p->lines = memory_grown(p->lines, &p->room, p->count, sizeof *p->lines);
        p->created = memory_grown(p->created, &p->created_room, p->count, sizeof *p->created);
        p->created[p->count] = r->created;
        if (p->before != NULL)
            compare_record(p, r);
        p->lines[p->count++] = r->origin != NULL ? r->line : 0;
        for (size_t f = 0; f < r->count; f++) {
            pc_text_add(&p->text, r->fields[f].key);
            pc_text_add(&p->text, pc_s("="));
            pc_text_add(&p->text, r->fields[f].value);
            pc_text_add(&p->text, pc_s("\n"));
        }
    }
    p->failed |= b->failed;
}

static bool deliver_flushed(void *context, struct batch *b)
{
    note_passed(context, b);
    batch_free(b);
    return true;
}

/* Passes the first N test records through the filter PLUGIN, and compares them with BEFORE, unless
 * that is NULL. */
static struct passed run_filter_on(const struct check *c, const struct plugin *plugin, size_t n,
                                   const struct batch *before)
{
    struct passed p = { .before = before, .adds = plugin->table->adds };
    struct diagnostics diagnostics = { .items = NULL };
    struct problem why = { .code = NULL };
    struct instance output;
    struct filter_stage filters = { .output = &output, .deliver = deliver_flushed, .context = &p };
    const struct plugin nothing = { .table = &nothing_table,
                                    .host = c->bare->host,
                                    .name = "nothing" };
    struct batch *b = test_records_batch(c, n);

    if (!instance_open(&output, &nothing, NULL, &diagnostics, &why) ||
        !filter_stage_open(&filters, &plugin, &c->options, 1, &diagnostics, &why))
        check_fail("%s", why.text);
    filter_stage_batch(&filters, b);
    note_passed(&p, b);
    p.before_flush = p.count;
    filter_stage_flush(&filters);
    batch_free(b);
    filter_stage_close(&filters);
    instance_close(&output);
    diagnostics_free(&diagnostics);
    return p;
}

static struct passed run_filter(const struct check *c, const struct plugin *plugin, size_t n)
{
    return run_filter_on(c, plugin, n, NULL);
}

static void free_passed(struct passed *p)
{
    free(p->lines);
    free(p->created);
    pc_text_free(&p->text);
}

/* ---- the probes ---- */

static void filter_survives_test_records(const struct check *c)
{
    struct passed p = run_filter(c, c->plugin, test_records_count());

    if (p.failed)
        check_fail("it fails on a test record");
    free_passed(&p);
    p = run_filter(c, c->plugin, 0);
    if (p.count != 0)
        check_fail("it makes %zu records out of none", p.count);
    free_passed(&p);
}

/* Records that the filter holds back until flush() may come in any order: it may be a sort. */
static void keeps_order(const struct check *c)
{
    struct passed p = run_filter(c, c->plugin, test_records_count());

    for (size_t i = 1; i < p.before_flush; i++) {
        if (p.lines[i] < p.lines[i - 1])
            check_fail("record %llu comes after record %llu", (unsigned long long)p.lines[i - 1],
                       (unsigned long long)p.lines[i]);
    }
    free_passed(&p);
}

static void invents_nothing(const struct check *c)
{
    struct passed p = run_filter(c, c->plugin, test_records_count());
    bool *seen = memory_alloc(test_records_count() + 1);

    memset(seen, 0, test_records_count() + 1);
    for (size_t i = 0; i < p.count; i++) {
        if (p.lines[i] == 0)
            check_fail("it emits a record that no input read, without pc_created_from()");
        if (p.created[i])
            continue;
        if (seen[p.lines[i]])
            check_fail("it passes record %llu on twice", (unsigned long long)p.lines[i]);
        seen[p.lines[i]] = true;
    }
    free(seen);
    free_passed(&p);
}

/* A plugin built for 1.0 cannot declare anything. */
static void changes_what_it_declares(const struct check *c)
{
    struct batch *before = test_records_batch(c, test_records_count());
    struct passed p = { .lines = NULL };

    if (c->plugin->table->size > offsetof(struct pc_plugin, adds))
        p = run_filter_on(c, c->plugin, test_records_count(), before);
    free_passed(&p);
    batch_free(before);
}

static void filter_repeats_itself(const struct check *c)
{
    struct passed first = run_filter(c, c->plugin, test_records_count());
    struct passed again = run_filter(c, c->plugin, test_records_count());

    check_same(&first.text, &again.text, "when the run is repeated");
    free_passed(&first);
    free_passed(&again);
}

static void filter_test_records(const struct check *c)
{
    struct passed p = run_filter(c, c->bare, test_records_count());

    free_passed(&p);
}

static void filter_frees_everything(const struct check *c)
{
    check_no_leak(c, filter_test_records);
}

const struct probe check_filter_probes[] = {
    { "missing fields and hostile values", filter_survives_test_records },
    { "order is kept", keeps_order },
    { "nothing is invented", invents_nothing },
    { "only declared changes", changes_what_it_declares },
    { "identical on repetition", filter_repeats_itself },
    { "no leak", filter_frees_everything },
    { NULL, NULL },
};
