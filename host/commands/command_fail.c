/* command_fail.c - reports why a command failed. */
#include "commands/commands.h"

#include "diagnostics/reporter.h"
#include "loader/registry.h"

int command_fail(const struct problem *why)
{
    struct reporter reporter;

    reporter_open(&reporter, DIAGNOSTICS_TEXT, 0, false, DIAGNOSTICS_PER_CODE);
    reporter_problem(&reporter, why);
    reporter_close(&reporter);
    return registry_failed(why) ? STATUS_FAILED : STATUS_USAGE;
}
