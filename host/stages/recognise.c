/* recognise.c - asks every candidate of -i auto about the first bytes of a document. */
#include "stages/recognise.h"

#include "records/origin.h"
#include "stages/detect.h"

static struct batch *message_batch(const struct document *d, const struct problem *p, bool refused)
{
    struct origin *origin = origin_new(d->name, d->member, "");
    struct batch *b = batch_new(origin);

    origin_drop(origin);
    diagnostics_problem(&b->diagnostics, p, d->name, d->member, 0);
    b->last = true;
    b->failed = p->severity >= PC_ERROR && !refused;
    b->refused = p->severity >= PC_ERROR && refused;
    return b;
}

static bool blank(pc_str head)
{
    return pc_trim(pc_starts(head, "\xEF\xBB\xBF") ? pc_drop(head, 3) : head).n == 0;
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
    if (n < DETECT_SIZE && blank(pc_sub(bytes, (size_t)n))) {
        problem_set(&why, PC_NOTE, "empty", "the document is empty");
        *told = message_batch(d, &why, false);
        return false;
    }
    p = highest_bid(c->inputs, pc_sub(bytes, (size_t)n), d, &why);
    for (*input = 0; p != NULL; ++*input)
        if (c->inputs[*input] == p)
            return true;
    if (!d->named)
        why.severity = PC_WARNING;
    *told = message_batch(d, &why, true);
    return false;
}

bool detect_input(const struct chosen_plugins *c, struct document *d, size_t *input,
                  struct batch **told)
{
    if (d->stream == NULL) {
        *told = message_batch(d, &d->problem, false);
        return false;
    }
    if (c->automatic)
        return detected(c, d, input, told);
    *input = 0;
    return true;
}
