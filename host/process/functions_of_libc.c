/* functions_of_libc.c - what libc defines, too.  A call from a plugin finds the program's function
 * before that of libc, so that no plugin can end the program unseen, or block the signals that
 * end a plugin. */
#include "process/crash_handler.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXPORTED __attribute__((visibility("default")))

EXPORTED void _exit(int status)
{
    crash_handler_forbid_end();
    end_process(status);
}

EXPORTED void _Exit(int status)
{
    _exit(status);
}

EXPORTED void pthread_exit(void *result)
{
    void (*of_libc)(void *);
    void *symbol = dlsym(RTLD_NEXT, "pthread_exit");

    crash_handler_forbid_end();
    memcpy(&of_libc, &symbol, sizeof of_libc);
    of_libc(result);
    abort();
}

EXPORTED int sigprocmask(int how, const sigset_t *set, sigset_t *old)
{
    return crash_handler_mask(how, set, old);
}

EXPORTED int pthread_sigmask(int how, const sigset_t *set, sigset_t *old)
{
    return crash_handler_mask(how, set, old) == 0 ? 0 : errno;
}
