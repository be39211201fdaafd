/* test_prescan.c - what inputs seem to be before they are read. */
#include "documents/prescan.h"
#include "fixture.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static void assert_outlook(const char *const *inputs, bool plain, uint64_t bytes)
{
    struct prescan outlook = prescan_inputs(inputs);

    assert_int_equal(outlook.plain, plain);
    if (plain)
        assert_int_equal(outlook.bytes, bytes);
}

static void plain_files_are_added_up(void **state)
{
    static const char *const inputs[] = { "five", "missing", "empty", "five", NULL };

    (void)state;
    fixture_write("five", "12345", 5);
    fixture_write("empty", "", 0);
    assert_outlook(inputs, true, 10);
}

static void other_files_are_not_plain(void **state)
{
    static const struct {
        const char *name, *bytes;
        size_t n;
    } others[] = { { "gzip", "\x1F\x8B\x08\0", 4 },
                   { "zip", "PK\x03\x04", 4 },
                   { "7z", "7z\xBC\xAF\x27\x1C", 6 },
                   { "utf16", "\xFF\xFE\x61\0", 4 },
                   { "utf32", "\0\0\xFE\xFF", 4 } };
    struct bytes tar = fixture_archive("ustar", NULL, two_texts);

    (void)state;
    fixture_write("tar", tar.p, tar.n);
    fixture_write("text", "text", 4);
    free(tar.p);
    assert_outlook((const char *[]){ "text", "tar", NULL }, false, 0);
    for (size_t i = 0; i < LENGTH(others); i++) {
        fixture_write(others[i].name, others[i].bytes, others[i].n);
        assert_outlook((const char *[]){ "text", others[i].name, NULL }, false, 0);
    }
}

static void what_is_no_file_is_not_looked_into(void **state)
{
    (void)state;
    mkfifo("pipe", 0600); /* to open it would wait for a writer */
    assert_outlook((const char *[]){ ".", NULL }, false, 0);
    assert_outlook((const char *[]){ "pipe", NULL }, false, 0);
}

static void of_many_files_only_some_are_looked_at(void **state)
{
    enum { MOST = 128 };
    const char *inputs[MOST + 2] = { NULL };

    (void)state;
    fixture_write("x", "x", 1);
    for (size_t i = 0; i < MOST; i++)
        inputs[i] = "x";
    assert_outlook(inputs, true, MOST);
    inputs[MOST] = "x";
    assert_outlook(inputs, false, 0);
}

static void standard_input_is_left_as_it_is(void **state)
{
    static const char *const inputs[] = { "-", NULL };
    int before = dup(STDIN_FILENO), fd, ends[2];

    (void)state;
    fixture_write("in", "text", 4);
    fd = open("in", O_RDONLY);
    dup2(fd, STDIN_FILENO);
    assert_outlook(inputs, true, 4);
    assert_int_equal(lseek(STDIN_FILENO, 0, SEEK_CUR), 0);
    lseek(STDIN_FILENO, 1, SEEK_SET); /* what comes from here on may be anything */
    assert_outlook(inputs, false, 0);
    close(fd);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[0], STDIN_FILENO);
    assert_outlook(inputs, false, 0);
    close(ends[0]);
    close(ends[1]);
    dup2(before, STDIN_FILENO);
    close(before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_enter, fixture_leave)
        TEST(plain_files_are_added_up),           TEST(other_files_are_not_plain),
        TEST(what_is_no_file_is_not_looked_into), TEST(of_many_files_only_some_are_looked_at),
        TEST(standard_input_is_left_as_it_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
