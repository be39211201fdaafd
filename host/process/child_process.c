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

struct child_result child_process_run(int (*work)(void *), void *context, unsigned seconds,
                                      char *text, size_t room)
{
    struct child_result end = { .status = -1, .text = text };
    int ends[2], status = 0;
    pid_t pid;

    fflush(stdout);
    if (pipe2(ends, O_CLOEXEC) != 0 || (pid = fork()) < 0) {
        snprintf(text, room, "cannot start a process: %s", strerror(errno));
        return end;
    }
    if (pid == 0) {
        close(ends[0]);
        run_in_child(work, context, seconds, ends[1]);
    }
    close(ends[1]);
    listen_to(ends[0], text, room);
    close(ends[0]);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (WIFEXITED(status))
        end.status = WEXITSTATUS(status);
    else
        end.signal = WTERMSIG(status);
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
