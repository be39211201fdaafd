/* guard.c - signal handlers.  The only state of the program that is not passed
 * by argument, because a handler has no argument for it. */
#include "guard.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TEMPORARIES = 8 };
static const char *volatile temporaries[TEMPORARIES];
static _Thread_local const char *volatile plugin_name;
static _Thread_local const char *volatile plugin_callback;

static void say(const char *text)
{
    ssize_t ignored = write(STDERR_FILENO, text, strlen(text));

    (void)ignored; /* nothing is left to be done about it */
}

static const char *meaning(int signal_number)
{
    switch (signal_number) {
    case SIGABRT:
        return "gave up (out of memory?)";
    case SIGFPE:
        return "crashed with SIGFPE";
    case SIGBUS:
        return "crashed with SIGBUS";
    case SIGILL:
        return "crashed with SIGILL";
    default:
        return "crashed with SIGSEGV";
    }
}

static void remove_temporary(void)
{
    for (int i = 0; i < TEMPORARIES; i++)
        if (temporaries[i] != NULL)
            unlink(temporaries[i]);
}

static void on_fault(int signal_number)
{
    remove_temporary();
    say("paperconv: error: ");
    if (plugin_name != NULL) {
        say("plugin '");
        say(plugin_name);
        say("' ");
        say(meaning(signal_number));
        say(" in ");
        say(plugin_callback);
        say("(); nothing more was written [plugin-crashed]\n");
    } else {
        say("paperconv itself ");
        say(meaning(signal_number));
        say(" [crashed]\n");
    }
    _exit(3);
}

static void on_interrupt(int signal_number)
{
    remove_temporary();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void guard_thread(void)
{
    static _Thread_local char stack[16 * 1024];
    stack_t alternate = { .ss_sp = stack, .ss_size = sizeof stack }, old;

    if (sigaltstack(NULL, &old) == 0 && (old.ss_flags & SS_DISABLE) != 0) /* a sanitizer has one */
        sigaltstack(&alternate, NULL);
}

void guard_install(void)
{
    static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
    static const int interrupts[] = { SIGINT, SIGTERM, SIGHUP };
    struct sigaction action = { .sa_handler = on_fault, .sa_flags = SA_ONSTACK | SA_NODEFER };

    guard_thread();
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        sigaction(faults[i], &action, NULL);
    action.sa_handler = on_interrupt;
    for (size_t i = 0; i < sizeof interrupts / sizeof *interrupts; i++) {
        struct sigaction old;

        if (sigaction(interrupts[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(interrupts[i], &action, NULL);
    }
    signal(SIGPIPE, SIG_IGN);
}

static void replace(const char *old, const char *new)
{
    for (int i = 0; i < TEMPORARIES; i++) {
        if (temporaries[i] == old) {
            temporaries[i] = new;
            return;
        }
    }
}

void guard_temporary(const char *path)
{
    replace(NULL, path);
}

void guard_forget(const char *path)
{
    replace(path, NULL);
}

struct guard_mark guard_enter(const char *plugin, const char *callback)
{
    struct guard_mark before = { plugin_name, plugin_callback };

    plugin_name = plugin;
    plugin_callback = callback;
    return before;
}

void guard_leave(struct guard_mark before)
{
    plugin_name = before.plugin;
    plugin_callback = before.callback;
}
