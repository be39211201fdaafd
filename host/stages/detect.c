/* detect.c - collects the bids of the input plugins. */
#include "stages/detect.h"

#include "process/crash_handler.h"

struct bid {
    const struct plugin *plugin;
    int certainty;
    const char *why;
};

static struct bid ask(const struct plugin *p, pc_str head, pc_str name)
{
    struct bid bid = { p, 0, NULL };
    struct running_callback outside = crash_handler_enter(p->name, "sniff");

    bid.certainty = p->table->sniff(head, name, &bid.why);
    crash_handler_leave(outside);
    return bid;
}

/* Appends "NAME (REASON)" to the sentence in TEXT. */
static void append(char *text, size_t size, const struct bid *b, const char *between)
{
    size_t n = strlen(text);

    snprintf(text + n, size - n, "%s%s (%s)", between, b->plugin->name,
             b->why != NULL ? b->why : "gives no reason");
}

const struct plugin *highest_bid(const struct plugin *const *candidates, pc_str head,
                                 const struct document *d, struct problem *why)
{
    pc_str name = pc_s(d->member != NULL ? d->member : d->name);
    struct bid best = { NULL, 0, NULL };
    char declined[300] = "", tied[300] = "";

    for (; *candidates != NULL; candidates++) {
        struct bid b = ask(*candidates, head, name);

        if (b.certainty <= 0) {
            append(declined, sizeof declined, &b, declined[0] != '\0' ? ", " : "");
        } else if (b.certainty > best.certainty) {
            best = b;
            tied[0] = '\0';
        } else if (b.certainty == best.certainty) {
            if (tied[0] == '\0')
                append(tied, sizeof tied, &best, "");
            append(tied, sizeof tied, &b, " and ");
        }
    }
    if (best.plugin == NULL)
        problem_set(why, PC_ERROR, "unknown-format", "no input plugin reads this: %s",
                    declined[0] != '\0' ? declined : "there is none");
    else if (tied[0] != '\0')
        problem_set(why, PC_ERROR, "ambiguous-format", "choose one with -i: %s are equally sure",
                    tied);
    else
        return best.plugin;
    return NULL;
}
