/* test_catalogue_shared.c - two processes use a catalogue while a third replaces it. */
#include "written_catalogue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
/* cmocka needs the above */
#include <cmocka.h>

enum { SMALL = 300, LARGE = 900, REPLACED = 60, STATUS_WRONG = 3 };

static const char path[] = "shared.cat", new_path[] = "shared.cat.new";

/* Writes the catalogue beside the old one and renames it, as the host does. */
static bool replace(const pc_text *bytes)
{
    FILE *file = fopen(new_path, "wb");
    bool done = file != NULL && fwrite(bytes->p, 1, bytes->n, file) == bytes->n;

    if (file != NULL)
        done &= fclose(file) == 0;
    return done && rename(new_path, path) == 0;
}

static pc_catalogue *open_shared(void)
{
    FILE *file = fopen(path, "rb");
    const char *why;
    pc_catalogue *c = file != NULL ? pc_catalogue_open(fileno(file), &why) : NULL;

    if (file != NULL)
        fclose(file);
    return c;
}

/* Whether every record is found and is what was written. */
static bool is_whole(const pc_catalogue *c)
{
    pc_catalogue_cursor *cursor = pc_catalogue_cursor_open(c);
    pc_text text = { NULL, 0, 0 };
    bool whole = pc_catalogue_count(c) == SMALL || pc_catalogue_count(c) == LARGE;

    for (uint32_t i = 0; whole && i < pc_catalogue_count(c); i++) {
        const pc_catalogue_record expected = test_record(i, &text);
        pc_catalogue_record record;
        uint64_t keys[TEST_KEYS];
        uint32_t found[2];
        const char *why;

        test_keys(i, keys);
        whole = pc_catalogue_find(c, keys[7], found, 2, &why) == 1 && found[0] == i &&
                pc_catalogue_read(cursor, i, &record, &why) && pc_same(record.text, expected.text);
    }
    pc_text_free(&text);
    pc_catalogue_cursor_close(cursor);
    return whole;
}

/* Uses the first catalogue all the time, and opens another one again and again, until the parent
 * closes the pipe. */
static int use_catalogues(int pipe)
{
    pc_catalogue *first = open_shared();
    const uint32_t count = first != NULL ? pc_catalogue_count(first) : 0;
    char byte;

    while (first != NULL && read(pipe, &byte, 1) == 1) {
        pc_catalogue *now = open_shared();
        const bool good = now != NULL && is_whole(now) && is_whole(first);

        pc_catalogue_close(now);
        if (!good || pc_catalogue_count(first) != count)
            return STATUS_WRONG;
    }
    pc_catalogue_close(first);
    return first != NULL ? 0 : STATUS_WRONG;
}

static void replaced_while_in_use(void **state)
{
    pc_text small = { NULL, 0, 0 }, large = { NULL, 0, 0 };
    pid_t readers[2];
    int pipes[2];

    (void)state;
    write_catalogue(&small, SMALL);
    write_catalogue(&large, LARGE);
    assert_true(replace(&small));
    assert_int_equal(pipe(pipes), 0);
    for (size_t i = 0; i < 2; i++) {
        readers[i] = fork();
        assert_true(readers[i] >= 0);
        if (readers[i] == 0) {
            close(pipes[1]);
            _exit(use_catalogues(pipes[0]));
        }
    }
    close(pipes[0]);
    for (unsigned i = 0; i < REPLACED; i++) {
        assert_int_equal(write(pipes[1], "..", 2), 2);
        assert_true(replace(i % 2 == 0 ? &large : &small));
    }
    close(pipes[1]);
    for (size_t i = 0; i < 2; i++) {
        int status;

        assert_int_equal(waitpid(readers[i], &status, 0), readers[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    unlink(path);
    pc_text_free(&small);
    pc_text_free(&large);
}

static int enter_folder(void **state)
{
    static char folder[] = "/tmp/paperconv-shared-XXXXXX";

    *state = mkdtemp(folder);
    return *state != NULL ? chdir(folder) : -1;
}

static int leave_folder(void **state)
{
    return chdir("/") == 0 ? rmdir(*state) : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(replaced_while_in_use, enter_folder, leave_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
