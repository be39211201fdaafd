/* fixture.c - archives by libarchive's writer; a directory of one's own. */
#include "fixture.h"

#include "base/arena.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <ftw.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <cmocka.h>

const struct entry two_texts[] = { PLAIN("a/b.txt", "hello"), PLAIN("caf\xC3\xA9.txt", "world"),
                                   END };

struct place {
    int before;
    char path[64];
};

int fixture_enter(void **state)
{
    struct place *place = memory_alloc(sizeof *place);

    strcpy(place->path, "/tmp/paperconv-test-XXXXXX");
    place->before = open(".", O_RDONLY | O_DIRECTORY);
    *state = place;
    return place->before < 0 || mkdtemp(place->path) == NULL || chdir(place->path) != 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st;
    (void)type;
    (void)ftw;
    return remove(path);
}

int fixture_leave(void **state)
{
    struct place *place = *state;
    int failed = fchdir(place->before);

    close(place->before);
    failed |= nftw(place->path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(place);
    return failed;
}

void fixture_write(const char *path, const void *p, size_t n)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, p, n), n);
    close(fd);
}

struct bytes fixture_join(struct bytes a, const void *p, size_t n)
{
    a.p = memory_resize(a.p, a.n + n);
    memcpy(a.p + a.n, p, n);
    a.n += n;
    return a;
}

struct bytes fixture_copy(const void *p, size_t n)
{
    return fixture_join((struct bytes){ NULL, 0 }, p, n);
}

static la_ssize_t collect(struct archive *a, void *data, const void *p, size_t n)
{
    struct bytes *all = data;

    (void)a;
    *all = fixture_join(*all, p, n);
    return (la_ssize_t)n;
}

static void put(struct archive *a, const struct entry *e)
{
    static const char zeros[4096];
    struct archive_entry *entry = archive_entry_new();
    const char *p = e->raw.p != NULL ? e->raw.p : e->content;
    size_t n = e->raw.p != NULL ? e->raw.n : strlen(e->content);
    unsigned type = e->type == 'd'   ? AE_IFDIR
                    : e->type == 'l' ? AE_IFLNK
                    : e->type == 'p' ? AE_IFIFO
                                     : AE_IFREG;

    archive_entry_set_pathname(entry, e->name);
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    if (e->type == 'l')
        archive_entry_set_symlink(entry, p);
    else if (e->type == 'h')
        archive_entry_set_hardlink(entry, p);
    else if (type == AE_IFREG)
        archive_entry_set_size(entry, (la_int64_t)(e->hole + n));
    if (e->type == 's') {
        archive_entry_sparse_add_entry(entry, (la_int64_t)e->hole, (la_int64_t)n);
        archive_entry_sparse_add_entry(entry, (la_int64_t)(e->hole + n), 0);
    }
    assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
    for (size_t done = 0; e->type == 's' && done < e->hole; done += 4096)
        archive_write_data(a, zeros, e->hole - done < 4096 ? e->hole - done : 4096);
    if (e->type == 0 || e->type == 's')
        assert_int_equal(archive_write_data(a, p, n), n);
    archive_entry_free(entry);
}

static struct bytes written(const char *format, const char *filter, const char *options,
                            const struct entry *entries)
{
    struct bytes all = { memory_alloc(1), 0 };
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0), before = uselocale(utf8);
    struct archive *a = archive_write_new();

    assert_int_equal(archive_write_set_format_by_name(a, format), ARCHIVE_OK);
    if (filter != NULL)
        assert_int_equal(archive_write_add_filter_by_name(a, filter), ARCHIVE_OK);
    if (options != NULL)
        assert_int_equal(archive_write_set_options(a, options), ARCHIVE_OK);
    archive_write_set_bytes_per_block(a, 0);
    assert_int_equal(archive_write_open(a, &all, NULL, collect, NULL), ARCHIVE_OK);
    for (; entries->name != NULL; entries++)
        put(a, entries);
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
    uselocale(before);
    freelocale(utf8);
    return all;
}

struct bytes fixture_archive(const char *format, const char *options, const struct entry *entries)
{
    return written(format, NULL, options, entries);
}

/* libarchive writes no checksum. */
static struct bytes zstd(const void *p, size_t n)
{
    struct bytes all = { memory_alloc(ZSTD_compressBound(n)), 0 };
    ZSTD_CCtx *z = ZSTD_createCCtx();

    ZSTD_CCtx_setParameter(z, ZSTD_c_checksumFlag, 1);
    all.n = ZSTD_compress2(z, all.p, ZSTD_compressBound(n), p, n);
    ZSTD_freeCCtx(z);
    return all;
}

struct bytes fixture_compress(const char *filter, const void *p, size_t n)
{
    struct bytes copy = fixture_copy(p, n), all;
    const struct entry entries[] = { NESTED("text", copy), END };

    all = strcmp(filter, "zstd") == 0 ? zstd(p, n) : written("raw", filter, NULL, entries);
    free(copy.p);
    return all;
}
