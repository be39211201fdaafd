/* again.c - an input that counts the lines of its document before it reads them as records. */
#define PC_NEEDS 1
#include "paperconv/plugin.h"

struct again {
    bool lines_only; /* nothing but the number of the lines */
    bool counted, returned;
    unsigned lines;
};

static const pc_option options[] = {
    PC_OPT_BOOL(struct again, lines_only, "One record with the number of lines"),
    PC_OPT_END,
};

static int again_sniff(pc_str head, pc_str name, const char **why)
{
    (void)name;
    *why = "begins with 'again'";
    return pc_starts(head, "again") ? 90 : 0;
}

/* A line a call: what was read is not limited by the limit of a record. */
static int count_lines(struct again *again, pc_source *source)
{
    pc_str line;

    if (pc_line(source, &line)) {
        again->lines++;
        return PC_SKIP;
    }
    again->counted = true;
    if (!pc_again(source))
        return pc_fatal(source, pc_none(), "asked", "it cannot be read again");
    if (!pc_line(source, &line))
        return PC_END;
    (void)pc_again(source); /* from the middle, too */
    return PC_SKIP;
}

static int again_next(void *state, pc_source *source, pc_record *record)
{
    struct again *again = state;
    char *text = pc_scratch(source, 40);
    pc_str line;

    if (!again->counted)
        return count_lines(again, source);
    if (!pc_line(source, &line))
        return PC_END;
    pc_add(record, PC_TITLE, line);
    snprintf(text, 40, "%u", again->lines);
    pc_add(record, "lines", pc_s(text));
    if (again->returned && pc_again(source))
        pc_fatal(source, line, "asked", "after the first record it should not go back");
    again->returned = true;
    return again->lines_only && line.n != 0 && line.p[0] != 'a' ? PC_SKIP : PC_OK;
}

PC_INPUT(again, .threads = PC_INSTANCE, .uses = PC_USES_AGAIN, .version = "1.0",
         .summary = "lines, counted", .options = options, .state_size = sizeof(struct again),
         .sniff = again_sniff, .next = again_next);
PC_MODULE(&again);
