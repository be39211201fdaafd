/* test_output_file.c - a file is replaced as a whole or not at all. */
#include "output/output_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/test_output.XXXXXX";

static int enter_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return chdir("/") != 0 || rmdir(folder) != 0;
}

static void put_file(const char *name, const char *text)
{
    FILE *f = fopen(name, "w");

    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void assert_file(const char *name, const char *text)
{
    char buffer[100] = "";
    FILE *f = fopen(name, "r");

    if (text == NULL) {
        assert_null(f);
        return;
    }
    assert_non_null(f);
    assert_int_equal(fread(buffer, 1, sizeof buffer - 1, f), strlen(text));
    fclose(f);
    assert_string_equal(buffer, text);
}

static void appears_when_committed(void **state)
{
    struct output_file o;

    (void)state;
    assert_true(output_file_open(&o, "new"));
    output_file_write(&o, pc_s("text"));
    output_file_flush(&o);
    assert_file("new", NULL);
    assert_true(output_file_commit(&o));
    assert_file("new", "text");
    assert_int_equal(o.written, 4);
    unlink("new");
}

static void leaves_the_old_file_when_abandoned(void **state)
{
    struct output_file o;

    (void)state;
    put_file("old", "old");
    assert_true(output_file_open(&o, "old"));
    output_file_write(&o, pc_s("new"));
    output_file_abandon(&o, false);
    assert_file("old", "old");
    assert_true(output_file_open(&o, "old"));
    output_file_write(&o, pc_s("part"));
    output_file_abandon(&o, true);
    assert_file("old", "old");
    assert_file("old.partial", "part");
    unlink("old");
    unlink("old.partial");
}

static void follows_links_and_keeps_the_mode(void **state)
{
    struct output_file o;
    struct stat st;

    (void)state;
    put_file("target", "old");
    assert_int_equal(chmod("target", 0640), 0);
    assert_int_equal(symlink("target", "link"), 0);
    assert_true(output_file_open(&o, "link"));
    output_file_write(&o, pc_s("new"));
    assert_true(output_file_commit(&o));
    assert_file("target", "new");
    assert_int_equal(stat("target", &st), 0);
    assert_int_equal(st.st_mode & 0777, 0640);
    assert_int_equal(lstat("link", &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    unlink("target");
    assert_true(output_file_open(&o, "link")); /* to a file that does not exist any more */
    output_file_write(&o, pc_s("again"));
    assert_true(output_file_commit(&o));
    assert_file("target", "again");
    unlink("target");
    unlink("link");
}

static void remembers_the_first_failure(void **state)
{
    struct output_file o;
    char big[300000] = "";

    (void)state;
    assert_true(output_file_open(&o, "/dev/full"));
    memset(big, 'x', sizeof big);
    output_file_write(&o, pc_sub(big, sizeof big));
    output_file_write(&o, pc_s("more"));
    assert_false(output_file_commit(&o));
    assert_string_equal(o.problem.code, "not-written");
    assert_non_null(strstr(o.problem.text, "/dev/full"));
    assert_false(output_file_open(&o, "no/such/folder"));
    assert_string_equal(o.problem.code, "not-written");
    output_file_abandon(&o, false);
}

static void writes_large_and_small_pieces_in_order(void **state)
{
    struct output_file o;
    char *big = malloc(700000);
    struct stat st;

    (void)state;
    memset(big, 'b', 700000);
    assert_true(output_file_open(&o, "pieces"));
    output_file_write(&o, pc_s("a"));
    output_file_write(&o, pc_sub(big, 700000));
    output_file_write(&o, pc_sub(big, 200000));
    output_file_write(&o, pc_sub(big, 200000));
    output_file_write(&o, pc_s("c"));
    assert_true(output_file_commit(&o));
    assert_int_equal(stat("pieces", &st), 0);
    assert_int_equal(st.st_size, 1100002);
    unlink("pieces");
    free(big);
}

/* Few bytes wait in the buffer; many are written at once, after those that wait. */
static void parts_are_written_in_order(void **state)
{
    enum { SIZE = 1000, FEW = 3, MANY = 1500, ROUNDS = 3 };
    static char text[SIZE * MANY * ROUNDS], copy[sizeof text + 1];
    size_t at = 0;
    struct output_file o;
    FILE *f;

    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i % 23);
    assert_true(output_file_open(&o, "parts"));
    for (size_t round = 0; round < ROUNDS; round++) {
        size_t count = round == 1 ? MANY : FEW; /* one of them is empty */

        for (size_t i = 0; i < count; i++) {
            size_t n = i == 1 ? 0 : SIZE;

            output_file_add(&o, pc_sub(text + at, n));
            at += n;
        }
        output_file_send(&o);
        assert_int_equal(o.written, round == 0 ? 0 : SIZE * (FEW - 1 + MANY - 1));
    }
    assert_true(output_file_commit(&o));
    f = fopen("parts", "r");
    assert_non_null(f);
    assert_int_equal(fread(copy, 1, sizeof copy, f), at);
    fclose(f);
    assert_memory_equal(copy, text, at);
    unlink("parts");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(appears_when_committed),
        cmocka_unit_test(parts_are_written_in_order),
        cmocka_unit_test(leaves_the_old_file_when_abandoned),
        cmocka_unit_test(follows_links_and_keeps_the_mode),
        cmocka_unit_test(remembers_the_first_failure),
        cmocka_unit_test(writes_large_and_small_pieces_in_order),
    };

    return cmocka_run_group_tests(tests, enter_folder, remove_folder);
}
