/* child_process.h - calls a function in a child process, which may crash or hang. */
#ifndef PAPERCONV_HOST_PROCESS_CHILD_PROCESS_H
#define PAPERCONV_HOST_PROCESS_CHILD_PROCESS_H

#include <stddef.h>

struct child_result {
    int status;       /* the exit status; -1: a signal ended it, or it could not be started */
    int signal;       /* that signal, or 0 */
    const char *text; /* what it printed, in the memory that the caller gave */
};

/* Runs WORK(CONTEXT) in a child process, which exits with the status that it returns.  What it
 * prints on standard output and standard error is written to TEXT, with a NUL at the end, and cut
 * off when it has more than ROOM bytes, at least one.  It may use SECONDS of processor time and
 * four times as many seconds of real time.  The caller must have only one thread. */
struct child_result child_process_run(int (*work)(void *context), void *context, unsigned seconds,
                                      char *text, size_t room);
/* "SIGSEGV" */
const char *child_signal_name(int signal_number);

#endif
