/* output_file.c - writes standard output or, atomically, a file. */
#include "output/output_file.h"

#include "base/arena.h"
#include "process/crash_handler.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE_SIZE = 256 * 1024, PARTS = 512, LINKS = 40 }; /* PARTS: less than IOV_MAX */

static void set_write_problem(struct output_file *o, const char *what, const char *name)
{
    problem_set(&o->problem, PC_ERROR, "not-written", "cannot %s '%s': %s", what, name,
                strerror(errno));
}

static char *joined(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    char *s = memory_alloc(n + m + 1);

    memcpy(s, a, n);
    memcpy(s + n, b, m + 1);
    return s;
}

/* The file that PATH means, symbolic links followed even when the last one leads
 * to a file that does not exist yet; DEPTH links at most. */
static char *resolved(const char *path, int depth)
{
    char *real = realpath(path, NULL), *beside, *result;
    char link[4096];
    ssize_t n;

    if (real != NULL)
        return real;
    n = depth > 0 ? readlink(path, link, sizeof link - 1) : -1;
    if (n <= 0)
        return joined(path, "");
    link[n] = '\0';
    if (link[0] == '/')
        return resolved(link, depth - 1);
    real = joined(path, "");
    beside = joined(dirname(real), "/");
    result = joined(beside, link);
    free(real);
    free(beside);
    real = resolved(result, depth - 1);
    free(result);
    return real;
}

static bool open_temporary(struct output_file *o, const struct stat *old)
{
    mode_t mask = umask(0);

    umask(mask);
    o->temporary = joined(o->target, ".XXXXXX");
    o->fd = crash_handler_open_temporary(o->temporary);
    if (o->fd < 0) {
        set_write_problem(o, "create a temporary file beside", o->name);
        free(o->temporary);
        o->temporary = NULL;
        return false;
    }
    if (fchmod(o->fd, old != NULL ? old->st_mode & 07777 : 0666 & ~mask) != 0) {
        set_write_problem(o, "set the mode of", o->temporary);
        return false;
    }
    return true;
}

bool output_file_open(struct output_file *o, const char *path)
{
    struct stat st;

    *o = (struct output_file){ .fd = STDOUT_FILENO,
                               .name = path != NULL ? path : "standard output" };
    if (path == NULL)
        return true;
    if (stat(path, &st) != 0) {
        o->target = resolved(path, LINKS);
        return open_temporary(o, NULL);
    }
    if (S_ISREG(st.st_mode)) {
        o->target = resolved(path, LINKS);
        return open_temporary(o, &st);
    }
    o->fd = open(path, O_WRONLY | O_CLOEXEC);
    if (o->fd < 0)
        set_write_problem(o, "write", path);
    return o->fd >= 0;
}

/* Takes DONE bytes off the front of the vectors from *V on. */
static void advance(struct iovec **v, int *count, size_t done)
{
    for (; *count > 0 && done >= (*v)->iov_len; ++*v, --*count)
        done -= (*v)->iov_len;
    if (*count > 0) {
        (*v)->iov_base = (char *)(*v)->iov_base + done;
        (*v)->iov_len -= done;
    }
}

static void write_all(struct output_file *o, struct iovec *v, int count)
{
    advance(&v, &count, 0); /* empty ones */
    while (count > 0 && o->problem.code == NULL && !o->closed) {
        ssize_t done = writev(o->fd, v, count);

        if (done >= 0) {
            advance(&v, &count, (size_t)done);
            o->written += (uint64_t)done;
        } else if (errno == EPIPE && o->target == NULL) {
            o->closed = true;
        } else if (errno != EINTR) {
            set_write_problem(o, "write", o->name);
        }
    }
}

/* Writing does not change the bytes, though iovec has no const. */
static struct iovec vector(const char *p, size_t n)
{
    struct iovec v = { .iov_len = n };

    memcpy(&v.iov_base, &p, sizeof p);
    return v;
}

void output_file_flush(struct output_file *o)
{
    struct iovec v = vector(o->buffer.p, o->buffer.n);

    write_all(o, &v, 1);
    o->buffer.n = 0;
}

void output_file_add(struct output_file *o, pc_str bytes)
{
    if (o->parts == NULL)
        o->parts = memory_alloc((1 + PARTS) * sizeof *o->parts);
    if (o->part_count == PARTS)
        output_file_send(o);
    o->parts[++o->part_count] = vector(bytes.p, bytes.n);
    o->part_bytes += bytes.n;
}

void output_file_send(struct output_file *o)
{
    if (o->buffer.n + o->part_bytes >= WRITE_SIZE) {
        o->parts[0] = vector(o->buffer.p, o->buffer.n);
        write_all(o, o->parts, 1 + (int)o->part_count);
        o->buffer.n = 0;
    } else {
        for (size_t i = 1; i <= o->part_count; i++)
            pc_text_add(&o->buffer, pc_sub(o->parts[i].iov_base, o->parts[i].iov_len));
    }
    o->part_count = o->part_bytes = 0;
}

void output_file_write(struct output_file *o, pc_str bytes)
{
    output_file_add(o, bytes);
    output_file_send(o);
}

static void close_file(struct output_file *o)
{
    if (o->fd >= 0 && close(o->fd) != 0 && !o->closed)
        set_write_problem(o, "write", o->name);
    o->fd = -1;
}

/* The directory entry is on the disk too, where that can be asked for. */
static void sync_directory(const char *file)
{
    char *copy = joined(file, "");
    int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
    free(copy);
}

static void forget(struct output_file *o)
{
    if (o->temporary != NULL)
        crash_handler_forget_temporary(o->temporary);
    free(o->temporary);
    free(o->target);
    o->temporary = o->target = NULL;
    free(o->parts);
    o->parts = NULL;
    pc_text_free(&o->buffer);
}

bool output_file_prepare(struct output_file *o)
{
    output_file_flush(o);
    if (o->temporary != NULL && o->fd >= 0 && o->problem.code == NULL && fsync(o->fd) != 0)
        set_write_problem(o, "write", o->name);
    close_file(o);
    return o->problem.code == NULL;
}

bool output_file_commit(struct output_file *o)
{
    if (!output_file_prepare(o)) {
        output_file_abandon(o, false);
        return false;
    }
    if (o->temporary != NULL) {
        if (rename(o->temporary, o->target) != 0) {
            set_write_problem(o, "replace", o->name);
            output_file_abandon(o, false);
            return false;
        }
        sync_directory(o->target);
    }
    forget(o);
    return true;
}

void output_file_abandon(struct output_file *o, bool keep)
{
    output_file_flush(o);
    close_file(o);
    if (o->temporary != NULL) {
        char *partial = joined(o->target, ".partial");

        if (!keep || rename(o->temporary, partial) != 0)
            unlink(o->temporary);
        free(partial);
    }
    forget(o);
}
