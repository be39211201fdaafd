/* main.c - the program. */
#include "command.h"
#include "guard.h"
#include "reporter.h"
#include "run.h"

#include <apr_general.h>
#include <errno.h>
#include <stdlib.h>

static int usage_error(const struct problem *why)
{
    struct reporter reporter;

    reporter_open(&reporter, DIAGNOSTICS_TEXT, 0);
    reporter_problem(&reporter, why);
    reporter_close(&reporter);
    return 2;
}

static int act(const struct command *c, apr_pool_t *pool)
{
    switch (c->action) {
    case ACTION_HELP:
        command_help();
        return 0;
    case ACTION_VERSION:
        printf("paperconv %s (plugin SDK 1.%d)\n", PAPERCONV_VERSION, PC_ABI_MINOR);
        return 0;
    case ACTION_PLUGIN_LIST:
        return command_plugin_list(c, pool);
    case ACTION_PLUGIN_SHOW:
        return command_plugin_show(c, pool);
    default:
        return run(c, pool);
    }
}

/* Standard output may be full; or closed, because the reader had enough. */
static int finish(int status)
{
    if ((fflush(stdout) == 0 && !ferror(stdout)) || errno == EPIPE)
        return status;
    fputs("paperconv: error: cannot write standard output [not-written]\n", stderr);
    return 3;
}

int main(int argc, char **argv)
{
    struct problem why = { .code = NULL };
    struct command command;
    apr_pool_t *pool;
    int status;

    guard_install();
    if (apr_initialize() != APR_SUCCESS || apr_pool_create(&pool, NULL) != APR_SUCCESS)
        abort();
    if (command_parse(argc, (const char *const *)argv, pool, &command, &why))
        status = finish(act(&command, pool));
    else
        status = usage_error(&why);
    apr_pool_destroy(pool);
    apr_terminate();
    return status;
}
