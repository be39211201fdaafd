/* test_io.c - system calls that go on after a signal, and until everything is done. */
#include "base/io.h"
#include "fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include <cmocka.h>

enum { PIPE_BYTES = 4096, PIECES = 5 };

static int ends[2];
static volatile sig_atomic_t bytes_added;

static void add_a_byte(int number)
{
    char c = (char)('a' + bytes_added);

    (void)number;
    if (bytes_added == PIECES)
        return;
    bytes_added++;
    if (write(ends[1], &c, 1) != 1)
        abort();
    if (bytes_added == PIECES)
        close(ends[1]);
}

static void take_bytes(int number)
{
    char bytes[PIPE_BYTES];
    int before = errno;

    (void)number;
    if (read(ends[0], bytes, sizeof bytes) < 0 && errno != EAGAIN)
        abort();
    errno = before;
}

/* Calls HANDLER every 5 ms; stops with NULL. */
static void interrupt_with(void (*handler)(int))
{
    const struct sigaction action = { .sa_handler = handler != NULL ? handler : SIG_IGN };
    const struct itimerval often = { { 0, 5000 }, { 0, 5000 } }, never = { { 0, 0 }, { 0, 0 } };

    bytes_added = 0;
    assert_int_equal(setitimer(ITIMER_REAL, handler != NULL ? &often : &never, NULL), 0);
    assert_int_equal(sigaction(SIGALRM, &action, NULL), 0);
}

static void all_is_read_in_spite_of_signals(void **state)
{
    char bytes[PIECES + 3] = "";

    (void)state;
    assert_int_equal(pipe(ends), 0);
    interrupt_with(add_a_byte);
    assert_int_equal(read_full(ends[0], bytes, 2), 2);
    assert_memory_equal(bytes, "ab", 2);
    assert_int_equal(read_some(ends[0], bytes, 1), 1);
    assert_int_equal(bytes[0], 'c');
    assert_int_equal(read_full(ends[0], bytes, sizeof bytes), PIECES - 3); /* there is an end */
    interrupt_with(NULL);
    assert_int_equal(read_some(ends[0], bytes, 1), 0);
    close(ends[0]);
}

static void all_is_written_in_spite_of_signals(void **state)
{
    static const char bytes[20 * PIPE_BYTES];

    (void)state;
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    assert_true(fcntl(ends[1], F_SETPIPE_SZ, PIPE_BYTES) >= PIPE_BYTES);
    assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    interrupt_with(take_bytes);
    assert_true(write_full(ends[1], bytes, sizeof bytes));
    interrupt_with(NULL);
    close(ends[0]);
    close(ends[1]);
}

static void a_file_is_read_anywhere(void **state)
{
    char bytes[8];
    int fd;

    (void)state;
    fixture_write("f", "hello", 5);
    fd = open_to_read("f", 0);
    assert_true((fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0);
    assert_int_equal(pread_some(fd, bytes, 2, 3), 2);
    assert_memory_equal(bytes, "lo", 2);
    assert_int_equal(pread_full(fd, bytes, sizeof bytes, 1), 4);
    assert_memory_equal(bytes, "ello", 4);
    assert_int_equal(pread_full(fd, bytes, sizeof bytes, 5), 0);
    assert_int_equal(read_full(fd, bytes, sizeof bytes), 5); /* still from its start */
    close(fd);
}

static void failures_are_told(void **state)
{
    int directory = open_to_read(".", 0), file;
    char c;

    (void)state;
    assert_int_equal(open_to_read("missing", 0), -1);
    assert_int_equal(errno, ENOENT);
    assert_int_equal(read_some(directory, &c, 1), -1);
    assert_int_equal(read_full(directory, &c, 1), -1);
    assert_int_equal(pread_full(directory, &c, 1, 0), -1);
    assert_int_equal(errno, EISDIR);
    close(directory);
    fixture_write("f", "", 0);
    file = open_to_read("f", 0);
    assert_false(write_full(file, "x", 1));
    assert_int_equal(errno, EBADF);
    close(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_is_read_in_spite_of_signals),
        cmocka_unit_test(all_is_written_in_spite_of_signals),
        cmocka_unit_test(a_file_is_read_anywhere),
        cmocka_unit_test(failures_are_told),
    };

    return cmocka_run_group_tests(tests, fixture_enter, fixture_leave);
}
