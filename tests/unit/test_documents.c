/* test_documents.c - the walk over documents: files, directories, --members, encodings. */
#include "transcript.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* ---- files and directories ---- */

static void files_come_in_order(void **state)
{
    static const char *const inputs[] = { "b", "a", "b", "missing", "a/no", "caf\xE9", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL,
                                                limits_of(DEPTH, SPOOL) };

    (void)state;
    text_file("a", "1");
    text_file("b", "2");
    text_file("caf\xE9", "3");
    assert_walk_with(&settings, "b* '2'\na* '1'\nb* '2'\nmissing* not-found\na/no* not-found\n"
                                "caf%E9* '3'\n");
}

static void standard_input_is_read_once(void **state)
{
    static const char *const inputs[] = { "-", "-", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL,
                                                limits_of(DEPTH, SPOOL) };
    int before = dup(STDIN_FILENO), fd;

    (void)state;
    text_file("in", "text");
    fd = open("in", O_RDONLY);
    dup2(fd, STDIN_FILENO);
    assert_walk_with(&settings, "<stdin>* 'text'\n<stdin>* stdin-twice\n");
    assert_int_not_equal(fcntl(STDIN_FILENO, F_GETFD), -1);
    dup2(before, STDIN_FILENO);
    close(before);
    close(fd);
}

static void hidden_files_are_passed_over_unless_named(void **state)
{
    static const char *const inputs[] = { "h/.hidden", "h/.git", "h/CVS", "h/x~", NULL };
    static const char *const patterns[] = { ".*", "*~", "CVS", NULL };
    static const char *const folder[] = { "h", NULL };
    const struct document_settings named = { inputs, no_members, NULL, NULL,
                                             limits_of(DEPTH, SPOOL) };
    const struct document_settings matched = { folder, patterns, NULL, NULL,
                                               limits_of(DEPTH, SPOOL) };

    (void)state;
    mkdir("h", 0700);
    mkdir("h/.git", 0700);
    mkdir("h/CVS", 0700);
    mkdir("h/_darcs", 0700);
    mkdir("h/old~", 0700);
    text_file("h/.hidden", "h");
    text_file("h/.git/config", "g");
    text_file("h/CVS/Root", "c");
    text_file("h/_darcs/format", "d");
    text_file("h/old~/x", "o");
    text_file("h/x", "x");
    text_file("h/x~", "b");
    text_file("h/~x", "t");
    mkdir("h/sub", 0700);
    text_file("h/sub/CVS", "f"); /* a file */
    assert_int_equal(symlink("x", "h/.link"), 0);
    assert_walk("h", "h/sub/CVS 'f'\nh/x 'x'\nh/~x 't'\n");
    assert_walk_with(&matched, "h/sub/CVS 'f'\n");
    assert_walk_with(&named, "h/.hidden* 'h'\nh/.git/config 'g'\nh/CVS/Root 'c'\nh/x~* 'b'\n");
    assert_walk("./h/../h/.", "./h/../h/./sub/CVS 'f'\n./h/../h/./x 'x'\n./h/../h/./~x 't'\n");
}

static void directories_are_sorted_and_links_not_followed(void **state)
{
    (void)state;
    mkdir("d", 0700);
    mkdir("d/sub", 0700);
    mkdir("d/sub/empty", 0700);
    text_file("d/z", "z");
    text_file("d/B", "B");
    text_file("d/a", "a");
    text_file("d/.hidden", "h");
    text_file("d/sub/x", "x");
    text_file("d/sub-", "-");
    assert_int_equal(symlink("../sub", "d/sub/loop"), 0);
    assert_int_equal(symlink("sub/x", "d/link"), 0);
    assert_int_equal(symlink("nowhere", "d/dangling"), 0);
    assert_int_equal(mkfifo("d/pipe", 0600), 0);
    assert_int_equal(symlink("d", "named"), 0);
    assert_walk("d", "d/B 'B'\nd/a 'a'\nd/dangling link-skipped\nd/link 'x'\n"
                     "d/pipe special-skipped\nd/sub/loop link-skipped\nd/sub/x 'x'\nd/sub- '-'\n"
                     "d/z 'z'\n");
    assert_walk("named//sub/", "named//sub/loop link-skipped\nnamed//sub/x 'x'\n");
}

static void what_cannot_be_opened_fails(void **state)
{
    static const char *const others[] = { "*.txt", NULL };
    const uid_t nobody = 65534;
    uid_t before = geteuid();

    (void)state;
    mkdir("u", 0755);
    mkdir("u/closed", 0);
    text_file("u/secret", "x");
    chmod("u/secret", 0);
    chmod(".", 0755);
    if (before == 0) /* root can open everything */
        assert_int_equal(seteuid(nobody), 0);
    assert_walk("u", "u/closed unreadable\nu/secret unreadable\n");
    assert_walk("u/closed", "u/closed* unreadable\n");
    assert_walk("u/secret", "u/secret* unreadable\n");
    assert_members("u", others, "u/closed unreadable\n");
    assert_int_equal(seteuid(before), 0);
    chmod("u/closed", 0700);
}

static void a_walk_can_end_early(void **state)
{
    static const char *const inputs[] = { "early", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL,
                                                limits_of(DEPTH, SPOOL) };
    static const struct entry inner[] = { PLAIN("a", "1"), END };
    struct bytes b = fixture_archive("ustar", NULL, inner);
    const struct entry outer[] = { NESTED("in.tar", b), PLAIN("z", "2"), END };
    struct bytes all = fixture_archive("zip", NULL, outer);
    struct documents *ds;
    struct document d;

    (void)state;
    mkdir("early", 0700);
    fixture_write("early/x", all.p, all.n);
    free(all.p);
    free(b.p);
    ds = documents_open(&settings, NULL, NULL);
    assert_true(documents_next(ds, &d));
    assert_string_equal(d.member, "in.tar!/a");
    documents_close(ds); /* the sanitizer build finds what is left */
}

static void texts_are_not_archives(void **state)
{
    static const char *const texts[] = {
        "begin 644 x\n#0V%T\n`\nend\n",
        "#mtree\n./a type=file\n",
        "BZh9 is no bzip2",
        "070707 is a number",
        "!<arch",
        "PK",
        "WARC/1.0\r\n",
        "MZ",
        "",
    };
    char zeros[600] = "", line[64];

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        text_file("t", texts[i]);
        snprintf(line, sizeof line, "t* '%s'\n", texts[i]);
        assert_walk("t", line);
    }
    for (size_t i = 100; i < 108; i++) /* where a tar has its mode */
        zeros[i] = '0';
    zeros[0] = 'x';
    fixture_write("t", zeros, sizeof zeros);
    assert_walk("t", "t* 600 bytes\n");
}

/* What arrives slowly is shown after its first 112 bytes. */
static void a_slow_text_is_shown_at_once(void **state)
{
    static const char *const inputs[] = { "-", NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL,
                                                limits_of(DEPTH, SPOOL) };
    int ends[2], before = dup(STDIN_FILENO);
    char text[112];
    struct documents *ds;
    struct document d;

    (void)state;
    memset(text, 'x', sizeof text);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], text, sizeof text), sizeof text);
    dup2(ends[0], STDIN_FILENO);
    ds = documents_open(&settings, NULL, NULL);
    assert_true(documents_next(ds, &d));
    assert_true(stream_ready(d.stream));
    assert_int_equal(stream_read(d.stream, text, sizeof text), sizeof text);
    assert_false(stream_ready(d.stream));
    documents_close(ds);
    dup2(before, STDIN_FILENO);
    close(before);
    close(ends[0]);
    close(ends[1]);
}

/* ---- --members ---- */

static void members_are_chosen(void **state)
{
    static const struct entry inner[] = { PLAIN("a.txt", "1"), PLAIN("b.log", "2"), END };
    struct bytes b = fixture_archive("ustar", NULL, inner), all;
    const struct entry outer[] = { NESTED("in.tar", b), PLAIN("sub/deep/c.txt", "3"),
                                   PLAIN("sub/d.log", "4"), END };
    static const struct {
        const char *members[3];
        const char *archive, *directory; /* expected of x, and of the directory m with x */
    } cases[] = {
        { { "*.txt" },
          "x!/in.tar!/a.txt '1'\nx!/sub/deep/c.txt '3'\n",
          "m/x!/in.tar!/a.txt '1'\nm/x!/sub/deep/c.txt '3'\n" },
        { { "!*.txt" },
          "x!/in.tar!/b.log '2'\nx!/sub/d.log '4'\n",
          "m/o.log '5'\nm/x!/in.tar!/b.log '2'\nm/x!/sub/d.log '4'\n" },
        { { "in.tar", "!a*" }, "x!/in.tar!/b.log '2'\n", "m/x!/in.tar!/b.log '2'\n" },
        { { "sub" },
          "x!/sub/deep/c.txt '3'\nx!/sub/d.log '4'\n",
          "m/x!/sub/deep/c.txt '3'\nm/x!/sub/d.log '4'\n" },
        { { "sub/*.txt" }, "x!/sub/deep/c.txt '3'\n", "m/x!/sub/deep/c.txt '3'\n" },
        { { "sub/deep" }, "x!/sub/deep/c.txt '3'\n", "m/x!/sub/deep/c.txt '3'\n" },
        { { "su?/deep", "o*" },
          "x!/sub/deep/c.txt '3'\n",
          "m/o.log '5'\nm/x!/sub/deep/c.txt '3'\n" },
        { { "!sub", "!in.tar" }, "", "m/o.log '5'\n" },
        { { "x", "!*.log" }, "", "m/x!/in.tar!/a.txt '1'\nm/x!/sub/deep/c.txt '3'\n" },
        { { "nothing" }, "", "" },
    };

    (void)state;
    all = fixture_archive("zip", NULL, outer);
    mkdir("m", 0700);
    text_file("m/o.log", "5");
    fixture_write("m/x", all.p, all.n);
    fixture_write("x", all.p, all.n);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        assert_members("x", cases[i].members, cases[i].archive);
        assert_members("m", cases[i].members, cases[i].directory);
    }
    free(all.p);
    free(b.p);
}

static void a_named_file_is_always_read(void **state)
{
    static const char *const members[] = { "*.txt", NULL };

    (void)state;
    text_file("plain", "text");
    assert_members("plain", members, "plain* 'text'\n");
    fixture_write("plain", "\xFF\xFEx\0", 4);
    assert_members("plain", members, "plain* '\xEF\xBB\xBFx'\n");
}

static void what_was_not_chosen_cannot_fail(void **state)
{
    static const char *const members[] = { "*.txt", NULL };
    static const struct entry entries[] = { SPECIAL('l', "soft", "a"), PLAIN("a.txt", "1"), END };
    struct bytes b = fixture_archive("ustar", NULL, entries);

    (void)state;
    fixture_write("x", b.p, b.n);
    assert_members("x", members, "x!/a.txt '1'\n");
    free(b.p);
}

/* ---- encodings ---- */

static void encodings_are_recognised_or_given(void **state)
{
    static const char *const inputs[] = { "e", NULL };
    struct document_settings settings = { inputs, no_members, NULL, NULL, limits_of(DEPTH, SPOOL) };
    static const struct {
        const char *bytes;
        size_t n;
        const char *encoding, *expected;
    } cases[] = {
        { "\xFF\xFEh\0\xF6\0", 6, NULL, "e* '\xEF\xBB\xBFhö'\n" },
        { "\xFE\xFF\0h\0\xF6", 6, "utf-8", "e* '\xEF\xBB\xBFhö'\n" },
        { "\xFF\xFE\0\0h\0\0\0", 8, NULL, "e* '\xEF\xBB\xBFh'\n" },
        { "\0\0\xFE\xFF\0\0\0h", 8, NULL, "e* '\xEF\xBB\xBFh'\n" },
        { "\xEF\xBB\xBFh", 4, NULL, "e* '\xEF\xBB\xBFh'\n" },
        { "h\xF6", 2, NULL, "e* 'h\xF6'\n" },
        { "h\xF6", 2, "LATIN1", "e* 'hö'\n" },
        { "h\0\0\xD8", 4, "UTF-16LE", "e* 'h\xEF\xBF\xBD' invalid-encoding\n" },
        { "h", 1, "no-such-charset", "e* unknown-encoding\n" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        fixture_write("e", cases[i].bytes, cases[i].n);
        settings.encoding = cases[i].encoding;
        assert_walk_with(&settings, cases[i].expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_come_in_order),
        cmocka_unit_test(standard_input_is_read_once),
        cmocka_unit_test(hidden_files_are_passed_over_unless_named),
        cmocka_unit_test(directories_are_sorted_and_links_not_followed),
        cmocka_unit_test(what_cannot_be_opened_fails),
        cmocka_unit_test(a_walk_can_end_early),
        cmocka_unit_test(texts_are_not_archives),
        cmocka_unit_test(a_slow_text_is_shown_at_once),
        cmocka_unit_test(members_are_chosen),
        cmocka_unit_test(a_named_file_is_always_read),
        cmocka_unit_test(what_was_not_chosen_cannot_fail),
        cmocka_unit_test(encodings_are_recognised_or_given),
    };

    return cmocka_run_group_tests(tests, fixture_enter, fixture_leave);
}
