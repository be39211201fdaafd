/* output_probes.c - the probes of an output plugin. */
#include "check/cost.h"
#include "check/test_records.h"
#include "stages/filter.h"
#include "stages/format.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { BATCHES = 4 };

/* ---- running the output ---- */

struct output_run {
    struct instance output;
    struct filter_stage filters;
    struct diagnostics diagnostics;
    pc_text text;
    int own; /* the file of an output that writes it itself */
};

static void add_frame(void *text, pc_str bytes)
{
    pc_text_add(text, bytes);
}

/* The file of an output that writes it itself; one at a time in the process of a probe. */
static char own_path[] = "/tmp/paperconv-check-XXXXXX";

static void make_own_file(struct output_run *r)
{
    if ((r->output.callback.uses & PC_USES_OUTPUT_FILE) == 0)
        return;
    memcpy(own_path + sizeof own_path - 7, "XXXXXX", 6);
    r->own = mkstemp(own_path);
    if (r->own < 0)
        check_fail("no temporary file can be made for it: %s", strerror(errno));
    r->output.callback.output_path = own_path;
}

/* What the output wrote counts as its text. */
static void take_own_file(struct output_run *r)
{
    char bytes[4096];
    ssize_t got;

    if (r->output.callback.output_path == NULL)
        return;
    while ((got = read(r->own, bytes, sizeof bytes)) > 0)
        pc_text_add(&r->text, pc_sub(bytes, (size_t)got));
    close(r->own);
    unlink(own_path);
}

static void begin_output(const struct check *c, const struct plugin *plugin, struct output_run *r)
{
    struct problem why = { .code = NULL };

    *r = (struct output_run){ .filters = { .output = &r->output } };
    if (!instance_open(&r->output, plugin, &c->options, &r->diagnostics, &why))
        check_fail("%s", why.text);
    make_own_file(r);
    if (!format_frame(&r->output, plugin->table->header, "header", &r->diagnostics, add_frame,
                      &r->text))
        check_fail("header() failed");
}

/* A report with every member. */
static const char run_report[] =
    "{\"paperconv\": \"" PAPERCONV_VERSION "\",\n\"documents\": [\n"
    "  {\"document\": \"a.txt\", \"plugin\": \"profile\", \"records\": 2, \"rejected\": 0, "
    "\"facts\": "
    "{\"name\": \"</script>\"}},\n"
    "  {\"document\": \"b.zip\", \"member\": \"c.txt\", \"plugin\": null, \"records\": 0, "
    "\"rejected\": 0, "
    "\"facts\": {}}],\n"
    "\"records\": 2,\n\"written\": 2,\n\"rejected\": 0,\n\"filtered\": 0,\n\"added\": 0,\n"
    "\"diagnostics\": {\"unrecognised\": 1},\n\"lost\": {\"score\": 1},\n"
    "\"problems\": [{\"severity\":\"error\",\"code\":\"unrecognised\",\"text\":\"no plugin reads "
    "it\","
    "\"document\":\"b.zip\",\"member\":\"c.txt\"}]}";

static void end_output(struct output_run *r)
{
    if ((r->output.callback.uses & PC_USES_RUN) != 0)
        r->output.callback.run = pc_s(run_report);
    if (!format_frame(&r->output, r->output.plugin->table->footer, "footer", &r->diagnostics,
                      add_frame, &r->text))
        check_fail("footer() failed");
    take_own_file(r);
    instance_close(&r->output);
    diagnostics_free(&r->diagnostics);
}

static void add_output(pc_text *text, const struct batch *b)
{
    for (size_t i = 0; i < batch_parts(b); i++)
        pc_text_add(text, batch_part(b, i));
}

/* The output of a run with the first N test records, as a text that the caller frees. */
static pc_text output_of(const struct check *c, const struct plugin *plugin, size_t n)
{
    const struct limits limits = limits_default();
    struct output_run r;
    struct batch *b = test_records_batch(c, n);

    begin_output(c, plugin, &r);
    filter_stage_batch(&r.filters, b);
    format_batch(&r.output, b, &limits, false);
    if (b->failed)
        check_fail("it fails on a test record");
    add_output(&r.text, b);
    batch_free(b);
    end_output(&r);
    return r.text;
}

/* ---- the probes ---- */

static void output_survives_test_records(const struct check *c)
{
    pc_text all = output_of(c, c->plugin, test_records_count());

    pc_text_free(&all);
}

static void writes_something(const struct check *c)
{
    pc_text none = output_of(c, c->plugin, 0), one = output_of(c, c->plugin, 1);

    if (pc_same(pc_text_str(&one), pc_text_str(&none)))
        check_fail("a record with every field adds nothing to the output");
    pc_text_free(&none);
    pc_text_free(&one);
}

static void frame_is_balanced(const struct check *c)
{
    static const char brackets[] = "()[]{}";
    long open[sizeof brackets / 2] = { 0 };
    pc_text frame;

    if ((c->plugin->table->uses & PC_USES_OUTPUT_FILE) != 0)
        return; /* the file of a library is no text */
    frame = output_of(c, c->plugin, 0);
    if (frame.n != 0 && memchr(frame.p, '\0', frame.n) != NULL)
        frame.n = 0; /* bytes, no text */
    for (size_t i = 0; i < frame.n; i++) {
        const char *at = memchr(brackets, frame.p[i], sizeof brackets - 1);

        if (at != NULL)
            open[(at - brackets) / 2] += (at - brackets) % 2 == 0 ? 1 : -1;
    }
    for (size_t i = 0; i < sizeof brackets / 2; i++) {
        if (open[i] != 0)
            check_fail("header() and footer() do not balance: '%c' and '%c'", brackets[2 * i],
                       brackets[2 * i + 1]);
    }
    pc_text_free(&frame);
}

static void output_repeats_itself(const struct check *c)
{
    pc_text first = output_of(c, c->plugin, test_records_count());
    pc_text again = output_of(c, c->plugin, test_records_count());

    check_same(&first, &again, "when the run is repeated");
    pc_text_free(&first);
    pc_text_free(&again);
}

/* ---- threads ---- */

struct writer_thread {
    struct instance output; /* shares the state of the others */
    struct batch *batch;
    pthread_t thread;
};

static void *write_batch(void *context)
{
    const struct limits limits = limits_default();
    struct writer_thread *t = context;

    format_batch(&t->output, t->batch, &limits, false);
    return NULL;
}

/* The output for BATCHES batches, written one after the other, or with BESIDE at the same time. */
static pc_text write_batches(const struct check *c, bool beside)
{
    struct writer_thread all[BATCHES];
    struct output_run r;

    begin_output(c, c->bare, &r);
    for (size_t i = 0; i < BATCHES; i++) {
        all[i].batch = test_records_batch(c, test_records_count());
        filter_stage_batch(&r.filters, all[i].batch);
    }
    for (size_t i = 0; i < BATCHES; i++) {
        all[i].output = instance_share(&r.output);
        if (!beside)
            write_batch(&all[i]);
        else if (pthread_create(&all[i].thread, NULL, write_batch, &all[i]) != 0)
            memory_exhausted();
    }
    for (size_t i = 0; i < BATCHES; i++) {
        if (beside)
            pthread_join(all[i].thread, NULL);
        add_output(&r.text, all[i].batch);
        instance_end_share(&all[i].output);
        batch_free(all[i].batch);
    }
    end_output(&r);
    return r.text;
}

static void writing_threads_agree(const struct check *c)
{
    pc_text one, many;

    if (c->plugin->table->threads < PC_REENTRANT)
        return; /* the plugin allows one thread only */
    one = write_batches(c, false);
    many = write_batches(c, true);
    check_same(&one, &many, "when records are written at the same time");
    pc_text_free(&one);
    pc_text_free(&many);
}

/* ---- cost ---- */

static void write_test_records(const struct check *c)
{
    pc_text all = output_of(c, c->bare, test_records_count());

    pc_text_free(&all);
}

static void output_frees_everything(const struct check *c)
{
    check_no_leak(c, write_test_records);
}

const struct probe check_output_probes[] = {
    { "missing fields and hostile values", output_survives_test_records },
    { "a record is written", writes_something },
    { "header and footer balance", frame_is_balanced },
    { "identical on repetition", output_repeats_itself },
    { "threads", writing_threads_agree },
    { "no leak", output_frees_everything },
    { NULL, NULL },
};
