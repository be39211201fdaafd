/* curious.c - inputs that try what the sandbox must refuse.
 *
 * Every line of the document is an attempt: "read PATH", "list PATH", "create PATH", "remove
 * PATH", "chmod PATH", "run PATH", "fork", "kill", "connect".  Its record has the result.  There
 * is one plugin for each set of declared uses. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
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

static int try_create(const char *path)
{
    return open_and_close(path, O_WRONLY | O_CREAT | O_EXCL);
}

static int try_chmod(const char *path)
{
    return chmod(path, 0600);
}

/* Starts a child that does nothing, and waits for it. */
static int try_fork(const char *path)
{
    pid_t child = fork();

    (void)path;
    if (child == 0)
        _exit(0);
    return child < 0 ? -1 : waitpid(child, NULL, 0) == child ? 0 : -1;
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

static int try_connect(const char *path)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    (void)path;
    return fd < 0 ? fd : close(fd);
}

static const struct attempt {
    const char *name;
    int (*try)(const char *path);
} attempts[] = { { "read", try_read }, { "list", try_list },   { "create", try_create },
                 { "remove", unlink }, { "chmod", try_chmod }, { "run", try_run },
                 { "fork", try_fork }, { "kill", try_kill },   { "connect", try_connect } };

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
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
        if (pc_eq(word, attempts[i].name))
            pc_add(record, attempts[i].try(path) == 0 ? "allowed" : "refused", word);
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
