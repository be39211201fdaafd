/* test_archives.c - archives of every format, in each other, and what they hold. */
#include "transcript.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static void every_format_is_read(void **state)
{
    static const struct {
        const char *format, *options;
        bool directory; /* it cannot hold a name with a slash, or makes a directory */
        bool piped;     /* it can be read from a pipe */
    } formats[] = {
        { "ustar", NULL, true, true },
        { "pax", NULL, true, true },
        { "gnutar", NULL, true, true },
        { "v7tar", NULL, true, true },
        { "zip", NULL, true, true },
        { "zip", "compression=store", true, true },
        { "7zip", NULL, true, true },
        { "7zip", "compression=lzma2", true, true },
        { "7zip", "compression=ppmd", true, true },
        { "7zip", "compression=copy", true, true },
        { "newc", NULL, true, true },
        { "odc", NULL, true, true },
        { "bin", NULL, true, true },
        { "arbsd", NULL, false, true },
        { "arsvr4", NULL, false, true },
        { "iso9660", NULL, true, false },
    };
    const struct entry flat[] = { PLAIN("b.txt", "hello"), END };

    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        const struct entry *entries = formats[i].directory ? two_texts : flat;
        struct bytes b = fixture_archive(formats[i].format, formats[i].options, entries);
        struct bytes copy = fixture_copy(b.p, b.n);

        assert_bytes("x", b,
                     formats[i].directory ? "x!/a/b.txt 'hello'\nx!/café.txt 'world'\n"
                                          : "x!/b.txt 'hello'\n");
        if (!formats[i].piped)
            free(copy.p);
        else
            assert_piped(copy, formats[i].directory
                                   ? "<stdin>!/a/b.txt 'hello'\n<stdin>!/café.txt 'world'\n"
                                   : "<stdin>!/b.txt 'hello'\n");
    }
}

/* In Rock Ridge it would go on in another block, where libarchive may never find its end. */
static void a_long_name_in_an_iso_is_read_as_by_joliet(void **state)
{
    char name[151], expected[100];
    const struct entry entries[] = { PLAIN(name, "hello"), PLAIN("short", "world"), END };

    (void)state;
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    snprintf(expected, sizeof expected, "x!/%.64s 'hello'\nx!/short 'world'\n", name);
    assert_bytes("x", fixture_archive("iso9660", NULL, entries), expected);
}

static void a_big_endian_cpio_is_read(void **state)
{
    static const char cpio[] = "\x71\xC7\0\1\0\1\x81\xA4\0\0\0\0\0\1\0\0\0\0\0\0\0\2\0\0\0\1"
                               "a\0x\0"
                               "\x71\xC7\0\0\0\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\x0B\0\0\0\0"
                               "TRAILER!!!\0";

    (void)state;
    assert_bytes("x", fixture_copy(cpio, sizeof cpio), "x!/a 'x'\n");
}

/* pzstd writes such a frame first. */
static void a_skippable_frame_may_come_first(void **state)
{
    static const char *const filters[] = { "zstd", "lz4" };

    (void)state;
    for (size_t i = 0; i < LENGTH(filters); i++) {
        struct bytes c = fixture_compress(filters[i], "hello", 5);
        struct bytes b = fixture_copy("\x50\x2A\x4D\x18\4\0\0\0skip", 12);

        assert_bytes("x", fixture_join(b, c.p, c.n), "x* 'hello'\n");
        free(c.p);
    }
}

static void compressed_files_are_one_document_or_an_archive(void **state)
{
    static const char *const filters[] = { "gzip", "bzip2", "xz", "zstd", "lz4" };

    (void)state;
    for (size_t i = 0; i < LENGTH(filters); i++) {
        struct bytes tar = fixture_archive("ustar", NULL, two_texts);

        assert_bytes("x", fixture_compress(filters[i], "hello", 5), "x* 'hello'\n");
        assert_bytes("x", fixture_compress(filters[i], tar.p, tar.n),
                     "x!/a/b.txt 'hello'\nx!/café.txt 'world'\n");
        if (strcmp(filters[i], "lz4") != 0) /* libarchive crashes */
            assert_bytes("x", fixture_compress(filters[i], "", 0), "x* ''\n");
        free(tar.p);
    }
}

static void archives_in_archives_are_opened_to_a_depth(void **state)
{
    struct bytes b = fixture_archive("ustar", NULL, two_texts), gz;
    static const char *const inputs[] = { "x", NULL };
    struct document_settings settings = { inputs, no_members, NULL, NULL, limits_of(2, SPOOL) };

    (void)state;
    for (int i = 0; i < 2; i++) {
        const struct entry outer[] = { NESTED(i == 0 ? "in.tar" : "in.zip", b),
                                       PLAIN("t.txt", "text"), END };
        struct bytes all = fixture_archive(i == 0 ? "zip" : "7zip", NULL, outer);

        free(b.p);
        b = all;
    }
    fixture_write("x", b.p, b.n);
    assert_walk_with(&settings,
                     "x!/in.zip!/in.tar!/a/b.txt 'hello'\nx!/in.zip!/in.tar!/café.txt 'world'\n"
                     "x!/in.zip!/t.txt 'text'\nx!/t.txt 'text'\n");
    settings.limits.of[LIMIT_DEPTH] = 1;
    assert_walk_with(&settings, "x!/in.zip!/in.tar archive-too-deep\nx!/in.zip!/t.txt 'text'\n"
                                "x!/t.txt 'text'\n");
    settings.limits.of[LIMIT_DEPTH] = 0;
    assert_walk_with(&settings, "x!/in.zip archive-too-deep\nx!/t.txt 'text'\n");
    gz = fixture_compress("gzip", b.p, b.n);
    fixture_write("x", gz.p, gz.n);
    assert_walk_with(&settings, "x!/in.zip archive-too-deep\nx!/t.txt 'text'\n");
    free(b.p);
    b = fixture_compress("xz", gz.p, gz.n);
    fixture_write("x", b.p, b.n);
    assert_walk_with(&settings, "x* archive-too-deep\n");
    free(b.p);
    free(gz.p);
}

/* Each of them is copied to the temporary file, while those around it are there. */
static void seven_zips_in_seven_zips_share_one_file(void **state)
{
    enum { LEVELS = 12, EVERY = 4 }; /* every fourth level holds two archives */
    static const char *const inputs[] = { "x", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL,
                                                limits_of(LEVELS, SPOOL) };
    struct bytes b = fixture_archive("7zip", NULL, two_texts), gz;
    char *got, path[LEVELS * 8 + 32] = "x";
    int found = 0;

    (void)state;
    for (int i = 0; i < LEVELS; i++) {
        const struct entry one[] = { NESTED("1.7z", b), PLAIN("t", "text"), END };
        const struct entry two[] = { NESTED("1.7z", b), PLAIN("t", "text"), NESTED("2.7z", b),
                                     END };
        struct bytes all = fixture_archive("7zip", NULL, i % EVERY == 0 ? two : one);

        free(b.p);
        b = all;
        strcat(path, "!/1.7z");
    }
    strcat(path, "!/a/b.txt 'hello'\n");
    gz = fixture_compress("gzip", b.p, b.n); /* the outermost one is no file, either */
    fixture_write("x", gz.p, gz.n);
    got = walk_with(&settings);
    assert_memory_equal(got, path, strlen(path)); /* the first line */
    for (const char *p = got; (p = strstr(p, "/a/b.txt 'hello'\n")) != NULL; p++)
        found++;
    assert_int_equal(found, 1 << LEVELS / EVERY);
    assert_null(strstr(got, "archive-"));
    free(got);
    free(gz.p);
    free(b.p);
}

static void some_formats_need_a_file(void **state)
{
    static const char *const inputs[] = { "x", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL,
                                                limits_of(DEPTH, 60) };
    struct bytes iso = fixture_archive("iso9660", NULL, two_texts);
    struct bytes seven = fixture_archive("7zip", NULL, two_texts), all;
    const struct entry outer[] = { NESTED("i", iso), NESTED("7", seven), PLAIN("t", "text"), END };

    (void)state;
    assert_piped(fixture_copy(iso.p, 40000), "<stdin>* archive-needs-file\n");
    all = fixture_archive("pax", NULL, outer);
    fixture_write("x", all.p, all.n);
    assert_walk_with(&settings, "x!/i archive-needs-file\nx!/7 archive-needs-file\nx!/t 'text'\n");
    free(all.p);
    free(iso.p);
    free(seven.p);
}

/* ---- several archives in one file ---- */

/* A, ZEROS zero bytes and B. */
static struct bytes joined(struct bytes a, size_t zeros, const void *b, size_t n)
{
    static const char nothing[4096];
    struct bytes all = fixture_copy(a.p, a.n);

    for (; zeros > 0; zeros -= zeros < sizeof nothing ? zeros : sizeof nothing)
        all = fixture_join(all, nothing, zeros < sizeof nothing ? zeros : sizeof nothing);
    return fixture_join(all, b, n);
}

static void assert_both_ways(struct bytes b, const char *file, const char *piped)
{
    assert_piped(fixture_copy(b.p, b.n), piped);
    assert_bytes("x", b, file);
}

static void archives_behind_each_other_are_one(void **state)
{
    static const char *const formats[] = { "ustar", "pax", "gnutar", "zip", "newc", "odc", "bin" };
    static const size_t zeros[] = { 0, 3, 512, 40000 };
    static const struct entry other[] = { PLAIN("b", "text"), END };

    (void)state;
    for (size_t i = 0; i < LENGTH(formats) * LENGTH(zeros); i++) {
        const char *format = formats[i / LENGTH(zeros)];
        struct bytes a = fixture_archive(format, NULL, two_texts);
        struct bytes b = fixture_archive(format, NULL, other);

        assert_both_ways(joined(a, zeros[i % LENGTH(zeros)], b.p, b.n),
                         "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx!/b 'text'\n",
                         "<stdin>!/a/b.txt 'hello'\n<stdin>!/café.txt 'world'\n"
                         "<stdin>!/b 'text'\n");
        free(a.p);
        free(b.p);
    }
}

static void something_else_behind_an_archive_is_told(void **state)
{
    static const char *const formats[] = { "ustar", "zip", "newc", "7zip" };
    static const struct {
        size_t zeros;
        const char *junk;
        size_t n;
    } cases[] = { { 0, "x", 1 },    { 1, "x", 1 },        { 512, "junk", 4 },
                  { 5, "PK", 2 },   { 40000, "x", 1 },    { 0, "!<arch>\n", 8 },
                  { 0, "\x1F", 1 }, { 0, "070701zz", 8 }, { 0, "PK\1\2", 4 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(formats) * LENGTH(cases); i++) {
        struct bytes a = fixture_archive(formats[i / LENGTH(cases)], NULL, two_texts);
        size_t c = i % LENGTH(cases);

        assert_both_ways(
            joined(a, cases[c].zeros, cases[c].junk, cases[c].n),
            "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx* trailing-junk\n",
            "<stdin>!/a/b.txt 'hello'\n<stdin>!/café.txt 'world'\n<stdin>* trailing-junk\n");
        assert_bytes("x", joined(a, cases[c].zeros, "", 0),
                     "x!/a/b.txt 'hello'\nx!/café.txt 'world'\n");
        free(a.p);
    }
}

/* Only an archive of its own kind is expected behind an archive, and the next one may be damaged. */
static void the_next_archive_is_checked_too(void **state)
{
    struct bytes tar = fixture_archive("ustar", NULL, two_texts);
    struct bytes zip = fixture_archive("zip", NULL, two_texts);

    (void)state;
    assert_bytes("x", joined(tar, 0, zip.p, zip.n),
                 "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx* trailing-junk\n");
    assert_bytes("x", joined(tar, 0, tar.p, 512 + 2),
                 "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx!/a/b.txt 'he' archive-truncated\n");
    assert_bytes("x", joined(tar, 0, tar.p, 511),
                 "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx* trailing-junk\n");
    assert_bytes("x", joined(zip, 0, zip.p, zip.n - 22),
                 "x!/a/b.txt 'hello'\nx!/café.txt 'world'\nx!/a/b.txt 'hello'\n"
                 "x!/café.txt 'world'\nx* archive-no-end\n");
    free(tar.p);
    free(zip.p);
}

static void a_zip_may_stand_behind_a_program(void **state)
{
    static const char *const programs[] = { "MZ", "\177ELF\2\1\1", "#!/bin/sh\nexec unzip $0\n" };
    struct bytes zip = fixture_archive("zip", NULL, two_texts), program;
    struct bytes script = fixture_copy("Words: ", 7);

    (void)state;
    for (size_t i = 0; i < LENGTH(programs); i++) {
        program = fixture_copy(programs[i], strlen(programs[i]));
        assert_bytes("x", joined(program, 200, zip.p, zip.n),
                     "x!/a/b.txt 'hello'\nx!/café.txt 'world'\n");
        free(program.p);
    }
    assert_bytes("x", joined(script, 200, "no zip", 6), "x* 213 bytes\n");
    free(script.p);
    free(zip.p);
}

/* ---- members that are no plain files ---- */

static void special_members_have_their_outcome(void **state)
{
    static const struct entry entries[] = {
        SPECIAL('d', "./", ""),      PLAIN("./a", "text"),     SPECIAL('h', "hard", "./a"),
        SPECIAL('l', "soft", "a"),   SPECIAL('p', "pipe", ""), SPARSE("sparse", 4096, "end"),
        PLAIN("bad\xFF\nname", "b"), PLAIN("/abs/../x", "c"),  END,
    };

    (void)state;
    assert_bytes("x", fixture_archive("gnutar", NULL, entries),
                 "x!/a 'text'\nx!/hard link-skipped\nx!/soft link-skipped\n"
                 "x!/pipe special-skipped\nx!/sparse 4099 bytes\nx!/bad%FF%0Aname 'b'\n"
                 "x!//abs/../x 'c'\n");
}

/* Adds a member to a cpio archive in the "newc" format. */
static struct bytes cpio_member(struct bytes b, int inode, const char *name, const char *content)
{
    char header[128];
    size_t n = strlen(name) + 1, size = strlen(content);

    snprintf(header, sizeof header, "070701%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X",
             (unsigned)inode, 0100644U, 0U, 0U, 2U, 0U, (unsigned)size, 1U, 1U, 0U, 0U, (unsigned)n,
             0U);
    b = fixture_join(fixture_join(b, header, 110), name, n);
    b = fixture_join(b, "\0\0", (4 - b.n % 4) % 4);
    b = fixture_join(b, content, size);
    return fixture_join(b, "\0\0", (4 - b.n % 4) % 4);
}

/* In a cpio archive the last name of a file has its content. */
static void a_hard_link_with_content_is_a_file(void **state)
{
    struct bytes b = { NULL, 0 };

    (void)state;
    b = cpio_member(b, 1, "first", "");
    b = cpio_member(b, 1, "again", "");
    b = cpio_member(b, 1, "last", "content");
    b = cpio_member(b, 0, "TRAILER!!!", "");
    assert_bytes("x", b, "x!/first link-skipped\nx!/again link-skipped\nx!/last 'content'\n");
}

static void holes_are_read_to_a_limit(void **state)
{
    static const struct entry small[] = { SPARSE("s", 4096, "end"), END };
    static const struct entry large[] = { SPARSE("s", 65 << 20, "end"), PLAIN("z", "text"), END };

    (void)state;
    assert_bytes("x", fixture_archive("pax", NULL, small), "x!/s 4099 bytes\n");
    assert_bytes("x", fixture_archive("pax", NULL, large), "x!/s '' corrupt\nx!/z 'text'\n");
}

static void an_empty_archive_is_a_remark(void **state)
{
    static const char *const formats[] = { "zip", "7zip" };
    static const struct entry entries[] = { END };

    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++)
        assert_bytes("x", fixture_archive(formats[i], NULL, entries), "x* archive-empty\n");
}

/* A tar without members is; but so is a file that was lost when the machine stopped. */
static void zeros_are_no_archive(void **state)
{
    static const char zeros[40000];
    static const size_t sizes[] = { 512, 1024, 10240, sizeof zeros };
    char expected[40];

    (void)state;
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        snprintf(expected, sizeof expected, "x* %zu bytes\n", sizes[i]);
        assert_bytes("x", fixture_copy(zeros, sizes[i]), expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_format_is_read),
        cmocka_unit_test(a_long_name_in_an_iso_is_read_as_by_joliet),
        cmocka_unit_test(a_big_endian_cpio_is_read),
        cmocka_unit_test(a_skippable_frame_may_come_first),
        cmocka_unit_test(compressed_files_are_one_document_or_an_archive),
        cmocka_unit_test(archives_in_archives_are_opened_to_a_depth),
        cmocka_unit_test(seven_zips_in_seven_zips_share_one_file),
        cmocka_unit_test(some_formats_need_a_file),
        cmocka_unit_test(archives_behind_each_other_are_one),
        cmocka_unit_test(something_else_behind_an_archive_is_told),
        cmocka_unit_test(the_next_archive_is_checked_too),
        cmocka_unit_test(a_zip_may_stand_behind_a_program),
        cmocka_unit_test(special_members_have_their_outcome),
        cmocka_unit_test(a_hard_link_with_content_is_a_file),
        cmocka_unit_test(holes_are_read_to_a_limit),
        cmocka_unit_test(an_empty_archive_is_a_remark),
        cmocka_unit_test(zeros_are_no_archive),
    };

    return cmocka_run_group_tests(tests, fixture_enter, fixture_leave);
}
