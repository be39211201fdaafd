/* fixture.h - files and archives for tests, in a directory that is gone afterwards. */
#ifndef PAPERCONV_TEST_FIXTURE_H
#define PAPERCONV_TEST_FIXTURE_H

#include <stdbool.h>
#include <stddef.h>

/* cmocka's setup and teardown: the test runs in an empty directory. */
int fixture_enter(void **state);
int fixture_leave(void **state);

struct bytes {
    char *p; /* the caller frees it */
    size_t n;
};

struct entry { /* what goes into an archive */
    const char *name;
    const char *content;
    char type; /* 0: file; 'd' directory, 'l' symbolic and 'h' hard link to CONTENT, 'p' named
                * pipe, 's' file with a hole of HOLE before CONTENT */
    size_t hole;
    struct bytes raw; /* instead of CONTENT when it holds NULs */
};

/* clang-format off */
#define PLAIN(name, content) { name, content, 0, 0, { NULL, 0 } }
#define NESTED(name, bytes) { name, NULL, 0, 0, bytes }
#define SPECIAL(type, name, content) { name, content, type, 0, { NULL, 0 } }
#define SPARSE(name, hole, content) { name, content, 's', hole, { NULL, 0 } }
#define END { NULL, NULL, 0, 0, { NULL, 0 } }
/* clang-format on */
extern const struct entry two_texts[]; /* "a/b.txt" holds "hello", "café.txt" "world" */

/* ENTRIES (up to END) as an archive in libarchive's FORMAT ("ustar",
 * "zip", "7zip", "newc", "arbsd", "iso9660", "raw"), with its option string if any. */
struct bytes fixture_archive(const char *format, const char *options, const struct entry *entries);
/* N bytes compressed by libarchive's FILTER ("gzip", "zstd"). */
struct bytes fixture_compress(const char *filter, const void *p, size_t n);
struct bytes fixture_copy(const void *p, size_t n);
struct bytes fixture_join(struct bytes a, const void *p, size_t n);
void fixture_write(const char *path, const void *p, size_t n);

#endif
