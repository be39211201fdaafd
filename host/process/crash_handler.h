/* crash_handler.h - ends the process in order when a plugin crashes, exits or does not return, when
 * memory runs out, or when the user interrupts: prints one sentence, removes the temporary files,
 * and sets the exit status. */
#ifndef PAPERCONV_HOST_PROCESS_CRASH_HANDLER_H
#define PAPERCONV_HOST_PROCESS_CRASH_HANDLER_H

#include <signal.h>
#include <stddef.h>
#include <stdint.h>

/* Installs handlers for fault signals, which end the process with exit status 3, and for signals
 * such as SIGINT, after which the process still ends by the signal.  SIGPIPE and SIGXFSZ are
 * ignored: the write fails instead. */
void crash_handler_install(void);
/* To be called in a child process that runs plugins. */
void crash_handler_own_process(void);
/* Ends the process at once; as _exit(), which is not for the host: see functions_of_libc.c. */
_Noreturn void end_process(int status);
/* Returns only if no plugin is being called. */
void crash_handler_forbid_end(void);
/* As sigprocmask(), for this thread; but the signals that this file needs are never blocked. */
int crash_handler_mask(int how, const sigset_t *set, sigset_t *old);
/* Undoes crash_handler_install() for fault signals. */
void crash_handler_uninstall(void);
/* To be called before main() returns: an earlier exit() is treated as a failure of a library. */
void crash_handler_finish(void);
/* To be called in each new thread.  The handlers can then run even when its stack is full, and the
 * processor time of its callbacks is limited. */
void crash_handler_add_thread(void);
/* When a callback uses SECONDS of processor time, the process ends with status 3. */
void crash_handler_callback_limit(uint64_t seconds);
/* A fault in the N bytes at P is reported as the use of a slice or handle of an earlier call. */
void crash_handler_poison(const void *p, size_t n);
/* As mkostemp(), before there are threads.  The file is removed when a signal ends the process,
 * until crash_handler_forget_temporary() is called, and TEMPLATE must live as long.  There can be
 * eight such files at a time. */
int crash_handler_open_temporary(char *template);
void crash_handler_forget_temporary(const char *path);
struct running_callback { /* what this thread is calling */
    const char *plugin, *callback;
};
/* To be called before this thread calls CALLBACK of the plugin PLUGIN.  Returns what it was
 * calling before, for crash_handler_leave(). */
struct running_callback crash_handler_enter(const char *plugin, const char *callback);
void crash_handler_leave(struct running_callback before);

#endif
