/* crash_handler.h - what happens when a plugin crashes or does not come back, memory runs
 * out, or the user interrupts: one sentence, no temporary file, the right exit status. */
#ifndef PAPERCONV_HOST_PROCESS_CRASH_HANDLER_H
#define PAPERCONV_HOST_PROCESS_CRASH_HANDLER_H

#include <stddef.h>
#include <stdint.h>

/* Handlers for fault signals (exit status 3) and for those that end the process, SIGINT and the like
 * (it still ends by the signal); SIGPIPE and SIGXFSZ are ignored: writes fail. */
void crash_handler_install(void);
/* Fault signals end the process as if crash_handler_install() had not been called. */
void crash_handler_uninstall(void);
/* The program is about to return from main(): whoever else calls exit() broke it. */
void crash_handler_finish(void);
/* In a thread of our own: lets the handlers run even when its stack is full, and
 * watches the processor time of the callbacks in it. */
void crash_handler_add_thread(void);
/* A callback that uses SECONDS of processor time ends the process with status 3. */
void crash_handler_callback_limit(uint64_t seconds);
/* A fault in the N bytes at P is told as the use of what a callback left behind. */
void crash_handler_poison(const void *p, size_t n);
/* mkostemp(), before threads exist: the file is removed when the process ends by a
 * signal, until crash_handler_forget_temporary().  The string must live as long; at most eight at a time. */
int crash_handler_open_temporary(char *template);
void crash_handler_forget_temporary(const char *path);
struct running_callback { /* who is running in this thread */
    const char *plugin, *callback;
};
/* This thread now calls CALLBACK of the plugin NAME.  Returns what it did before,
 * for crash_handler_leave(). */
struct running_callback crash_handler_enter(const char *plugin, const char *callback);
void crash_handler_leave(struct running_callback before);

#endif
