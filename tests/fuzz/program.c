/* program.c - runs main() inside the fuzzer's process. */
#include "program.h"

#include "cli/command_line.h"
#include "commands/commands.h"

#include <apr_general.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { WORDS = 32 };

struct program {
    int input, output; /* files without a name */
    char path[32];     /* of INPUT */
    char *out;
};

static void need(bool condition)
{
    if (!condition)
        abort();
}

static struct program *program_open(void)
{
    struct program *p = calloc(1, sizeof *p);

    need(p != NULL && apr_initialize() == APR_SUCCESS);
    p->input = memfd_create("input", (unsigned)MFD_CLOEXEC);
    p->output = memfd_create("output", (unsigned)MFD_CLOEXEC);
    need(p->input >= 0 && p->output >= 0);
    snprintf(p->path, sizeof p->path, "/proc/self/fd/%d", p->input);
    need(freopen("/dev/null", "r", stdin) != NULL);
    return p;
}

static void rewrite(int fd, const void *data, size_t size)
{
    need(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0);
    need(write(fd, data, size) == (ssize_t)size);
}

/* Redirects standard output to a file while the program runs. */
static int run_with(struct program *p, const struct command *command, apr_pool_t *pool)
{
    int before = dup(STDOUT_FILENO), status;

    need(before >= 0 && dup2(p->output, STDOUT_FILENO) >= 0);
    status = command_convert(command, pool);
    fflush(stdout);
    need(dup2(before, STDOUT_FILENO) >= 0);
    close(before);
    return status;
}

static pc_str read_back(struct program *p)
{
    off_t size = lseek(p->output, 0, SEEK_END);

    free(p->out);
    p->out = malloc((size_t)size + 1);
    need(p->out != NULL && pread(p->output, p->out, (size_t)size, 0) == size);
    return pc_sub(p->out, (size_t)size);
}

struct outcome program_run(const char *const *options, const void *data, size_t size)
{
    static struct program *program; /* libFuzzer's entry has no context argument */
    const char *words[WORDS] = { "paperconv", "-q", "-j", "1", "--no-sandbox" };
    struct problem why = { .code = NULL };
    struct outcome outcome;
    struct command command;
    apr_pool_t *pool;
    int n = 5;

    if (program == NULL)
        program = program_open();
    rewrite(program->input, data, size);
    rewrite(program->output, "", 0);
    while (*options != NULL && n < WORDS - 2)
        words[n++] = *options++;
    words[n++] = program->path;
    need(apr_pool_create(&pool, NULL) == APR_SUCCESS);
    need(command_parse(n, words, pool, &command, &why));
    outcome.status = run_with(program, &command, pool);
    apr_pool_destroy(pool);
    outcome.out = read_back(program);
    need(outcome.status == 0 || outcome.status == 1 || outcome.status == 3);
    return outcome;
}
