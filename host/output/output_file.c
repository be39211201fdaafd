/* output_file.c - writes standard output directly, and a file through a temporary file. */
#include "output/output_file.h"

#include "base/arena.h"
#include "process/crash_handler.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
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

static char *concatenate(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    char *s = memory_alloc(n + m + 1);

    memcpy(s, a, n);
    memcpy(s + n, b, m + 1);
    return s;
}

/* The file that PATH leads to, through DEPTH symbolic links at most.  Unlike realpath(), it also
 * follows a link to a file that does not exist yet. */
static char *resolve_links(const char *path, int depth)
{
    char *real = realpath(path, NULL), *beside, *result;
    char link[4096];
    ssize_t n;

    if (real != NULL)
        return real;
    n = depth > 0 ? readlink(path, link, sizeof link - 1) : -1;
    if (n <= 0)
        return concatenate(path, "");
    link[n] = '\0';
    if (link[0] == '/')
        return resolve_links(link, depth - 1);
    real = concatenate(path, "");
    beside = concatenate(dirname(real), "/");
    result = concatenate(beside, link);
    free(real);
    free(beside);
    real = resolve_links(result, depth - 1);
    free(result);
    return real;
}

/* Beside TARGET, and called like it unless its name leaves no room for more. */
static char *temporary_template(const char *target)
{
    const char *slash = strrchr(target, '/'), *name = slash != NULL ? slash + 1 : target;
    char *directory, *template;

    if (strlen(name) + strlen(".XXXXXX") <= NAME_MAX)
        return concatenate(target, ".XXXXXX");
    directory = concatenate(target, "");
    directory[name - target] = '\0';
    template = concatenate(directory, "paperconv.XXXXXX");
    free(directory);
    return template;
}

static bool open_temporary(struct output_file *o, const struct stat *old)
{
    mode_t mask = umask(0);

    umask(mask);
    o->temporary = temporary_template(o->target);
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
    o->exists = stat(path, &st) == 0;
    if (!o->exists && errno != ENOENT) {
        set_write_problem(o, "write", path); /* it may be there, and have papers to keep */
        return false;
    }
    if (!o->exists) {
        o->target = resolve_links(path, LINKS);
        return open_temporary(o, NULL);
    }
    if (S_ISREG(st.st_mode)) {
        o->target = resolve_links(path, LINKS);
        return open_temporary(o, &st);
    }
    o->fd = open(path, O_WRONLY | O_CLOEXEC);
    if (o->fd < 0)
        set_write_problem(o, "write", path);
    return o->fd >= 0;
}

/* Takes DONE bytes off the front of the vectors from *V on. */
static void advance_vectors(struct iovec **v, int *count, size_t done)
{
    for (; *count > 0 && done >= (*v)->iov_len; ++*v, --*count)
        done -= (*v)->iov_len;
    if (*count > 0) {
        (*v)->iov_base = (char *)(*v)->iov_base + done;
        (*v)->iov_len -= done;
    }
}

static void write_vectors(struct output_file *o, struct iovec *v, int count)
{
    advance_vectors(&v, &count, 0); /* skips empty vectors */
    while (count > 0 && o->problem.code == NULL && !o->closed) {
        ssize_t done = writev(o->fd, v, count);

        if (done >= 0) {
            advance_vectors(&v, &count, (size_t)done);
            o->written += (uint64_t)done;
        } else if (errno == EPIPE && o->target == NULL) {
            o->closed = true;
        } else if (errno != EINTR) {
            set_write_problem(o, "write", o->name);
        }
    }
}

/* iovec has no const, but writing does not change the bytes. */
static struct iovec make_vector(const char *p, size_t n)
{
    struct iovec v = { .iov_len = n };

    memcpy(&v.iov_base, &p, sizeof p);
    return v;
}

void output_file_flush(struct output_file *o)
{
    struct iovec v = make_vector(o->buffer.p, o->buffer.n);

    write_vectors(o, &v, 1);
    o->buffer.n = 0;
}

void output_file_add(struct output_file *o, pc_str bytes)
{
    if (o->parts == NULL)
        o->parts = memory_alloc((1 + PARTS) * sizeof *o->parts);
    if (o->part_count == PARTS)
        output_file_send(o);
    o->parts[++o->part_count] = make_vector(bytes.p, bytes.n);
    o->part_bytes += bytes.n;
}

void output_file_send(struct output_file *o)
{
    if (o->buffer.n + o->part_bytes >= WRITE_SIZE) {
        o->parts[0] = make_vector(o->buffer.p, o->buffer.n);
        write_vectors(o, o->parts, 1 + (int)o->part_count);
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

void output_file_json(struct output_file *o, json_t *value)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY);

    if (text == NULL)
        memory_exhausted();
    output_file_write(o, pc_s(text));
    free(text);
    json_decref(value);
}

static void close_descriptor(struct output_file *o)
{
    if (o->fd >= 0 && close(o->fd) != 0 && !o->closed)
        set_write_problem(o, "write", o->name);
    o->fd = -1;
}

/* Writes the directory entry of FILE to the disk too, where the file system can do it. */
static void sync_directory(const char *file)
{
    char *copy = concatenate(file, "");
    int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
    free(copy);
}

static void free_output(struct output_file *o)
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

void output_file_measure(struct output_file *o)
{
    struct stat st;

    if (o->fd >= 0 && fstat(o->fd, &st) == 0)
        o->written = (uint64_t)st.st_size;
}

bool output_file_prepare(struct output_file *o)
{
    output_file_flush(o);
    if (o->temporary != NULL && o->fd >= 0 && o->problem.code == NULL && fsync(o->fd) != 0)
        set_write_problem(o, "write", o->name);
    close_descriptor(o);
    return o->problem.code == NULL;
}

bool output_file_replaces(const struct output_file *o)
{
    struct stat old;

    return o->target != NULL && o->exists && (stat(o->target, &old) != 0 || old.st_size != 0);
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
    free_output(o);
    return true;
}

void output_file_abandon(struct output_file *o, bool keep)
{
    output_file_flush(o);
    close_descriptor(o);
    if (o->temporary != NULL) {
        char *partial = concatenate(o->target, ".partial");

        if (keep && rename(o->temporary, partial) != 0)
            set_write_problem(o, "keep the good records as", partial);
        if (!keep || o->problem.code != NULL)
            unlink(o->temporary);
        free(partial);
    }
    free_output(o);
}
