/* load.c - modules that fail while they are loaded. */
#include "paperconv/plugin.h"

#include <signal.h>
#include <unistd.h>

__attribute__((constructor)) static void on_load(void)
{
#ifdef CRASH
    raise(SIGSEGV);
#else
    _exit(7);
#endif
}

static int write_nothing(void *state, pc_sink *sink, const pc_record *record)
{
    (void)state;
    (void)sink;
    (void)record;
    return PC_OK;
}

PC_OUTPUT(broken, .version = "1.0", .summary = "nothing", .write = write_nothing);
PC_MODULE(&broken);
