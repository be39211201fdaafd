/* main.c - the program. */
#include "base/memory.h"
#include "cli/command_line.h"
#include "cli/help.h"
#include "commands/commands.h"
#include "process/crash_handler.h"
#include "process/standard_files.h"

#include <apr_general.h>
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>

static int act(const struct command *c, apr_pool_t *pool)
{
    switch (c->action) {
    case ACTION_HELP:
        command_help();
        return STATUS_DONE;
    case ACTION_VERSION:
        printf("paperconv %s (plugin SDK 1.%d)\n", PAPERCONV_VERSION, PC_ABI_MINOR);
        return STATUS_DONE;
    case ACTION_PLUGIN_LIST:
        return command_plugin_list(c, pool);
    case ACTION_PLUGIN_SHOW:
        return command_plugin_show(c, pool);
    case ACTION_PLUGIN_CHECK:
        return command_plugin_check(c, pool);
    case ACTION_PLUGIN_NEW:
        return command_plugin_new(c, pool);
    case ACTION_REPORT_MERGE:
        return command_report_merge(c);
    default:
        return command_convert(c, pool);
    }
}

/* Standard output may be full; or closed, because the reader had enough. */
static int flush_standard_output(int status)
{
    if ((fflush(stdout) == 0 && !ferror(stdout)) || errno == EPIPE)
        return status;
    fputs("paperconv: error: cannot write standard output [not-written]\n", stderr);
    return STATUS_FAILED;
}

static int no_memory(int status)
{
    (void)status;
    memory_exhausted();
}

/* No library is to go on without the memory that it asked for. */
static apr_pool_t *open_libraries(void)
{
    apr_pool_t *pool;

    json_set_alloc_funcs(memory_alloc, free);
    if (apr_initialize() != APR_SUCCESS ||
        apr_pool_create_ex(&pool, NULL, no_memory, NULL) != APR_SUCCESS)
        memory_exhausted();
    return pool;
}

int main(int argc, char **argv)
{
    struct problem why = { .code = NULL };
    struct command command;
    apr_pool_t *pool;
    int status;

    standard_files_open();
    memory_keep();
    crash_handler_install();
    pool = open_libraries();
    if (command_parse(argc, (const char *const *)argv, pool, &command, &why))
        status = flush_standard_output(act(&command, pool));
    else
        status = command_fail(&why);
    apr_pool_destroy(pool);
    apr_terminate();
    crash_handler_finish();
    return status;
}
