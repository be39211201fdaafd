/* process.c - pipes to and from a program; none can block the others. */
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { CHUNK = 64 * 1024, WORDS = 256 };

/* ---- starting -------------------------------------------------------------------- */

/* Writes the next word of *P, unquoted, to *TO; false at the end. */
static bool take_word(const char **p, char **to)
{
    char quote = 0;

    *p += strspn(*p, " \t\n");
    if (**p == '\0')
        return false;
    for (; **p != '\0' && (quote != 0 || strchr(" \t\n", **p) == NULL); ++*p) {
        if (quote == 0 && (**p == '\'' || **p == '"'))
            quote = **p;
        else if (**p == quote)
            quote = 0;
        else if (**p == '\\' && quote != '\'' && (*p)[1] != '\0')
            *(*to)++ = *++*p;
        else
            *(*to)++ = **p;
    }
    *(*to)++ = '\0';
    return true;
}

/* Splits COMMAND into words in SPACE, which has room for twice its bytes. */
static void split_command(const char *command, char *space, char *words[WORDS])
{
    size_t n = 0;
    char *word = space;

    while (n + 1 < WORDS && take_word(&command, &space)) {
        words[n++] = word;
        word = space;
    }
    words[n] = NULL;
}

static int spawn_program(struct process *p, char *const words[], int in, int out, int messages)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    int error;

    sigemptyset(&defaults);
    sigaddset(&defaults, SIGXFSZ);
    sigaddset(&defaults, SIGPIPE); /* ignored by the host; the program should not ignore it */
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, messages, STDERR_FILENO);
    error = posix_spawnp(&p->pid, words[0], &files, &attributes, words, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return error;
}

static void close_both(const int ends[2])
{
    close(ends[0]);
    close(ends[1]);
}

/* Starts the program WORDS with three pipes, whose ends here never block.  0 or an errno. */
static int start_with_pipes(struct process *p, char *const words[])
{
    int in[2], out[2], messages[2], error;

    if (pipe2(in, O_CLOEXEC) != 0)
        return errno;
    if (pipe2(out, O_CLOEXEC) != 0) {
        error = errno;
        close_both(in);
        return error;
    }
    if (pipe2(messages, O_CLOEXEC) != 0) {
        error = errno;
        close_both(in);
        close_both(out);
        return error;
    }
    error = spawn_program(p, words, in[0], out[1], messages[1]);
    close(in[0]);
    close(out[1]);
    close(messages[1]);
    fcntl(in[1], F_SETFL, O_NONBLOCK);
    p->in = in[1];
    p->out.fd = out[0];
    p->messages.fd = messages[0];
    p->started = true;
    return error;
}

int process_start(struct process *p, pc_str command, bool shell)
{
    char *text = malloc(command.n + 1), *space = malloc(2 * command.n + 2), *words[WORDS];
    char sh[] = "sh", c[] = "-c";
    int error;

    if (text == NULL || space == NULL)
        abort();
    memcpy(text, command.p, command.n);
    text[command.n] = '\0';
    split_command(text, space, words);
    error = shell              ? start_with_pipes(p, (char *[]){ sh, c, text, NULL })
            : words[0] == NULL ? ENOENT
                               : start_with_pipes(p, words);
    free(text);
    free(space);
    return error;
}

/* ---- moving bytes ---------------------------------------------------------------- */

void process_send(struct process *p, pc_str bytes)
{
    if (p->written == p->pending.n)
        p->written = p->pending.n = 0;
    pc_text_add(&p->pending, bytes);
}

bool process_took_all(const struct process *p)
{
    return p->in < 0 || p->written == p->pending.n;
}

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

void process_close_input(struct process *p)
{
    close_fd(&p->in);
}

static void write_pending(struct process *p)
{
    ssize_t n = write(p->in, p->pending.p + p->written, p->pending.n - p->written);

    if (n >= 0)
        p->written += (size_t)n;
    else if (errno != EAGAIN && errno != EINTR)
        process_close_input(p); /* the program reads no more */
}

static void forget_taken(struct output_of_process *o)
{
    if (o->taken == 0)
        return;
    o->text.n -= o->taken;
    memmove(o->text.p, o->text.p + o->taken, o->text.n);
    o->searched -= o->taken;
    o->taken = 0;
}

static void read_more(struct output_of_process *o)
{
    char bytes[CHUNK];
    ssize_t n = read(o->fd, bytes, sizeof bytes);

    if (n > 0 && o->taken >= o->text.n / 2)
        forget_taken(o);
    if (n > 0)
        pc_text_add(&o->text, pc_sub(bytes, (size_t)n));
    else if (n == 0 || errno != EINTR)
        close_fd(&o->fd);
}

void process_move(struct process *p)
{
    struct pollfd fds[] = { { process_took_all(p) ? -1 : p->in, POLLOUT, 0 },
                            { p->out.fd, POLLIN, 0 },
                            { p->messages.fd, POLLIN, 0 } };

    if (poll(fds, sizeof fds / sizeof fds[0], -1) < 0)
        return; /* interrupted by a signal: the caller tries again */
    if (fds[0].revents != 0)
        write_pending(p);
    if (fds[1].revents != 0)
        read_more(&p->out);
    if (fds[2].revents != 0)
        read_more(&p->messages);
}

bool process_is_silent(const struct process *p)
{
    return p->out.fd < 0 && p->messages.fd < 0;
}

bool process_waiting(const struct output_of_process *o, size_t most)
{
    return o->text.n - o->taken > most;
}

bool process_line(struct output_of_process *o, pc_str *line)
{
    pc_str left = pc_drop(pc_text_str(&o->text), o->taken);
    pc_str rest = pc_drop(left, o->searched - o->taken);
    const char *end = rest.n != 0 ? memchr(rest.p, '\n', rest.n) : NULL;

    o->searched = o->text.n;

    if (end != NULL)
        *line = pc_sub(left.p, (size_t)(end - left.p));
    else if (o->fd < 0 && left.n != 0)
        *line = left;
    else
        return false;
    o->taken += line->n + (end != NULL);
    o->searched = o->taken;
    return true;
}

pc_str process_bytes(struct output_of_process *o)
{
    pc_str left = pc_drop(pc_text_str(&o->text), o->taken);

    o->taken = o->searched = o->text.n;
    return left;
}

/* ---- the end --------------------------------------------------------------------- */

int process_wait(struct process *p)
{
    int status = 0;

    while (waitpid(p->pid, &status, 0) < 0 && errno == EINTR)
        ;
    p->pid = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void process_end(struct process *p)
{
    if (p->pid != 0) {
        kill(p->pid, SIGKILL);
        process_wait(p);
    }
    if (p->started) {
        close_fd(&p->in);
        close_fd(&p->out.fd);
        close_fd(&p->messages.fd);
    }
    pc_text_free(&p->pending);
    pc_text_free(&p->out.text);
    pc_text_free(&p->messages.text);
    memset(p, 0, sizeof *p);
}
