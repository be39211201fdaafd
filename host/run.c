/* run.c - chooses the plugins, tries their options, and drives the stages:
 * documents -> parser -> gate -> formatter -> writer, all in this thread. */
#include "run.h"

#include "detect.h"
#include "documents.h"
#include "formatter.h"
#include "gate.h"
#include "parser.h"
#include "writer.h"

#include <apr_strings.h>
#include <unistd.h>

enum { ARCHIVE_DEPTH = 8, SPOOL_LIMIT = 1 << 30 };

struct run {
    const struct command *command;
    apr_pool_t *pool;
    struct plugins *plugins;
    const struct plugin **inputs;   /* one, or the candidates of -i auto; NULL-terminated */
    struct settings *input_options; /* one for each */
    const struct plugin **filters;
    struct settings *filter_options;
    const struct plugin *output_plugin;
    bool automatic;
    struct reporter reporter;
    struct instance output;
    struct gate gate;
    struct writer writer;
};

/* ---- plugins and options, before anything is read ---- */

static bool try_options(const struct plugin *p, struct settings settings, struct problem *why)
{
    struct remarks remarks = { .items = NULL };
    struct instance trial;
    bool ok = instance_open(&trial, p, settings, &remarks, why);

    instance_close(&trial);
    remarks_free(&remarks);
    return ok;
}

/* Those of SETTINGS that P declares. */
static struct settings declared(struct run *r, const struct plugin *p, struct settings all)
{
    struct setting *mine = apr_palloc(r->pool, (all.count + 1) * sizeof *mine);
    size_t n = 0;

    for (size_t i = 0; i < all.count; i++)
        if (setting_option(p, all.items[i].key) != NULL)
            mine[n++] = all.items[i];
    return (struct settings){ mine, n };
}

/* An option after -i auto that no candidate declares is a mistake. */
static bool all_declared(const struct run *r, struct problem *why)
{
    struct settings all = r->command->input.settings;

    for (size_t i = 0; i < all.count; i++) {
        bool found = false;

        for (size_t k = 0; r->inputs[k] != NULL; k++)
            found |= setting_option(r->inputs[k], all.items[i].key) != NULL;
        if (!found) {
            problem_set(why, PC_ERROR, "unknown-option",
                        "no input plugin has an option '%s'; see 'paperconv plugin show NAME'",
                        all.items[i].key);
            return false;
        }
    }
    return true;
}

static bool choose_inputs(struct run *r, struct problem *why)
{
    const struct chosen *input = &r->command->input;
    const struct plugin *const *all;
    size_t n = 0;

    r->automatic = strcmp(input->name, "auto") == 0;
    if (!r->automatic) {
        r->inputs = apr_pcalloc(r->pool, 2 * sizeof *r->inputs);
        r->inputs[0] = plugins_find(r->plugins, PC_KIND_INPUT, input->name, why);
        r->input_options = apr_pmemdup(r->pool, &input->settings, sizeof input->settings);
        return r->inputs[0] != NULL && try_options(r->inputs[0], input->settings, why);
    }
    all = plugins_all(r->plugins, PC_KIND_INPUT);
    while (all[n] != NULL)
        n++;
    if (n == 0) {
        problem_set(why, PC_ERROR, "no-plugins",
                    "no input plugin was found; 'paperconv plugin list' shows what was refused");
        return false;
    }
    r->inputs = apr_pmemdup(r->pool, all, (n + 1) * sizeof *all);
    r->input_options = apr_pcalloc(r->pool, (n + 1) * sizeof *r->input_options);
    for (size_t i = 0; i < n; i++) {
        r->input_options[i] = declared(r, r->inputs[i], input->settings);
        if (r->input_options[i].count != 0 && !try_options(r->inputs[i], r->input_options[i], why))
            return false;
    }
    return all_declared(r, why);
}

static bool choose_filters(struct run *r, struct problem *why)
{
    size_t n = r->command->filter_count;

    r->filters = apr_pcalloc(r->pool, (n + 1) * sizeof *r->filters);
    r->filter_options = apr_pcalloc(r->pool, (n + 1) * sizeof *r->filter_options);
    for (size_t i = 0; i < n; i++) {
        const struct chosen *f = &r->command->filters[i];

        r->filters[i] = plugins_find(r->plugins, PC_KIND_FILTER, f->name, why);
        r->filter_options[i] = f->settings;
        if (r->filters[i] == NULL || !try_options(r->filters[i], f->settings, why))
            return false;
    }
    return true;
}

static const char *extension(const char *path)
{
    const char *dot = path != NULL ? strrchr(path, '.') : NULL;

    return dot != NULL && strchr(dot, '/') == NULL ? dot + 1 : NULL;
}

static bool choose_output(struct run *r, struct problem *why)
{
    const struct command *c = r->command;
    const char *end = extension(c->write);

    if (c->output.name != NULL)
        r->output_plugin = plugins_find(r->plugins, PC_KIND_OUTPUT, c->output.name, why);
    else if (end != NULL)
        r->output_plugin = plugins_by_extension(r->plugins, PC_KIND_OUTPUT, end);
    if (r->output_plugin == NULL && c->output.name == NULL)
        r->output_plugin = plugins_find(r->plugins, PC_KIND_OUTPUT, "jsonl", why);
    return r->output_plugin != NULL && try_options(r->output_plugin, c->output.settings, why);
}

/* ---- stages ---- */

/* The way of a batch from the parser to the writer. */
static bool deliver(void *context, struct batch *b)
{
    struct run *r = context;
    bool stop = r->command->on_error == ON_ERROR_STOP;
    bool more = b->origin == NULL || gate_batch(&r->gate, b);

    if (!format_batch(&r->output, b, stop))
        more = false;
    if (!writer_put(&r->writer, b))
        more = false;
    batch_free(b);
    return more;
}

static void flush(void *context)
{
    struct run *r = context;

    writer_flush(&r->writer);
}

/* ---- documents ---- */

/* What is to be said about a document that no plugin reads: it failed or, when
 * REFUSED, was not recognised. */
static bool deliver_problem(struct run *r, const struct document *d, const struct problem *p,
                            bool refused)
{
    struct origin *origin = origin_new(d->name, d->member, "");
    struct batch *b = batch_new(origin);

    origin_drop(origin);
    remarks_problem(&b->remarks, p, d->name, d->member, 0);
    b->last = true;
    b->failed = p->severity >= PC_ERROR && !refused;
    b->refused = p->severity >= PC_ERROR && refused;
    return deliver(r, b);
}

static bool blank(pc_str head)
{
    return pc_trim(pc_starts(head, "\xEF\xBB\xBF") ? pc_drop(head, 3) : head).n == 0;
}

static bool convert_with(struct run *r, const struct document *d, size_t i)
{
    struct parser_settings settings = {
        .stop = r->command->on_error == ON_ERROR_STOP,
        .keep_raw = r->command->on_error == ON_ERROR_QUARANTINE,
        .deliver = deliver,
        .flush = flush,
        .context = r,
    };

    return parse_document(d, r->inputs[i], r->input_options[i], &settings);
}

static bool detect_and_convert(struct run *r, struct document *d)
{
    char bytes[DETECT_SIZE];
    ssize_t n = stream_peek(&d->stream, bytes, sizeof bytes);
    const struct plugin *p;
    struct problem why = { .code = NULL };
    pc_str head;

    if (n < 0)
        return deliver_problem(r, d, &d->stream->problem, false);
    head = pc_sub(bytes, (size_t)n);
    if (n < DETECT_SIZE && blank(head)) {
        problem_set(&why, PC_NOTE, "empty", "the document is empty");
        return deliver_problem(r, d, &why, false);
    }
    p = detect(r->inputs, head, d, &why);
    for (size_t i = 0; p != NULL; i++)
        if (r->inputs[i] == p)
            return convert_with(r, d, i);
    if (!d->named)
        why.severity = PC_WARNING;
    return deliver_problem(r, d, &why, true);
}

static void convert_documents(struct run *r)
{
    const struct command *c = r->command;
    struct document_settings settings = { c->inputs, c->members, c->encoding, ARCHIVE_DEPTH,
                                          SPOOL_LIMIT };
    struct documents *documents = documents_open(&settings);
    struct document d;
    bool more = true;

    while (more && documents_next(documents, &d)) {
        if (d.stream == NULL)
            more = deliver_problem(r, &d, &d.problem, false);
        else if (r->automatic)
            more = detect_and_convert(r, &d);
        else
            more = convert_with(r, &d, 0);
    }
    documents_close(documents);
}

/* ---- the run ---- */

/* 0, or the exit status. */
static int choose(struct run *r)
{
    struct problem why = { .code = NULL };

    r->plugins = plugins_open(r->pool, r->command->plugin_path);
    if (choose_inputs(r, &why) && choose_filters(r, &why) && choose_output(r, &why))
        return 0;
    reporter_problem(&r->reporter, &why);
    return strcmp(why.code, "plugin-refused") == 0 ? 3 : 2;
}

/* The modules that were passed over or look unsafe. */
static void say_refusals(struct run *r)
{
    size_t n;
    const struct refusal *refused = plugins_refused(r->plugins, &n);

    for (size_t i = 0; i < n; i++) {
        struct problem p = refused[i].why;

        if (p.severity >= PC_ERROR)
            p.severity = PC_DETAIL; /* the run does without it */
        reporter_problem(&r->reporter, &p);
    }
}

static bool open_stages(struct run *r)
{
    struct remarks remarks = { .items = NULL };
    struct problem why = { .code = NULL };
    bool ok;

    r->gate.output = &r->output;
    r->gate.deliver = deliver;
    r->gate.context = r;
    ok = instance_open(&r->output, r->output_plugin, r->command->output.settings, &remarks, &why);
    ok = gate_open(&r->gate, r->filters, r->filter_options, ok ? r->command->filter_count : 0,
                   &remarks, &why) &&
         ok;
    reporter_say(&r->reporter, &remarks);
    remarks_free(&remarks);
    if (!ok)
        reporter_problem(&r->reporter, &why);
    return ok;
}

static int convert(struct run *r)
{
    int status = 3;

    if (open_stages(r)) {
        if (writer_open(&r->writer, r->command, &r->output, &r->reporter)) {
            convert_documents(r);
            gate_flush(&r->gate);
        }
        status = writer_close(&r->writer);
    }
    gate_close(&r->gate);
    instance_close(&r->output);
    return status;
}

int run(const struct command *c, apr_pool_t *pool)
{
    struct run r = { .command = c, .pool = pool };
    int status;

    reporter_open(&r.reporter, c->diagnostics, c->verbosity);
    status = choose(&r);
    if (status == 0) {
        say_refusals(&r);
        if (c->assumed_stdin && isatty(STDIN_FILENO))
            reporter_remark(&r.reporter, "reading standard input; end it with Ctrl-D");
        status = convert(&r);
    }
    reporter_close(&r.reporter);
    return status;
}
