/* shim.c - preloaded into the program under test: counts its allocations and system calls by
 * class, and makes one of them fail.
 *
 * FAULT_COUNTS names the file for the counts, an array of struct count.  FAULT is the fault, and
 * may be absent:
 *     fail CLASS N      the Nth call of CLASS fails
 *     interrupt N       the Nth call that a signal can interrupt is interrupted
 *     short             every read and write transfers at most a few bytes
 *     signal NUMBER N   the signal arrives after the Nth call of any class except memory */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum class {
    MEMORY,
    READ,
    WRITE,
    FLUSH,
    OPEN,
    CLOSE,
    SYNC,
    RENAME,
    REMOVE,
    STAT,
    DIRECTORY,
    WAIT,
    THREAD,
    CLASSES,
    CALLS = CLASSES, /* of all classes except memory */
    INTERRUPTIBLE,   /* calls that may end with EINTR */
    LIVE,            /* allocations not freed when the program returned */
    RETURNED,        /* 1 when it did */
    LOADED,          /* 1 when everything that unpacks was loaded */
    COUNTS
};

static const struct {
    const char *name;
    int error; /* errno of its failed calls */
} classes[COUNTS] = {
    [MEMORY] = { "memory", ENOMEM },
    [READ] = { "read", EIO },
    [WRITE] = { "write", ENOSPC },
    [FLUSH] = { "flush", ENOSPC },
    [OPEN] = { "open", EACCES },
    [CLOSE] = { "close", EIO },
    [SYNC] = { "sync", EIO },
    [RENAME] = { "rename", EXDEV },
    [REMOVE] = { "remove", EACCES },
    [STAT] = { "stat", EACCES },
    [DIRECTORY] = { "directory", EIO },
    [WAIT] = { "wait", ENOMEM },
    [THREAD] = { "thread", EAGAIN },
    [CALLS] = { "calls", 0 },
    [INTERRUPTIBLE] = { "interruptible", EINTR },
    [LIVE] = { "live", 0 },
    [RETURNED] = { "returned", 0 },
    [LOADED] = { "loaded", 0 },
};

struct count {
    char name[16];
    _Atomic int64_t n;
};

static struct count unseen[COUNTS]; /* before the file is open */
static struct count *counts = unseen;
static struct {
    enum class class;
    int64_t nth; /* 0: never */
    int signal_number;
    bool shortened;
} fault = { COUNTS, 0, 0, false };

/* ---- exchange with the test ---- */

static void read_fault(const char *text)
{
    char word[16];
    long long n = 0;

    if (sscanf(text, "fail %15s %lld", word, &n) == 2) {
        for (int i = 0; i < CLASSES; i++)
            if (strcmp(word, classes[i].name) == 0)
                fault.class = (enum class)i;
    } else if (sscanf(text, "interrupt %lld", &n) == 1) {
        fault.class = INTERRUPTIBLE;
    } else if (sscanf(text, "signal %d %lld", &fault.signal_number, &n) == 2) {
        fault.class = CALLS;
    } else {
        fault.shortened = strcmp(text, "short") == 0;
    }
    fault.nth = n;
}

/* Calls of a child process are not counted. */
static void in_child(void)
{
    memcpy(unseen, counts, sizeof unseen);
    counts = unseen;
}

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("FAULT_COUNTS"), *text = getenv("FAULT");
    int fd = path != NULL ? open(path, O_RDWR | O_CLOEXEC) : -1;
    void *p = mmap(NULL, sizeof unseen, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

    if (p == MAP_FAILED)
        _exit(100);
    close(fd);
    for (int i = 0; i < COUNTS; i++)
        strcpy(unseen[i].name, classes[i].name);
    memcpy(p, unseen, sizeof unseen);
    counts = p;
    for (int i = 0; i < LIVE; i++)
        counts[i].n = 0;
    if (text != NULL)
        read_fault(text);
    pthread_atfork(NULL, NULL, in_child);
}

__attribute__((destructor)) static void end(void)
{
    counts[RETURNED].n = 1;
}

/* ---- common to all calls ---- */

/* Counts a call of CLASS; true when the fault applies to this call. */
static bool is_meant(enum class class)
{
    return atomic_fetch_add(&counts[class].n, 1) + 1 == fault.nth && class == fault.class;
}

/* The errno with which this call of CLASS must fail, or 0. */
static int failure(enum class class)
{
    bool failed = is_meant(class);
    bool interrupted =
        (class == READ || class == WRITE || class == WAIT) && is_meant(INTERRUPTIBLE);

    return failed ? classes[class].error : interrupted ? EINTR : 0;
}

static void after_call(int error)
{
    int before = error != 0 ? error : errno;

    if (is_meant(CALLS) && fault.signal_number != 0)
        raise(fault.signal_number);
    errno = before;
}

static size_t shortened(size_t n)
{
    size_t most = 1 + (size_t)counts[CALLS].n % 7;

    return fault.shortened && n > most ? most : n;
}

/* The vectors V; for short transfers only the first one, shortened. */
static const struct iovec *first_of(const struct iovec *v)
{
    static _Thread_local struct iovec first;

    first = *v;
    first.iov_len = shortened(v->iov_len);
    return fault.shortened ? &first : v;
}

/* A wrapper of the function NAME, which returns BAD when it fails.  A failing close still
 * closes the file. */
#define WRAP(class, result, bad, name, parameters, ...) \
    result name parameters                              \
    {                                                   \
        result(*next) parameters;                       \
        void *found = dlsym(RTLD_NEXT, #name);          \
        result value = bad;                             \
        int error = failure(class);                     \
                                                        \
        memcpy(&next, &found, sizeof next);             \
        if (error == 0 || class == CLOSE)               \
            value = next(__VA_ARGS__);                  \
        if (error != 0)                                 \
            value = bad;                                \
        after_call(error);                              \
        return value;                                   \
    }

/* ---- the calls ---- */

WRAP(READ, ssize_t, -1, read, (int fd, void *p, size_t n), fd, p, shortened(n))
WRAP(READ, ssize_t, -1, pread, (int fd, void *p, size_t n, off_t at), fd, p, shortened(n), at)
WRAP(WRITE, ssize_t, -1, write, (int fd, const void *p, size_t n), fd, p, shortened(n))
WRAP(WRITE, ssize_t, -1, writev, (int fd, const struct iovec *v, int n), fd, first_of(v),
     fault.shortened ? 1 : n)
WRAP(FLUSH, int, EOF, fflush, (FILE * f), f)
WRAP(OPEN, FILE *, NULL, fopen, (const char *path, const char *mode), path, mode)
WRAP(OPEN, int, -1, mkostemp, (char *path, int flags), path, flags)
WRAP(CLOSE, int, -1, close, (int fd), fd)
WRAP(CLOSE, int, EOF, fclose, (FILE * f), f)
WRAP(SYNC, int, -1, fsync, (int fd), fd)
WRAP(RENAME, int, -1, rename, (const char *old, const char *new), old, new)
WRAP(REMOVE, int, -1, unlink, (const char *path), path)
WRAP(STAT, int, -1, stat, (const char *path, struct stat *st), path, st)
WRAP(STAT, int, -1, lstat, (const char *path, struct stat *st), path, st)
WRAP(STAT, int, -1, fstat, (int fd, struct stat *st), fd, st)
WRAP(STAT, int, -1, fchmod, (int fd, mode_t mode), fd, mode)
WRAP(STAT, int, -1, access, (const char *path, int mode), path, mode)
WRAP(STAT, char *, NULL, realpath, (const char *path, char *out), path, out)
WRAP(STAT, ssize_t, -1, readlink, (const char *path, char *out, size_t n), path, out, n)
WRAP(DIRECTORY, DIR *, NULL, opendir, (const char *path), path)
WRAP(DIRECTORY, struct dirent *, NULL, readdir, (DIR * d), d)
WRAP(WAIT, int, -1, poll, (struct pollfd * p, nfds_t n, int milliseconds), p, n, milliseconds)

/* True inside a call in which libc allocates memory that it keeps: not counted as live. */
static _Thread_local bool kept;

/* The number of started threads depends on timing, and each leaves an allocation of libc. */
int pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*run)(void *), void *context)
{
    int (*next)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    void *found = dlsym(RTLD_NEXT, "pthread_create");
    int error = failure(THREAD);

    memcpy(&next, &found, sizeof next);
    kept = true;
    if (error == 0)
        error = next(t, a, run, context);
    kept = false;
    after_call(error);
    return error;
}

int open(const char *path, int flags, ...)
{
    int (*next)(const char *, int, ...);
    void *found = dlsym(RTLD_NEXT, "open");
    mode_t mode = 0;
    int fd = -1, error = failure(OPEN);
    va_list rest;

    memcpy(&next, &found, sizeof next);
    va_start(rest, flags);
    if (flags & (O_CREAT | O_TMPFILE))
        mode = va_arg(rest, mode_t);
    va_end(rest);
    if (error == 0)
        fd = next(path, flags, mode);
    after_call(error);
    return fd;
}

/* The stream's own error flag must be set, so the stream reads a directory. */
ssize_t getdelim(char **line, size_t *n, int end_of_line, FILE *f)
{
    ssize_t (*next)(char **, size_t *, int, FILE *);
    void *found = dlsym(RTLD_NEXT, "getdelim");
    int directory;
    ssize_t length;

    memcpy(&next, &found, sizeof next);
    if (is_meant(READ)) {
        directory = openat(AT_FDCWD, "/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        dup3(directory, fileno(f), O_CLOEXEC);
        close(directory);
    }
    length = next(line, n, end_of_line, f);
    after_call(0);
    return length;
}

/* Whether the libraries that unpack are loaded depends on the inputs; they stay loaded.  When
 * memory runs out here, the dynamic loader may end the process, as when a process starts;
 * paperconv has no temporary file yet. */
static _Thread_local bool loading;

void *dlopen(const char *file, int mode)
{
    void *(*next)(const char *, int);
    void *found = dlsym(RTLD_NEXT, "dlopen"), *module;

    memcpy(&next, &found, sizeof next);
    loading = kept = file != NULL && strstr(file, "/unpack") != NULL; /* no plugin */
    module = next(file, mode);
    counts[LOADED].n |= loading && strstr(file, "/unpack.so") != NULL;
    loading = kept = false;
    return module;
}

/* ---- memory: by glibc's own names, because dlsym() itself may allocate ---- */

#ifndef FAULT_NO_MEMORY
void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t n);
void __libc_free(void *p);

static void *counted(void *p)
{
    if (p != NULL && !kept)
        counts[LIVE].n++;
    return p;
}

static bool runs_out(void)
{
    return !loading && is_meant(MEMORY);
}

static void *exhausted(void)
{
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t n)
{
    return runs_out() ? exhausted() : counted(__libc_malloc(n));
}

void *calloc(size_t n, size_t size)
{
    return runs_out() ? exhausted() : counted(__libc_calloc(n, size));
}

void *realloc(void *p, size_t n)
{
    void *q;

    if (runs_out())
        return exhausted();
    q = __libc_realloc(p, n);
    return p == NULL ? counted(q) : q;
}

void free(void *p)
{
    int before = errno;

    if (p != NULL && !kept)
        counts[LIVE].n--;
    __libc_free(p);
    errno = before;
}
#endif
