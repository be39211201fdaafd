/* child_process.h - does a piece of work in a process of its own, which may crash or hang. */
#ifndef PAPERCONV_HOST_PROCESS_CHILD_PROCESS_H
#define PAPERCONV_HOST_PROCESS_CHILD_PROCESS_H

#include <apr_pools.h>

enum { CHILD_TEXT = 64 * 1024 };

struct child_result {
    int status;       /* the exit status; -1: a signal ended it */
    int signal;       /* that signal, or 0 */
    const char *text; /* the first CHILD_TEXT bytes that it printed */
};

/* Runs WORK(CONTEXT) and ends with the status that it returns.  What it prints, on
 * standard output or standard error, becomes the text.  SECONDS of processor time
 * and four times as many on the clock are its limit.  The caller has one thread. */
struct child_result child_process_run(int (*work)(void *context), void *context, unsigned seconds,
                                      apr_pool_t *pool);
/* "SIGSEGV" */
const char *child_signal_name(int signal_number);

#endif
