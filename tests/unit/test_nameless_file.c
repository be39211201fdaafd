/* test_nameless_file.c - temporary files without a name. */
#include "process/nameless_file.h"

#include "fixture.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static int entries_of(const char *directory)
{
    DIR *d = opendir(directory);
    int n = 0;

    assert_non_null(d);
    while (readdir(d) != NULL)
        n++;
    closedir(d);
    return n - 2; /* "." and ".." */
}

static void it_never_has_a_name(void **state)
{
    int fd = nameless_file_open(".");
    struct stat st;
    char byte = 'x', path[40];

    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(entries_of("."), 0);
    assert_int_equal(fstat(fd, &st), 0);
    assert_true(S_ISREG(st.st_mode));
    assert_int_equal(st.st_mode & 077, 0);
    assert_int_equal(st.st_nlink, 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    assert_int_equal(linkat(AT_FDCWD, path, AT_FDCWD, "name", AT_SYMLINK_FOLLOW), -1);
    assert_int_equal(fcntl(fd, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    assert_int_equal(pwrite(fd, "a", 1, 1000), 1);
    assert_int_equal(pread(fd, &byte, 1, 1000), 1);
    assert_int_equal(byte, 'a');
    close(fd);
}

static void a_failure_says_why(void **state)
{
    char *long_name = malloc(5000);

    (void)state;
    assert_non_null(long_name);
    memset(long_name, 'x', 4999);
    long_name[4999] = '\0';
    assert_int_equal(nameless_file_open("missing"), -1);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(nameless_file_open(long_name), -1);
    assert_int_equal(errno, ENAMETOOLONG);
    fixture_write("file", "", 0);
    assert_int_equal(nameless_file_open("file"), -1);
    assert_int_equal(errno, ENOTDIR);
    assert_int_equal(entries_of("."), 1);
    free(long_name);
}

static void the_directory_is_that_of_the_environment(void **state)
{
    const char *before = getenv("TMPDIR");
    char *kept = before != NULL ? strdup(before) : NULL;

    (void)state;
    setenv("TMPDIR", "there", 1);
    assert_string_equal(temporary_directory(), "there");
    setenv("TMPDIR", "", 1);
    assert_string_equal(temporary_directory(), "/tmp");
    unsetenv("TMPDIR");
    assert_string_equal(temporary_directory(), "/tmp");
    if (kept != NULL)
        setenv("TMPDIR", kept, 1);
    free(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_never_has_a_name, fixture_enter, fixture_leave),
        cmocka_unit_test_setup_teardown(a_failure_says_why, fixture_enter, fixture_leave),
        cmocka_unit_test(the_directory_is_that_of_the_environment),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
