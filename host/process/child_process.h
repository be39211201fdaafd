/* child_process.h - does a piece of work in a process of its own, which may crash or hang. */
#ifndef PAPERCONV_HOST_PROCESS_CHILD_PROCESS_H
#define PAPERCONV_HOST_PROCESS_CHILD_PROCESS_H

#include <stddef.h>

struct child_result {
    int status;       /* the exit status; -1: a signal ended it, or it could not be started */
    int signal;       /* that signal, or 0 */
    const char *text; /* what it printed, in the memory that the caller gave */
};

/* Runs WORK(CONTEXT) and ends with the status that it returns.  What it prints, on
 * standard output or standard error, is written to TEXT, which has ROOM bytes, at least one:
 * the beginning, when it is longer, and a NUL.  SECONDS of processor time and four times as
 * many on the clock are its limit.  The caller has one thread. */
struct child_result child_process_run(int (*work)(void *context), void *context, unsigned seconds,
                                      char *text, size_t room);
/* "SIGSEGV" */
const char *child_signal_name(int signal_number);

#endif
