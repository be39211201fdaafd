/* test_stream.c - streams: descriptors, looking ahead, encodings, temporary files. */
#include "pieces.h"

#include "base/arena.h"
#include "process/nameless_file.h"
#include "streams/charset.h"
#include "streams/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* ---- descriptors ---- */

static void a_file_is_seekable_from_its_start_only(void **state)
{
    struct stream *s;
    int fd;

    (void)state;
    fixture_write("f", "hello", 5);
    fd = open("f", O_RDONLY);
    s = stream_fd(fd);
    assert_int_equal(s->fd, fd);
    assert_true(stream_ready(s));
    assert_drains(s, 2, "hello", 5, 0, NULL);
    stream_close(s);
    assert_int_equal(fcntl(fd, F_GETFD), -1);

    fd = open("f", O_RDONLY);
    lseek(fd, 1, SEEK_SET);
    s = stream_fd(fd);
    assert_int_equal(s->fd, -1);
    assert_drains(s, 100, "ello", 4, 0, NULL);
    stream_close(s);
}

static void a_pipe_tells_when_it_would_wait(void **state)
{
    int ends[2];
    struct stream *s;
    char c;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    s = stream_fd(ends[0]);
    assert_int_equal(s->fd, -1);
    assert_false(stream_ready(s));
    assert_int_equal(write(ends[1], "x", 1), 1);
    assert_true(stream_ready(s));
    assert_int_equal(stream_read(s, &c, 1), 1);
    assert_false(stream_ready(s));
    close(ends[1]);
    assert_true(stream_ready(s));
    assert_int_equal(stream_read(s, &c, 1), 0);
    stream_close(s);
}

static void a_directory_cannot_be_read(void **state)
{
    struct stream *s = stream_fd(open(".", O_RDONLY));

    (void)state;
    assert_drains(s, 10, "", 0, -1, "unreadable");
    assert_non_null(strstr(s->problem.text, strerror(EISDIR)));
    stream_close(s);
}

static int write_end;

static void write_something(int signal)
{
    (void)signal;
    if (write(write_end, "x", 1) != 1)
        abort();
}

static void an_interrupted_read_goes_on(void **state)
{
    struct sigaction action = { .sa_handler = write_something }, before;
    struct itimerval soon = { { 0, 0 }, { 0, 20000 } };
    int ends[2];
    struct stream *s;
    char c;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    write_end = ends[1];
    s = stream_fd(ends[0]);
    sigaction(SIGALRM, &action, &before);
    setitimer(ITIMER_REAL, &soon, NULL);
    assert_int_equal(stream_read(s, &c, 1), 1);
    sigaction(SIGALRM, &before, NULL);
    stream_close(s);
    close(ends[1]);
}

/* ---- looking ahead ---- */

static void a_peek_consumes_nothing(void **state)
{
    for (size_t size = 1; size < 9; size++) {
        struct stream *s = pieces_of("abcdefgh", 8, size, 0), *peeked;
        char c[16];

        (void)state;
        assert_int_equal(stream_peek(&s, c, 3), 3);
        assert_memory_equal(c, "abc", 3);
        peeked = s;
        assert_int_equal(stream_peek(&s, c, 5), 5);
        assert_memory_equal(c, "abcde", 5);
        assert_ptr_equal(s, peeked);
        assert_int_equal(stream_read(s, c, 2), 2);
        assert_int_equal(stream_peek(&s, c, 2), 2);
        assert_memory_equal(c, "cd", 2);
        assert_int_equal(stream_peek(&s, c, 16), 6);
        assert_true(stream_ready(s));
        assert_drains(s, 4, "cdefgh", 6, 0, NULL);
        stream_close(s);
    }
}

static void a_peek_keeps_what_came_before_a_failure(void **state)
{
    struct stream *s = pieces_of("abc", 3, 1, -1);
    char c[16];

    (void)state;
    assert_int_equal(stream_peek(&s, c, sizeof c), 3);
    assert_drains(s, 2, "abc", 3, -1, "test");
    assert_int_equal(stream_peek(&s, c, sizeof c), -1);
    stream_close(s);
}

/* ---- encodings ---- */

static void text_is_decoded(void **state)
{
    static const struct {
        const char *charset, *in;
        size_t n;
        const char *out;
        const char *problem; /* start of its text */
    } cases[] = {
        { "ISO-8859-1", "H\xF6hne\n", 6, "Höhne\n", NULL },
        { "LATIN1", "", 0, "", NULL },
        { "WINDOWS-1252", "\x93\x81", 2, "\xE2\x80\x9C\xEF\xBF\xBD", "1 place was" },
        { "UTF-16LE", "\xFF\xFEh\0\xF6\0", 6, "\xEF\xBB\xBFhö", NULL },
        { "UTF-16BE", "\xFE\xFF\0h\xD8\x34\xDD\x1E", 8, "\xEF\xBB\xBFh\xF0\x9D\x84\x9E", NULL },
        { "UTF-16LE",
          "a\0\x00\xD8"
          "b\0",
          6,
          "a\xEF\xBF\xBD"
          "b",
          "1 place was not valid UTF-16LE" },
        { "UTF-16LE", "a\0b", 3, "a\xEF\xBF\xBD", "1 place was" },
        { "UTF-32LE", "a\0\0\0\0\0\x11\0b\0\0\0", 12,
          "a\xEF\xBF\xBD"
          "b",
          "1 place was" },
        { "SHIFT_JIS", "\x83\x65\x83", 3, "テ\xEF\xBF\xBD", "1 place was" },
        { "EUC-JP", "\xA4\xA2\xFF\xFF\xA4\xA4", 6, "あ\xEF\xBF\xBD\xEF\xBF\xBDい",
          "2 places were" },
        { "ISO-2022-JP", "\x1B$B$\"\x1B(B!", 9, "あ!", NULL },
        { "ASCII", "a\xE9z", 3, "a\xEF\xBF\xBDz", "1 place was" },
    };
    static const size_t sizes[] = { 1, 2, 3, 7, 4096 };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        for (size_t j = 0; j < LENGTH(sizes) * LENGTH(sizes); j++) {
            size_t in = sizes[j % LENGTH(sizes)], out = sizes[j / LENGTH(sizes)];
            struct problem why = { 0 };
            struct stream *s =
                stream_decode(pieces_of(cases[i].in, cases[i].n, in, 0), cases[i].charset, &why);

            assert_non_null(s);
            assert_drains(s, out, cases[i].out, strlen(cases[i].out), 0,
                          cases[i].problem != NULL ? "invalid-encoding" : NULL);
            if (cases[i].problem != NULL) {
                assert_int_equal(s->problem.severity, PC_WARNING);
                assert_ptr_equal(strstr(s->problem.text, cases[i].problem), s->problem.text);
            }
            stream_close(s);
        }
}

static void long_text_is_decoded(void **state)
{
    const size_t n = 300000;
    char *in = memory_alloc(n), *out = memory_alloc(2 * n);
    struct problem why = { 0 };
    struct stream *s;

    (void)state;
    memset(in, 0xE9, n);
    for (size_t i = 0; i < n; i++)
        memcpy(out + 2 * i, "é", 2);
    s = stream_decode(pieces_of(in, n, 100000, -1), "LATIN1", &why);
    assert_drains(s, 1 << 20, out, 2 * n, -1, "test");
    stream_close(s);
    free(in);
    free(out);
}

static void decoded_text_is_ready_while_there_is_some(void **state)
{
    struct problem why = { 0 };
    int ends[2];
    struct stream *s;
    char c;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    s = stream_decode(stream_fd(ends[0]), "LATIN1", &why);
    assert_false(stream_ready(s));
    assert_int_equal(write(ends[1], "ab", 2), 2);
    assert_int_equal(stream_read(s, &c, 1), 1);
    assert_true(stream_ready(s));
    assert_int_equal(stream_read(s, &c, 1), 1);
    assert_false(stream_ready(s));
    stream_close(s);
    close(ends[1]);
}

static void an_unknown_encoding_leaves_the_stream(void **state)
{
    static const char *const charsets[] = { "no-such-charset", "LATIN1//IGNORE" };
    struct stream *s = pieces_of("abc", 3, 3, 0);

    (void)state;
    assert_true(stream_knows("latin1"));
    for (size_t i = 0; i < LENGTH(charsets); i++) {
        struct problem why = { 0 };

        assert_false(stream_knows(charsets[i]));
        assert_null(stream_decode(s, charsets[i], &why));
        assert_string_equal(why.code, "unknown-encoding");
        assert_non_null(strstr(why.text, charsets[i]));
    }
    assert_drains(s, 3, "abc", 3, 0, NULL);
    stream_close(s);
}

/* ---- temporary files ---- */

static struct spool spool_here(void)
{
    struct spool spool = spool_over(nameless_file_open("."));

    assert_true(spool.fd >= 0);
    return spool;
}

static struct stream *spooled(struct spool *spool, const char *text)
{
    const struct limits limits = limits_default();
    struct problem why = { 0 };
    struct stream *s = stream_spool(spool, pieces_of(text, strlen(text), 2, 0), &limits, &why);

    assert_non_null(s);
    return s;
}

static void a_spool_without_a_file_says_why(void **state)
{
    const struct limits limits = limits_default();
    struct problem why = { 0 };
    struct spool spool = spool_over(nameless_file_open("missing"));

    (void)state;
    assert_null(stream_spool(&spool, pieces_of("hello", 5, 2, 0), &limits, &why));
    assert_string_equal(why.code, "archive-needs-file");
    assert_non_null(strstr(why.text, strerror(ENOENT)));
    spool_close(&spool);
}

static void a_stream_is_spooled_up_to_a_limit(void **state)
{
    struct limits limits = { .of = { [LIMIT_SPOOL] = 5 } };
    struct problem why = { 0 };
    struct spool spool = spool_here();
    struct stream *s = stream_spool(&spool, pieces_of("hello", 5, 2, 0), &limits, &why);

    (void)state;
    assert_non_null(s);
    assert_true(s->fd >= 0);
    assert_drains(s, 3, "hello", 5, 0, NULL);
    stream_close(s);
    limits.of[LIMIT_SPOOL] = 4;
    assert_null(stream_spool(&spool, pieces_of("hello", 5, 2, 0), &limits, &why));
    assert_string_equal(why.code, "archive-needs-file");
    why.code = NULL;
    limits.of[LIMIT_SPOOL] = 100;
    assert_null(stream_spool(&spool, pieces_of("hello", 5, 2, -1), &limits, &why));
    assert_string_equal(why.code, "test");
    assert_int_equal(spool.used, 0);
    spool_close(&spool);
}

static void assert_holds(const struct stream *s, const char *text)
{
    const int64_t n = (int64_t)strlen(text);
    char got[64];

    assert_int_equal(stream_size(s), n);
    assert_int_equal(stream_read_at(s, got, sizeof got, 0), n);
    assert_memory_equal(got, text, (size_t)n);
    assert_int_equal(stream_read_at(s, got, sizeof got, n - 1), 1);
    assert_int_equal(got[0], text[n - 1]);
    assert_int_equal(stream_read_at(s, got, sizeof got, n), 0);
    assert_int_equal(stream_read_at(s, got, sizeof got, INT64_MAX), 0);
}

static int64_t size_of(const struct spool *spool)
{
    struct stat st;

    assert_int_equal(fstat(spool->fd, &st), 0);
    return st.st_size;
}

static void one_file_holds_copies_inside_copies(void **state)
{
    struct spool spool = spool_here();
    struct stream *outer = spooled(&spool, "outer archive");
    struct stream *middle = spooled(&spool, "middle");
    struct stream *inner = spooled(&spool, "innermost");

    (void)state;
    assert_holds(outer, "outer archive");
    assert_holds(middle, "middle");
    assert_holds(inner, "innermost");
    stream_close(inner);
    assert_int_equal(size_of(&spool), strlen("outer archivemiddle"));
    inner = spooled(&spool, "another");
    assert_holds(inner, "another");
    assert_drains(inner, 3, "another", 7, 0, NULL);
    assert_holds(middle, "middle");
    stream_close(inner);
    stream_close(middle);
    assert_holds(outer, "outer archive");
    stream_close(outer);
    assert_int_equal(size_of(&spool), 0);
    spool_close(&spool);
}

/* No caller does that; if one did, no copy must be overwritten. */
static void a_copy_may_outlive_an_earlier_one(void **state)
{
    struct spool spool = spool_here();
    struct stream *first = spooled(&spool, "first");
    struct stream *second = spooled(&spool, "second"), *third;

    (void)state;
    stream_close(first);
    third = spooled(&spool, "third");
    assert_holds(second, "second");
    assert_holds(third, "third");
    stream_close(third);
    stream_close(second);
    assert_int_equal(size_of(&spool), strlen("first"));
    spool_close(&spool);
}

static void a_full_disk_frees_what_was_written(void **state)
{
    const struct limits limits = limits_default();
    struct problem why = { 0 };
    struct spool spool = spool_here();
    struct stream *s = spooled(&spool, "kept");
    struct rlimit before, room = { 0 };
    char text[100] = "";

    (void)state;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    room = (struct rlimit){ 50, before.rlim_max };
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &room), 0);
    assert_null(stream_spool(&spool, pieces_of(text, sizeof text, 7, 0), &limits, &why));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_string_equal(why.code, "archive-needs-file");
    assert_non_null(strstr(why.text, strerror(EFBIG)));
    assert_int_equal(size_of(&spool), 4);
    assert_holds(s, "kept");
    stream_close(s);
    spool_close(&spool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_seekable_from_its_start_only),
        cmocka_unit_test(a_pipe_tells_when_it_would_wait),
        cmocka_unit_test(a_directory_cannot_be_read),
        cmocka_unit_test(an_interrupted_read_goes_on),
        cmocka_unit_test(a_peek_consumes_nothing),
        cmocka_unit_test(a_peek_keeps_what_came_before_a_failure),
        cmocka_unit_test(text_is_decoded),
        cmocka_unit_test(long_text_is_decoded),
        cmocka_unit_test(decoded_text_is_ready_while_there_is_some),
        cmocka_unit_test(an_unknown_encoding_leaves_the_stream),
        cmocka_unit_test(a_spool_without_a_file_says_why),
        cmocka_unit_test(a_stream_is_spooled_up_to_a_limit),
        cmocka_unit_test(one_file_holds_copies_inside_copies),
        cmocka_unit_test(a_copy_may_outlive_an_earlier_one),
        cmocka_unit_test(a_full_disk_frees_what_was_written),
    };

    return cmocka_run_group_tests(tests, fixture_enter, fixture_leave);
}
