/* detect.c - shows the first bytes of a document to the candidates of -i auto.  */
#include "stages/detect.h"

#include "base/zeros.h"
#include "documents/parts.h"
#include "process/crash_handler.h"

#include <strings.h>

enum { DETECT_SIZE = 4096 }; /* bytes of a document that each candidate sees */

/* What is known of a document that another process has converted stays as it is.  */
struct origin *origin_of_document(const struct document *d, const char *plugin)
{
    const struct part_document *before = d->converted;
    struct origin *origin =
        origin_new(d->name, d->member, before != NULL ? before->plugin : plugin);

    origin->ordinal = d->ordinal;
    origin->merged = before != NULL;
    if (before != NULL) {
        origin->before = before->before;
        facts_keep(origin->before.facts);
        if (before->before.problems != NULL)
            origin->before.problems =
                strcpy(memory_alloc(strlen(before->before.problems) + 1), before->before.problems);
    }
    return origin;
}

/* Of a document of which a shard wrote no record.  */
static struct batch *batch_without_records(const struct document *d)
{
    struct origin *origin = origin_of_document(d, "");
    struct batch *b = batch_new(origin);

    b->input.last = true;
    b->input.facts = facts_keep(origin->before.facts);
    b->passed_over = d->converted->passed_over;
    b->refused = d->converted->refused;
    b->message = d->converted->message;
    origin_drop(origin);
    return b;
}

static struct batch *message_batch(const struct document *d, const struct problem *p, bool refused)
{
    struct origin *origin = origin_new(d->name, d->member, "");
    struct batch *b = batch_new(origin);

    origin->ordinal = d->ordinal;
    origin_drop(origin);
    diagnostics_problem(&b->diagnostics, p, d->name, d->member, 0);
    b->input.last = true;
    b->passed_over = !d->about_archive;
    b->failed = p->severity >= PC_ERROR && !refused;
    b->refused = p->severity >= PC_ERROR && refused;
    return b;
}

/* ---- bids ---- */

struct bid {
    const struct plugin *plugin;
    int certainty;
    const char *why;
};

static struct bid ask_for_bid(const struct plugin *p, pc_str head, pc_str name)
{
    struct bid bid = { p, 0, NULL };
    struct running_callback outside = crash_handler_enter(p->name, "sniff");

    bid.certainty = p->table->sniff(head, name, &bid.why);
    crash_handler_leave(outside);
    return bid;
}

/* True when NAME ends in one of the extensions that the plugin lists, such as "csv tsv:dialect=tsv". */
static bool has_extension_of(const struct plugin *p, pc_str name)
{
    const char *words = p->table->extensions;

    for (; words != NULL && *words != '\0'; words += strcspn(words, " "), words += *words == ' ') {
        const size_t n = strcspn(words, " :");

        if (name.n > n && name.p[name.n - n - 1] == '.' &&
            strncasecmp(name.p + name.n - n, words, n) == 0)
            return true;
    }
    return false;
}

/* Appends "NAME (REASON)" to the sentence in TEXT.  */
static void append_bid(char *text, size_t size, const struct bid *b, const char *between)
{
    size_t n = strlen(text);

    snprintf(text + n, size - n, "%s%s (%s)", between, b->plugin->name,
             b->why != NULL ? b->why : "gives no reason");
}

static const struct plugin *highest_bid(const struct plugin *const *candidates, pc_str head,
                                        const struct document *d, struct problem *why)
{
    pc_str name = pc_s(d->member != NULL ? d->member : d->name);
    struct bid best = { NULL, 0, NULL };
    char declined[sizeof why->text] = "", tied[300] = "";

    for (; *candidates != NULL; candidates++) {
        struct bid b = ask_for_bid(*candidates, head, name);

        if (b.certainty <= 0) {
            if (has_extension_of(b.plugin, name)) /* others have nothing to say about it */
                append_bid(declined, sizeof declined, &b, declined[0] != '\0' ? ", " : "");
        } else if (b.certainty > best.certainty) {
            best = b;
            tied[0] = '\0';
        } else if (b.certainty == best.certainty) {
            if (tied[0] == '\0')
                append_bid(tied, sizeof tied, &best, "");
            append_bid(tied, sizeof tied, &b, " and ");
        }
    }
    if (best.plugin == NULL)
        problem_set(why, PC_ERROR, "unknown-format", "unrecognised format: %s",
                    declined[0] != '\0' ? declined : "no input reads it");
    else if (tied[0] != '\0')
        problem_set(why, PC_ERROR, "ambiguous-format", "choose one with -i: %s are equally sure",
                    tied);
    else
        return best.plugin;
    return NULL;
}

/* A tar archive without members is nothing but zeros, too, but a file that was lost when a machine
 * stopped is more likely. */
static const struct plugin *only_zeros(size_t n, struct problem *why)
{
    problem_set(why, PC_ERROR, "unknown-format",
                "unrecognised format: it begins with %zu zero bytes, like an empty tar archive or "
                "a file that was not completely written",
                n);
    return NULL;
}

/* ---- documents ---- */

static bool is_blank_head(pc_str head)
{
    return pc_trim(pc_starts(head, "\xEF\xBB\xBF") ? pc_drop(head, 3) : head).n == 0 &&
           memchr(head.p, '\0', head.n) == NULL; /* which pc_trim() takes for a space */
}

static bool detected(const struct chosen_plugins *c, struct document *d, size_t *input,
                     struct batch **told)
{
    char bytes[DETECT_SIZE];
    ssize_t n = stream_peek(&d->stream, bytes, sizeof bytes);
    struct problem why = { .code = NULL };
    const struct plugin *p;

    if (n < 0) {
        *told = message_batch(d, &d->stream->problem, false);
        return false;
    }
    if (n < DETECT_SIZE && is_blank_head(pc_sub(bytes, (size_t)n))) {
        problem_set(&why, PC_NOTE, "empty", "the document is empty");
        *told = message_batch(d, &why, false);
        return false;
    }
    if (leading_zeros(bytes, (size_t)n) == (size_t)n)
        p = only_zeros((size_t)n, &why);
    else
        p = highest_bid(c->inputs, pc_sub(bytes, (size_t)n), d, &why);
    for (*input = 0; p != NULL; ++*input)
        if (c->inputs[*input] == p)
            return true;
    if (!d->named && c->skip_unknown && strcmp(why.code, "ambiguous-format") != 0)
        why.severity = PC_NOTE;
    *told = message_batch(d, &why, true);
    return false;
}

bool detect_input(const struct chosen_plugins *c, struct document *d, size_t *input,
                  struct batch **told)
{
    if (d->stream == NULL && d->converted != NULL) {
        *told = batch_without_records(d);
        return false;
    }
    if (d->stream == NULL) {
        *told = message_batch(d, &d->problem, false);
        (*told)->message = d->problem.severity < PC_ERROR;
        return false;
    }
    if (c->automatic)
        return detected(c, d, input, told);
    *input = 0;
    return true;
}
