/* faulty.c - an input, a filter and an output that fail on demand.
 *
 * A line of the input is a record with that title.  A title such as "input bad", "filter
 * fatal" or "output crash" names the plugin that fails, and how. */
#include <signal.h>

#include "paperconv/plugin.h"

/* The status that PLUGIN returns for the record with this TITLE. */
static int fault(const char *plugin, pc_str title)
{
    pc_str who, what;

    if (!pc_cut(title, ' ', &who, &what) || !pc_eq(who, plugin))
        return PC_OK;
    if (pc_eq(what, "crash"))
        raise(SIGSEGV);
    return pc_eq(what, "skip")    ? PC_SKIP
           : pc_eq(what, "end")   ? PC_END
           : pc_eq(what, "bad")   ? PC_BAD
           : pc_eq(what, "fatal") ? PC_FATAL
                                  : PC_OK;
}

/* Two plugins bid for "ambiguous". */
static int input_sniff(pc_str head, pc_str name, const char **why)
{
    (void)name;
    if (!pc_starts(head, "ambiguous"))
        return 0;
    *why = "it says so";
    return 50;
}

static int input_next(void *state, pc_source *source, pc_record *record)
{
    pc_str line;
    int status;

    (void)state;
    if (!pc_line(source, &line))
        return PC_END;
    pc_add(record, PC_TITLE, line);
    status = fault("input", line);
    if (status < 0)
        pc_bad(source, line, "asked", "the record asks for it");
    return status;
}

static int filter_apply(void *state, pc_pipe *pipe, pc_record *record)
{
    int status = fault("filter", pc_get(record, PC_TITLE, 0));

    (void)state;
    if (status < 0)
        pc_bad(pipe, pc_none(), "asked", "the record asks for it");
    return status;
}

static int output_write(void *state, pc_sink *sink, const pc_record *record)
{
    pc_str title = pc_get(record, PC_TITLE, 0);
    int status = fault("output", title);

    (void)state;
    pc_write(sink, title);
    pc_puts(sink, "\n");
    if (status < 0)
        pc_bad(record, title, "asked", "the record asks for it");
    return status;
}

PC_INPUT(faulty_input, .version = "1.0", .summary = "a title a line", .sniff = input_sniff,
         .next = input_next);
PC_FILTER(faulty_filter, .version = "1.0", .summary = "passes all", .apply = filter_apply);
PC_OUTPUT(faulty_output, .version = "1.0", .summary = "a title a line", .write = output_write);
PC_MODULE(&faulty_input, &faulty_filter, &faulty_output);
