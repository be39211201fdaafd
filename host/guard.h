/* guard.h - what happens when a plugin crashes, memory runs out, or the user
 * interrupts: one sentence, no temporary file, the right exit status. */
#ifndef PAPERCONV_HOST_GUARD_H
#define PAPERCONV_HOST_GUARD_H

#include <stddef.h>

/* Handlers for fault signals (exit status 3) and for SIGINT, SIGTERM and SIGHUP
 * (the process still ends by the signal); SIGPIPE is ignored: writes fail. */
void guard_install(void);
/* In a thread of our own: lets the handlers run even when its stack is full. */
void guard_thread(void);
/* PATH is removed when the process ends by a signal, until guard_forget().  The
 * string must live as long; at most eight at a time. */
void guard_temporary(const char *path);
void guard_forget(const char *path);
struct guard_mark { /* who is running in this thread */
    const char *plugin, *callback;
};
/* This thread now calls CALLBACK of the plugin NAME.  Returns what it did before,
 * for guard_leave(). */
struct guard_mark guard_enter(const char *plugin, const char *callback);
void guard_leave(struct guard_mark before);

#endif
