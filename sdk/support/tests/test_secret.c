/* test_secret.c - random numbers, also when the system gives none. */
#include "paperconv/secret.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static bool system_gives_none;
static size_t asked_for; /* bytes */

/* Takes the place of libc's. */
int getentropy(void *bytes, size_t n)
{
    asked_for = n;
    if (system_gives_none)
        return -1;
    memset(bytes, 0x5A, n);
    return 0;
}

static void the_system_is_asked_for_all(void **state)
{
    uint64_t words[PC_SECRET_MOST];

    (void)state;
    system_gives_none = false;
    pc_secret(words, PC_SECRET_MOST);
    assert_int_equal(asked_for, sizeof words);
    assert_true(asked_for <= 256); /* more is an error of getentropy() */
    for (size_t i = 0; i < PC_SECRET_MOST; i++)
        assert_true(words[i] == 0x5A5A5A5A5A5A5A5A);
}

static void without_the_system_all_words_differ(void **state)
{
    uint64_t words[2][PC_SECRET_MOST + 1];
    const uint64_t *const all = words[0];

    (void)state;
    system_gives_none = true;
    memset(words, 0, sizeof words);
    for (size_t call = 0; call < 2; call++)
        pc_secret(words[call], PC_SECRET_MOST);
    for (size_t i = 0; i < PC_SECRET_MOST; i++)
        for (size_t k = 0; k < PC_SECRET_MOST; k++) {
            assert_true(i == k || words[0][i] != words[0][k]);
            assert_true(words[0][i] != words[1][k]);
        }
    assert_true(all[PC_SECRET_MOST] == 0); /* nothing is written behind them */
}

static void a_second_secret_at_the_same_place_differs(void **state)
{
    uint64_t first, second;

    (void)state;
    system_gives_none = true;
    pc_secret(&first, 1);
    second = first;
    pc_secret(&first, 1);
    assert_true(first != second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_system_is_asked_for_all),
        cmocka_unit_test(without_the_system_all_words_differ),
        cmocka_unit_test(a_second_secret_at_the_same_place_differs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
