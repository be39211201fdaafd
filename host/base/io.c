/* io.c - the loops around open(), read() and write(). */
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int open_to_read(const char *path, int flags)
{
    int fd;

    do
        fd = open(path, O_RDONLY | O_CLOEXEC | flags);
    while (fd < 0 && errno == EINTR);
    return fd;
}

ssize_t read_some(int fd, void *buffer, size_t size)
{
    ssize_t got;

    do
        got = read(fd, buffer, size);
    while (got < 0 && errno == EINTR);
    return got;
}

ssize_t pread_some(int fd, void *buffer, size_t size, off_t at)
{
    ssize_t got;

    do
        got = pread(fd, buffer, size, at);
    while (got < 0 && errno == EINTR);
    return got;
}

ssize_t read_full(int fd, void *buffer, size_t size)
{
    size_t n = 0;
    ssize_t got = 1;

    while (n < size && got > 0) {
        got = read_some(fd, (char *)buffer + n, size - n);
        n += got > 0 ? (size_t)got : 0;
    }
    return got < 0 ? got : (ssize_t)n;
}

ssize_t pread_full(int fd, void *buffer, size_t size, off_t at)
{
    size_t n = 0;
    ssize_t got = 1;

    while (n < size && got > 0) {
        got = pread_some(fd, (char *)buffer + n, size - n, at + (off_t)n);
        n += got > 0 ? (size_t)got : 0;
    }
    return got < 0 ? got : (ssize_t)n;
}

bool write_full(int fd, const void *bytes, size_t size)
{
    const char *p = bytes;

    while (size > 0) {
        ssize_t put = write(fd, p, size);

        if (put < 0 && errno != EINTR)
            return false;
        p += put > 0 ? put : 0;
        size -= put > 0 ? (size_t)put : 0;
    }
    return true;
}
