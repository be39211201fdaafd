/* crash_handler.c - signal handlers.  Their state is in global variables, because a handler
 * cannot be given an argument. */
#include "process/crash_handler.h"

#include "base/memory.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { TEMPORARIES = 8 };
static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
enum { FAULTS = sizeof faults / sizeof *faults };
static const char *volatile temporaries[TEMPORARIES];
static volatile bool finished; /* main() is about to return */
static volatile pid_t owner; /* the process that is to end in order, not one that a plugin forks */
static _Thread_local const char *volatile plugin_name;
static _Thread_local const char *volatile plugin_callback;
static _Thread_local volatile unsigned calls; /* how often a callback began or ended */
static volatile uint64_t callback_seconds = UINT64_MAX;
static struct {
    uintptr_t from, size;
} poison;

static void say_on_stderr(const char *text)
{
    ssize_t ignored = write(STDERR_FILENO, text, strlen(text));

    (void)ignored; /* there is nowhere to report it */
}

static const char *fault_meaning(const siginfo_t *info)
{
    bool has_address = info->si_signo == SIGSEGV && info->si_code > 0; /* not from kill() */

    if (has_address && (uintptr_t)info->si_addr - poison.from < poison.size)
        return "used a slice or a handle of an earlier callback";
    switch (info->si_signo) {
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

_Noreturn void end_process(int status)
{
    for (;;)
        syscall(SYS_exit_group, status);
}

/* "plugin 'x' WHAT in next()" */
static _Noreturn void blame_plugin(const char *what, const char *code)
{
    say_on_stderr("paperconv: error: plugin '");
    say_on_stderr(plugin_name);
    say_on_stderr("' ");
    say_on_stderr(what);
    say_on_stderr(" in ");
    say_on_stderr(plugin_callback);
    say_on_stderr("(); nothing more was written [");
    say_on_stderr(code);
    say_on_stderr("]\n");
    end_process(3);
}

static void on_fault(int signal_number, siginfo_t *info, void *context)
{
    const char *what = fault_meaning(info);

    (void)signal_number;
    (void)context;
    remove_temporary();
    if (plugin_name != NULL)
        blame_plugin(what, "plugin-crashed");
    say_on_stderr("paperconv: error: paperconv itself ");
    say_on_stderr(what);
    say_on_stderr(" [crashed]\n");
    end_process(3);
}

/* Runs after each second of this thread's processor time. */
static void on_second(int signal_number)
{
    static _Thread_local unsigned seen, seconds;

    (void)signal_number;
    seconds = seen == calls ? seconds + 1 : 0;
    seen = calls;
    if (plugin_name == NULL || seconds < callback_seconds)
        return;
    remove_temporary();
    blame_plugin("did not return within its time limit", "plugin-stuck");
}

void crash_handler_forbid_end(void)
{
    if (plugin_name == NULL || finished || getpid() != owner)
        return;
    remove_temporary();
    blame_plugin("ended the program", "plugin-exited");
}

/* libarchive calls exit() when memory runs out. */
static void on_exit_of_library(void)
{
    crash_handler_forbid_end();
    if (finished || getpid() != owner)
        return;
    remove_temporary();
    say_on_stderr("paperconv: error: a library gave up (out of memory?); nothing more was written "
                  "[crashed]\n");
    end_process(3);
}

static void on_interrupt(int signal_number)
{
    remove_temporary();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void watch_time(void)
{
    struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGVTALRM };
    const struct itimerspec second = { { 1, 0 }, { 1, 0 } };
    timer_t timer;

    event._sigev_un._tid = gettid();
    if (timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &timer) == 0)
        timer_settime(timer, 0, &second, NULL);
}

void crash_handler_add_thread(void)
{
    static _Thread_local char stack[16 * 1024];
    stack_t alternate = { .ss_sp = stack, .ss_size = sizeof stack }, old;

    if (sigaltstack(NULL, &old) == 0 && (old.ss_flags & SS_DISABLE) != 0) /* a sanitizer has one */
        sigaltstack(&alternate, NULL);
    watch_time();
}

static int set_mask(int how, const sigset_t *set, sigset_t *old)
{
    return (int)syscall(SYS_rt_sigprocmask, how, set, old, (size_t)_NSIG / 8);
}

int crash_handler_mask(int how, const sigset_t *set, sigset_t *old)
{
    sigset_t blockable;

    if (set != NULL && how != SIG_UNBLOCK) {
        blockable = *set;
        sigdelset(&blockable, SIGVTALRM);
        sigdelset(&blockable, SIGSYS); /* `plugin check` is told of opened files by it */
        for (size_t i = 0; i < FAULTS; i++)
            sigdelset(&blockable, faults[i]);
        set = &blockable;
    }
    return set_mask(how, set, old);
}

void crash_handler_callback_limit(uint64_t seconds)
{
    callback_seconds = seconds;
}

void crash_handler_poison(const void *p, size_t n)
{
    poison.from = (uintptr_t)p;
    poison.size = n;
}

void crash_handler_uninstall(void)
{
    for (size_t i = 0; i < FAULTS; i++)
        signal(faults[i], SIG_DFL);
    finished = true;
}

/* Leaves a signal alone that whoever started the program ignores, as nohup does. */
static void watch_interrupt(int signal_number)
{
    struct sigaction old,
        action = { .sa_handler = on_interrupt, .sa_flags = SA_ONSTACK | SA_NODEFER };

    if (sigaction(signal_number, NULL, &old) == 0 && old.sa_handler != SIG_IGN)
        sigaction(signal_number, &action, NULL);
}

void crash_handler_install(void)
{
    /* With the faults, SIGVTALRM and SIGKILL, all that end a program that does nothing about them. */
    static const int interrupts[] = { SIGINT,  SIGTERM, SIGHUP,    SIGQUIT, SIGALRM,
                                      SIGUSR1, SIGUSR2, SIGXCPU,   SIGPROF, SIGIO,
                                      SIGTRAP, SIGSYS,  SIGSTKFLT, SIGPWR };
    struct sigaction action = { .sa_sigaction = on_fault,
                                .sa_flags = SA_ONSTACK | SA_NODEFER | SA_SIGINFO };

    for (size_t i = 0; i < FAULTS; i++)
        sigaction(faults[i], &action, NULL);
    action = (struct sigaction){ .sa_handler = on_second, .sa_flags = SA_ONSTACK | SA_RESTART };
    sigaction(SIGVTALRM, &action, NULL);
    crash_handler_add_thread();
    for (size_t i = 0; i < sizeof interrupts / sizeof *interrupts; i++)
        watch_interrupt(interrupts[i]);
    for (int i = SIGRTMIN; i <= SIGRTMAX; i++)
        watch_interrupt(i);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGCHLD, SIG_DFL); /* ignored, it would hide how a child process has ended */
    atexit(on_exit_of_library);
    if (at_quick_exit(on_exit_of_library) != 0)
        memory_exhausted();
    crash_handler_own_process();
}

void crash_handler_own_process(void)
{
    owner = getpid();
}

void crash_handler_finish(void)
{
    finished = true;
}

static void replace_temporary(const char *old, const char *new)
{
    for (int i = 0; i < TEMPORARIES; i++) {
        if (temporaries[i] == old) {
            temporaries[i] = new;
            return;
        }
    }
}

int crash_handler_open_temporary(char *template)
{
    sigset_t all, before;
    int fd;

    sigfillset(&all);
    set_mask(SIG_BLOCK, &all, &before); /* no signal between the file and its entry */
    fd = mkostemp(template, O_CLOEXEC);
    if (fd >= 0)
        replace_temporary(NULL, template);
    set_mask(SIG_SETMASK, &before, NULL);
    return fd;
}

void crash_handler_forget_temporary(const char *path)
{
    replace_temporary(path, NULL);
}

struct running_callback crash_handler_enter(const char *plugin, const char *callback)
{
    struct running_callback before = { plugin_name, plugin_callback };

    plugin_name = plugin;
    plugin_callback = callback;
    calls++;
    return before;
}

void crash_handler_leave(struct running_callback before)
{
    plugin_name = before.plugin;
    plugin_callback = before.callback;
    calls++;
}
