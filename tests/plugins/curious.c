/* curious.c - inputs that try what the sandbox must refuse.
 *
 * Every line of the document is an attempt: its name, and a path or a number.  Its record has the
 * result.  There is one plugin for each set of declared uses. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "paperconv/plugin.h"

static int open_and_close(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC, 0600);

    return fd < 0 ? fd : close(fd);
}

static int try_read(const char *path)
{
    return open_and_close(path, O_RDONLY);
}

static int try_list(const char *path)
{
    return open_and_close(path, O_RDONLY | O_DIRECTORY);
}

/* Holds the file without opening it. */
static int try_hold(const char *path)
{
    return open_and_close(path, O_PATH);
}

static int try_watch(const char *path)
{
    int fd = inotify_init1(IN_CLOEXEC);

    return fd < 0 ? fd : inotify_add_watch(fd, path, IN_OPEN) < 0 ? -1 : close(fd);
}

static int try_create(const char *path)
{
    return open_and_close(path, O_WRONLY | O_CREAT | O_EXCL);
}

static int try_chmod(const char *path)
{
    return chmod(path, 0600);
}

/* Starts a child that does nothing, ends it and waits for it. */
static int try_fork(const char *path)
{
    pid_t child = fork();

    (void)path;
    if (child == 0) {
        pause();
        _exit(0);
    }
    return child < 0 || kill(child, SIGKILL) != 0 || waitpid(child, NULL, 0) != child ? -1 : 0;
}

/* PATH does not exist: the error shows whether the kernel looked for it. */
static int try_run(const char *path)
{
    char *const words[] = { NULL };

    execve(path, words, words);
    return errno == ENOENT ? 0 : -1;
}

static int try_kill(const char *path)
{
    (void)path;
    return kill(getppid(), 0);
}

static int try_kill_thread(const char *path)
{
    (void)path;
    return (int)syscall(SYS_tgkill, getppid(), getppid(), 0);
}

/* Lets the kernel signal another process. */
static int try_own(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC), done;

    if (fd < 0)
        return -1;
    done = fcntl(fd, F_SETOWN, getppid());
    close(fd);
    return done;
}

static int try_slow(const char *path)
{
    (void)path;
    return setpriority(PRIO_PROCESS, (id_t)getppid(), getpriority(PRIO_PROCESS, (id_t)getppid()));
}

static int try_limit(const char *path)
{
    struct rlimit limit;

    (void)path;
    return prlimit(getppid(), RLIMIT_CPU, NULL, &limit);
}

/* The system call with this number; the arguments are wrong, so that it fails in any case. */
static int try_call(const char *number)
{
    return (int)syscall(strtol(number, NULL, 10), -1L, -1L, -1L, -1L, -1L, -1L);
}

static int try_connect(const char *path)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    (void)path;
    return fd < 0 ? fd : close(fd);
}

static const struct attempt {
    const char *name;
    int (*try)(const char *path);
} attempts[] = { { "read", try_read },
                 { "list", try_list },
                 { "hold", try_hold },
                 { "watch", try_watch },
                 { "create", try_create },
                 { "remove", unlink },
                 { "chmod", try_chmod },
                 { "run", try_run },
                 { "fork", try_fork },
                 { "kill", try_kill },
                 { "kill-thread", try_kill_thread },
                 { "own", try_own },
                 { "slow", try_slow },
                 { "limit", try_limit },
                 { "connect", try_connect },
                 { "call", try_call } };

/* Two plugins bid for "ambiguous". */
static int sniff(pc_str head, pc_str name, const char **why)
{
    (void)name;
    if (!pc_starts(head, "ambiguous"))
        return 0;
    *why = "it says so";
    return 50;
}

static int next(void *state, pc_source *source, pc_record *record)
{
    pc_str line, word, rest;
    char path[512];

    (void)state;
    if (!pc_line(source, &line))
        return PC_END;
    pc_cut(line, ' ', &word, &rest);
    snprintf(path, sizeof path, "%.*s", PC_FMT(rest));
    if (pc_eq(word, "need") && try_read(path) != 0)
        return pc_fatal(source, rest, "lookup", "cannot open the file: %s", strerror(errno));
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
        if (pc_eq(word, attempts[i].name))
            pc_add(record,
                   attempts[i].try(path) == 0          ? "allowed"
                   : errno == ENOSYS                   ? "missing"
                   : errno == EPERM || errno == EACCES ? "refused"
                                                       : "failed",
                   word);
    return PC_OK;
}

PC_INPUT(curious, .version = "1.0", .summary = "declares nothing", .sniff = sniff, .next = next);
PC_INPUT(curious_files, .uses = PC_USES_FILES, .version = "1.0", .summary = "declares files",
         .sniff = sniff, .next = next);
PC_INPUT(curious_network, .uses = PC_USES_NETWORK, .version = "1.0", .summary = "declares network",
         .sniff = sniff, .next = next);
PC_INPUT(curious_exec, .uses = PC_USES_EXEC, .version = "1.0", .summary = "declares exec",
         .sniff = sniff, .next = next);
PC_MODULE(&curious, &curious_files, &curious_network, &curious_exec);
