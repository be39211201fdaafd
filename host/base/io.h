/* io.h - open(), read() and write() that go on when a signal interrupts them.  On failure errno
 * says why. */
#ifndef PAPERCONV_HOST_BASE_IO_H
#define PAPERCONV_HOST_BASE_IO_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* As open() with O_RDONLY, O_CLOEXEC and FLAGS. */
int open_to_read(const char *path, int flags);
/* As read() and pread(): return after the first bytes that arrive; 0 at the end, -1 on failure. */
ssize_t read_some(int fd, void *buffer, size_t size);
ssize_t pread_some(int fd, void *buffer, size_t size, off_t at);
/* Return how many bytes were read, fewer than SIZE only at the end of the file; -1 on failure. */
ssize_t read_full(int fd, void *buffer, size_t size);
ssize_t pread_full(int fd, void *buffer, size_t size, off_t at);
/* Writes all SIZE bytes; false on failure. */
bool write_full(int fd, const void *bytes, size_t size);

#endif
