/* child_process.c - forks, sets limits, reads the output, waits for the end. */
#include "process/child_process.h"

#include "base/io.h"
#include "process/crash_handler.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CLOCK_FACTOR = 4 };

static _Noreturn void run_in_child(int (*work)(void *), void *context, unsigned seconds, int to)
{
    const struct rlimit cpu = { seconds, seconds + 1 }, core = { 0, 0 };
    int nothing = open("/dev/null", O_RDONLY);

    dup2(nothing, STDIN_FILENO);
    dup2(to, STDOUT_FILENO);
    dup2(to, STDERR_FILENO);
    close(to);
    setrlimit(RLIMIT_CPU, &cpu);
    setrlimit(RLIMIT_CORE, &core);
    alarm(seconds * CLOCK_FACTOR);
    crash_handler_own_process();
    crash_handler_add_thread();
    to = work(context);
    fflush(stdout);
    end_process(to); /* does not flush or close what the parent has open */
}

/* Reads to the end, so that the child is never blocked in a write; keeps the first ROOM - 1 bytes
 * in TEXT. */
static void listen_to(int from, char *text, size_t room)
{
    ssize_t n = read_full(from, text, room - 1);
    char rest[4096];

    text[n > 0 ? n : 0] = '\0';
    while (read_some(from, rest, sizeof rest) > 0)
        ;
}

static void say_not_started(char *text, size_t room)
{
    snprintf(text, room, "cannot start a process: %s", strerror(errno));
}

/* A process that cannot be waited for has the status -1, as one that was not started. */
static void wait_for(pid_t pid, struct child_result *end)
{
    pid_t got;
    int status;

    while ((got = waitpid(pid, &status, 0)) < 0 && errno == EINTR)
        ;
    if (got == pid && WIFEXITED(status))
        end->status = WEXITSTATUS(status);
    else if (got == pid)
        end->signal = WTERMSIG(status);
}

struct child_result child_process_run(int (*work)(void *), void *context, unsigned seconds,
                                      char *text, size_t room)
{
    struct child_result end = { .status = -1, .text = text };
    int ends[2];
    pid_t pid;

    fflush(stdout);
    if (pipe2(ends, O_CLOEXEC) != 0) {
        say_not_started(text, room);
        return end;
    }
    pid = fork();
    if (pid == 0) {
        close(ends[0]);
        run_in_child(work, context, seconds, ends[1]);
    }
    if (pid < 0)
        say_not_started(text, room);
    close(ends[1]);
    if (pid > 0) {
        listen_to(ends[0], text, room);
        wait_for(pid, &end);
    }
    close(ends[0]);
    return end;
}

const char *child_signal_name(int signal_number)
{
    static const struct {
        int number;
        const char *name;
    } names[] = { { SIGSEGV, "SIGSEGV" }, { SIGBUS, "SIGBUS" },   { SIGFPE, "SIGFPE" },
                  { SIGILL, "SIGILL" },   { SIGABRT, "SIGABRT" }, { SIGKILL, "SIGKILL" },
                  { SIGXCPU, "SIGXCPU" }, { SIGALRM, "SIGALRM" }, { SIGTRAP, "SIGTRAP" } };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (names[i].number == signal_number)
            return names[i].name;
    }
    return "a signal";
}
