/* test_damage.c - archives that are cut off, damaged or encrypted. */
#include "transcript.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static struct bytes cut(struct bytes b, size_t n)
{
    b.n = n;
    return b;
}

static void encrypted_members_fail_alone(void **state)
{
    static const char *const inputs[] = { FIXTURES "/encrypted.zip", FIXTURES "/encrypted.7z",
                                          FIXTURES "/encrypted-names.7z", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL,
                                                limits_of(DEPTH, SPOOL) };
    char *got = walk_with(&settings);

    (void)state;
    assert_string_equal(got, FIXTURES "/encrypted.zip!/abstracts.txt encrypted\n" FIXTURES
                                      "/encrypted.zip!/feed.txt 900 bytes\n" FIXTURES
                                      "/encrypted.7z!/abstracts.txt encrypted\n" FIXTURES
                                      "/encrypted-names.7z* encrypted\n");
    free(got);
}

static void a_large_table_of_names_is_refused(void **state)
{
    const size_t size = 2 << 20;
    struct bytes b = { malloc(68 + size), 68 + size };

    (void)state;
    assert_non_null(b.p);
    snprintf(b.p, b.n, "!<arch>\n%-48s%-10zu`\n", "//", size);
    memset(b.p + 68, 'n', size);
    assert_bytes("x", b, "x* index-too-large\n");
}

static void truncated_archives_give_what_they_have(void **state)
{
    static const struct entry entries[] = { PLAIN("a", "first"), PLAIN("b", "second text"), END };
    static const struct {
        const char *format, *options;
        size_t n;
        const char *expected;
    } cases[] = {
        { "ustar", NULL, 512 + 3, "x!/a 'fir' archive-truncated\n" },
        { "ustar", NULL, 512 + 5, "x!/a 'first'\nx* archive-truncated\n" },
        { "ustar", NULL, 1024, "x!/a 'first'\nx* archive-no-end\n" },
        { "ustar", NULL, 1024 + 100, "x!/a 'first'\nx* archive-truncated\n" },
        { "ustar", NULL, 1536 + 6, "x!/a 'first'\nx!/b 'second' archive-truncated\n" },
        { "ustar", NULL, 2048, "x!/a 'first'\nx!/b 'second text'\nx* archive-no-end\n" },
        { "ustar", NULL, 2048 + 1024, "x!/a 'first'\nx!/b 'second text'\n" },
        { "newc", NULL, 112 + 3, "x!/a 'fir' archive-truncated\n" },
        { "newc", NULL, 120, "x!/a 'first'\nx* archive-truncated\n" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct bytes b = fixture_archive(cases[i].format, cases[i].options, entries);

        assert_true(b.n >= cases[i].n);
        assert_bytes("x", cut(b, cases[i].n), cases[i].expected);
    }
}

static size_t last_of(struct bytes b, const char *magic)
{
    size_t at = b.n - 4;

    while (memcmp(b.p + at, magic, 4) != 0)
        at--;
    return at;
}

static void a_zip_without_its_end_is_read(void **state)
{
    static const struct {
        const char *before; /* cut before the last of this */
        size_t more;        /* and these bytes */
        const char *file, *piped;
    } cases[] = {
        { "PK\x05\x06", 0, "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx* archive-no-end\n",
          "<stdin>!/a/b.txt 'hello'\n<stdin>!/café.txt 'world'\n<stdin>* archive-no-end\n" },
        { "PK\x01\x02", 0, "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx* archive-no-end\n",
          "<stdin>!/a/b.txt 'hello'\n<stdin>!/café.txt 'world'\n<stdin>* archive-no-end\n" },
        { "PK\x03\x04", 9, "x!/a/b.txt 'hello'\nx* archive-truncated\n",
          "<stdin>!/a/b.txt 'hello'\n<stdin>* archive-truncated\n" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct bytes b = fixture_archive("zip", NULL, two_texts);
        size_t n = last_of(b, cases[i].before) + cases[i].more;

        assert_piped(fixture_copy(b.p, n), cases[i].piped);
        assert_bytes("x", cut(b, n), cases[i].file);
    }
}

/* libarchive's writer makes no zip that can be read to such an end: the lengths come after
 * the data. */
static void a_zip_that_ends_between_members_is_read(void **state)
{
    char bytes[70000];
    int fd = open(FIXTURES "/seeds.zip", O_RDONLY);
    ssize_t n = read(fd, bytes, sizeof bytes);
    struct bytes zip;

    (void)state;
    assert_in_range(n, 1000, sizeof bytes - 1);
    close(fd);
    zip = fixture_copy(bytes, (size_t)n);
    zip.n = last_of(zip, "PK\x03\x04");
    assert_piped(fixture_copy(zip.p, zip.n),
                 "<stdin>!/abstracts.txt 9914 bytes\n<stdin>!/profile.txt 71975 bytes\n"
                 "<stdin>!/profile-compact.txt 51288 bytes\n<stdin>* archive-no-end\n");
    assert_bytes("x", zip,
                 "x!/abstracts.txt 9914 bytes\nx!/profile.txt 71975 bytes\n"
                 "x!/profile-compact.txt 51288 bytes\nx* archive-no-end\n");
}

static void problems_of_the_compression_are_told(void **state)
{
    struct bytes tar = fixture_archive("ustar", NULL, two_texts);
    struct bytes gz = fixture_compress("gzip", tar.p, tar.n), copy = { NULL, 0 };

    (void)state;
    copy = fixture_join(fixture_join(copy, gz.p, gz.n), "junk", 4);
    assert_bytes("x", copy, "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx* trailing-junk\n");
    gz.p[gz.n - 8] ^= 1;
    assert_bytes("x", gz, "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx* bad-crc\n");
    free(tar.p);
}

static void a_wrong_checksum_in_a_zip_spoils_one_member(void **state)
{
    struct bytes b = fixture_archive("zip", "compression=store", two_texts);

    (void)state;
    for (size_t i = 0; i + 5 < b.n; i++)
        if (memcmp(b.p + i, "hello", 5) == 0)
            b.p[i] = 'j';
    assert_bytes("x", b, "x!/a/b.txt 'jello' bad-crc\nx!/café.txt 'world'\n");
}

/* The walk over the N bytes at P; the caller frees it. */
static char *walk_over(const char *p, size_t n)
{
    static const char *const inputs[] = { "x", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL,
                                                limits_of(DEPTH, SPOOL) };

    fixture_write("x", p, n);
    return walk_with(&settings);
}

static bool tells_a_problem(const char *walk)
{
    return strstr(walk, " archive-") != NULL || strstr(walk, " corrupt") != NULL ||
           strncmp(walk, "x* ", 3) == 0; /* not even the signature is left */
}

/* Whatever happens to an archive: the walk ends, and tells that something is missing. */
static void damaged_archives_end(void **state)
{
    static const struct {
        const char *format, *filter;
    } kinds[] = { { "ustar", NULL }, { "pax", "gzip" }, { "gnutar", "zstd" }, { "zip", NULL },
                  { "7zip", NULL },  { "newc", NULL },  { "odc", "lz4" } };

    (void)state;
    for (size_t i = 0; i < LENGTH(kinds); i++) {
        struct bytes b = fixture_archive(kinds[i].format, NULL, two_texts), filtered;
        size_t step = b.n > 1000 ? 13 : 1;
        char *whole, *cut_off;

        if (kinds[i].filter != NULL) {
            filtered = fixture_compress(kinds[i].filter, b.p, b.n);
            free(b.p);
            b = filtered;
        }
        whole = walk_over(b.p, b.n);
        for (size_t at = 0; at < b.n; at += step) {
            cut_off = walk_over(b.p, at);
            assert_true(strcmp(cut_off, whole) == 0 || tells_a_problem(cut_off));
            free(cut_off);
            b.p[at] = (char)(b.p[at] ^ 0x55);
            free(walk_over(b.p, b.n));
            b.p[at] = (char)(b.p[at] ^ 0x55);
        }
        free(whole);
        free(b.p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encrypted_members_fail_alone),
        cmocka_unit_test(a_large_table_of_names_is_refused),
        cmocka_unit_test(truncated_archives_give_what_they_have),
        cmocka_unit_test(a_zip_without_its_end_is_read),
        cmocka_unit_test(a_zip_that_ends_between_members_is_read),
        cmocka_unit_test(problems_of_the_compression_are_told),
        cmocka_unit_test(a_wrong_checksum_in_a_zip_spoils_one_member),
        cmocka_unit_test(damaged_archives_end),
    };

    return cmocka_run_group_tests(tests, fixture_enter, fixture_leave);
}
