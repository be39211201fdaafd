/* runreport.c - an output of titles, and the report of the run below them. */
#define PC_NEEDS 1
#include "paperconv/plugin.h"

static int runreport_write(void *state, pc_sink *sink, const pc_record *record)
{
    (void)state;
    pc_write(sink, pc_get(record, PC_TITLE, 0));
    pc_puts(sink, pc_run(sink).n != 0 ? " (report)\n" : "\n");
    return PC_OK;
}

static int runreport_footer(void *state, pc_sink *sink)
{
    (void)state;
    pc_write(sink, pc_run(sink));
    pc_puts(sink, "\n");
    return PC_OK;
}

PC_OUTPUT(runreport, .uses = PC_USES_RUN, .version = "1.0", .summary = "titles, and the report",
          .write = runreport_write, .footer = runreport_footer);
PC_MODULE(&runreport);
