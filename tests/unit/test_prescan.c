/* test_prescan.c - what inputs seem to be before they are read, and that what was opened for that
 * is what is read. */
#include "documents/prescan.h"

#include "documents/opened_file.h"
#include "transcript.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

enum { MANY = 200 };

static void assert_prescan(const char *const *inputs, bool plain, uint64_t bytes)
{
    const struct limits limits = limits_default();
    struct prescan p;

    prescan_open(&p, inputs, &limits);
    assert_int_equal(p.plain, plain);
    if (plain)
        assert_int_equal(p.bytes, bytes);
    prescan_close(&p);
}

static void plain_files_are_added_up(void **state)
{
    static const char *const inputs[] = { "five", "missing", "empty", "five", NULL };

    (void)state;
    fixture_write("five", "12345", 5);
    fixture_write("empty", "", 0);
    assert_prescan(inputs, true, 10);
}

static void other_files_are_not_plain(void **state)
{
    static const struct {
        const char *name, *bytes;
        size_t n;
    } others[] = { { "zip", "PK\x03\x04", 4 },
                   { "7z", "7z\xBC\xAF\x27\x1C", 6 },
                   { "utf16", "\xFF\xFE\x61\0", 4 },
                   { "utf32", "\0\0\xFE\xFF", 4 } };
    struct bytes tar = fixture_archive("ustar", NULL, two_texts);

    (void)state;
    fixture_write("tar", tar.p, tar.n);
    fixture_write("text", "text", 4);
    free(tar.p);
    assert_prescan((const char *[]){ "text", "tar", NULL }, false, 0);
    for (size_t i = 0; i < LENGTH(others); i++) {
        fixture_write(others[i].name, others[i].bytes, others[i].n);
        assert_prescan((const char *[]){ "text", others[i].name, NULL }, false, 0);
    }
}

/* Whether a file with these bytes, which are compressed by FILTER, is plain. */
static bool is_plain_inside(const char *name, const char *filter, const void *p, size_t n)
{
    const char *const inputs[] = { "text", name, NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL, limits_default() };
    struct bytes packed = fixture_compress(filter, p, n);
    struct prescan scan;
    struct documents *ds;
    struct document d;
    bool plain;
    char c[4];

    fixture_write(name, packed.p, packed.n);
    prescan_open(&scan, inputs, &settings.limits);
    plain = scan.plain;
    if (plain)
        assert_int_equal(scan.bytes, 4 + 3 * packed.n);
    ds = documents_open(&settings, &scan, NULL);
    for (int i = 0; i < 2; i++) { /* what was looked at is still there */
        assert_true(documents_next(ds, &d));
        if (plain)
            assert_true(stream_read(d.stream, c, sizeof c) > 0 && c[0] == 't');
    }
    documents_close(ds);
    prescan_close(&scan);
    free(packed.p);
    return plain;
}

static void compressed_files_are_looked_into(void **state)
{
    static const char *const filters[] = { "gzip", "bzip2", "xz", "zstd", "lz4" };
    struct bytes tar = fixture_archive("ustar", NULL, two_texts);
    struct bytes gz = fixture_compress("gzip", "text", 4);
    char *noise = calloc(1, 1 << 20);
    uint32_t x = 1;

    (void)state;
    assert_non_null(noise);
    text_file("text", "text");
    for (size_t i = 0; i < LENGTH(filters); i++) {
        assert_true(is_plain_inside("x", filters[i], "text", 4));
        assert_false(is_plain_inside("x", filters[i], tar.p, tar.n));
        assert_false(is_plain_inside("x", filters[i], gz.p, gz.n));
        assert_false(is_plain_inside("x", filters[i], "\xFF\xFEt\0", 4));
        assert_false(is_plain_inside("x", filters[i], "t\0", 2));
        assert_false(is_plain_inside("x.tar.gz", filters[i], "text", 4)); /* not looked into */
        assert_false(is_plain_inside("x.tgz", filters[i], "text", 4));
    }
    for (size_t i = 0; i < 1 << 20; i++) {
        x = x * 1664525 + 1013904223;
        noise[i] = (char)('a' + (x >> 27));
    }
    noise[0] = 't';
    assert_true(is_plain_inside("x", "gzip", noise, 1 << 20));
    assert_true(is_plain_inside("x", "xz", noise, 1 << 20));
    assert_false(is_plain_inside("x", "bzip2", noise, 1 << 20)); /* its first block is too long */
    free(noise);
    free(tar.p);
    free(gz.p);
}

static void damage_inside_is_left_to_the_run(void **state)
{
    (void)state;
    text_file("text", "text");
    fixture_write("gzip", "\x1F\x8B\x08\0", 4);
    fixture_write("more", "\x1F\x8B\x08\0junk", 8);
    assert_prescan((const char *[]){ "text", "gzip", "more", NULL }, true, 4 + 12 + 24);
}

static void what_is_no_file_is_looked_at_only_when_it_comes_first(void **state)
{
    int fd;

    (void)state;
    mkfifo("pipe", 0600); /* to open it would wait for a writer */
    text_file("text", "text");
    assert_prescan((const char *[]){ ".", NULL }, false, 0);
    assert_prescan((const char *[]){ "text", "pipe", NULL }, false, 0);
    fd = open("pipe", O_RDWR); /* a writer */
    for (int i = 0; i < 30; i++)
        assert_int_equal(write(fd, "text ", 5), 5);
    assert_prescan((const char *[]){ "pipe", "text", NULL }, true, UINT64_MAX);
    close(fd);
}

static void of_many_files_only_some_are_looked_at(void **state)
{
    const char *inputs[PRESCAN_MOST + 2] = { NULL };

    (void)state;
    fixture_write("x", "x", 1);
    for (size_t i = 0; i < PRESCAN_MOST; i++)
        inputs[i] = "x";
    assert_prescan(inputs, true, PRESCAN_MOST);
    inputs[PRESCAN_MOST] = "x";
    assert_prescan(inputs, false, 0);
}

/* ---- what is kept open ---- */

/* How many of the N inputs, each of which is "x", are kept when there may be LIMIT descriptors;
 * they are read afterwards. */
static size_t kept_of(size_t n, rlim_t limit)
{
    const struct limits limits = limits_default();
    const char *inputs[MANY + 1] = { NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL, limits };
    struct rlimit before, low;
    struct documents *ds;
    struct document d;
    struct prescan p;
    size_t kept = 0, read = 0;

    for (size_t i = 0; i < n; i++)
        inputs[i] = "x";
    getrlimit(RLIMIT_NOFILE, &before);
    low = (struct rlimit){ limit, before.rlim_max };
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &low), 0);
    prescan_open(&p, inputs, &limits);
    for (size_t i = 0; i < n; i++)
        kept += prescan_has(&p, i);
    ds = documents_open(&settings, &p, NULL);
    for (; documents_next(ds, &d); read++)
        assert_non_null(d.stream);
    documents_close(ds);
    prescan_close(&p);
    setrlimit(RLIMIT_NOFILE, &before);
    assert_int_equal(read, n);
    return kept;
}

static void descriptors_are_left_to_others(void **state)
{
    size_t some;

    (void)state;
    fixture_write("x", "x", 1);
    assert_int_equal(kept_of(MANY, 1024), PRESCAN_MOST);
    some = kept_of(MANY, 90);
    assert_true(some > 0 && some <= 90 - 64);
    assert_int_equal(kept_of(MANY, 20), 0);
}

static void assert_walk_after(struct prescan *p, const struct document_settings *settings,
                              const char *expected)
{
    char *got = walk_after(settings, p);

    assert_string_equal(got, expected);
    free(got);
    prescan_close(p);
}

static void what_was_looked_at_is_read(void **state)
{
    static const char *const inputs[] = { "a", "b", "late", "a", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL, limits_default() };
    struct prescan p;

    (void)state;
    text_file("a", "first");
    text_file("b", "second");
    prescan_open(&p, inputs, &settings.limits);
    text_file("new", "other");
    assert_int_equal(rename("new", "a"), 0);
    assert_int_equal(unlink("b"), 0);
    text_file("late", "third");
    assert_walk_after(&p, &settings, "a* 'first'\nb* 'second'\nlate* 'third'\na* 'first'\n");
}

static void a_packed_file_is_kept_too(void **state)
{
    static const char *const inputs[] = { "x", "text", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL, limits_default() };
    struct bytes zip = fixture_archive("zip", NULL, two_texts);
    struct prescan p;

    (void)state;
    text_file("text", "text");
    fixture_write("x", zip.p, zip.n);
    free(zip.p);
    prescan_open(&p, inputs, &settings.limits);
    assert_false(p.plain);
    assert_true(prescan_has(&p, 0));
    assert_false(prescan_has(&p, 1));
    unlink("x");
    assert_walk_after(&p, &settings, "x!/a/b.txt 'hello'\nx!/café.txt 'world'\ntext* 'text'\n");
}

static void what_is_looked_at_further_on_is_not_kept(void **state)
{
    static const char *const inputs[] = { "zeros", NULL };
    static char zeros[40000];
    const struct limits limits = limits_default();
    struct opened_file *f;
    struct prescan p;
    char c[8];

    (void)state;
    zeros[0] = 'x'; /* neither an archive nor a text */
    fixture_write("zeros", zeros, sizeof zeros);
    prescan_open(&p, inputs, &limits);
    assert_true(p.plain);
    f = prescan_take(&p, 0);
    assert_null(prescan_take(&p, 0));
    assert_int_equal(lseek(f->bytes.stream->fd, 0, SEEK_CUR), 4096);
    assert_int_equal(stream_peek(&f->bytes.stream, c, sizeof c), sizeof c);
    opened_file_close(f);
    prescan_close(&p);
}

static void standard_input_is_looked_at_when_it_is_a_file(void **state)
{
    static const char *const inputs[] = { "-", "in", "-", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL, limits_default() };
    int before = dup(STDIN_FILENO), fd, ends[2];
    struct prescan p;

    (void)state;
    text_file("in", "text");
    fd = open("in", O_RDONLY);
    for (off_t at = 0; at < 2; at++) { /* from where it stands */
        dup2(fd, STDIN_FILENO);
        lseek(STDIN_FILENO, at, SEEK_SET);
        prescan_open(&p, inputs, &settings.limits);
        assert_true(p.plain);
        assert_walk_after(&p, &settings,
                          at == 0 ? "<stdin>* 'text'\nin* 'text'\n<stdin>* stdin-twice\n"
                                  : "<stdin>* 'ext'\nin* 'text'\n<stdin>* stdin-twice\n");
        assert_int_not_equal(fcntl(STDIN_FILENO, F_GETFD), -1);
    }
    close(fd);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "text", 4), 4);
    dup2(ends[0], STDIN_FILENO);
    prescan_open(&p, (const char *[]){ "in", "-", NULL }, &settings.limits);
    assert_false(p.plain);
    assert_false(prescan_has(&p, 1)); /* nothing of it has been read */
    prescan_close(&p);
    close(ends[1]);
    prescan_open(&p, inputs, &settings.limits);
    assert_true(p.plain);
    assert_true(p.bytes == UINT64_MAX);
    assert_true(prescan_has(&p, 0));
    assert_false(prescan_flows(&p, 0));
    assert_true(prescan_flows(&p, 1));
    assert_walk_after(&p, &settings, "<stdin>* 'text'\nin* 'text'\n<stdin>* stdin-twice\n");
    close(ends[0]);
    dup2(before, STDIN_FILENO);
    close(before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_enter, fixture_leave)
        TEST(plain_files_are_added_up),
        TEST(other_files_are_not_plain),
        TEST(compressed_files_are_looked_into),
        TEST(damage_inside_is_left_to_the_run),
        TEST(what_is_no_file_is_looked_at_only_when_it_comes_first),
        TEST(of_many_files_only_some_are_looked_at),
        TEST(descriptors_are_left_to_others),
        TEST(what_was_looked_at_is_read),
        TEST(a_packed_file_is_kept_too),
        TEST(what_is_looked_at_further_on_is_not_kept),
        TEST(standard_input_is_looked_at_when_it_is_a_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
