/* Citation keys: their parts, and their uniqueness. */
#include "fake_host.h"
#include "keys/key_table.h"
#include "paperconv/keys.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static void test_styles(void **state)
{
    static const struct {
        const char *style, *key, *fields[9];
    } cases[] = {
        { "authoryear",
          "xiong2026normalized",
          { "author", "Ping Xiong", "title", "On the Normalized Relevance", "date",
            "2026-05-30" } },
        { "authoryear",
          "hohnendso3krates",
          { "author", "Marina Höhne", "title", "So3krates", "date", "XXXX-05-30" } },
        { "authoryear", "ndthe", { "title", "The" } },
        { "authoryear", "berg2024", { "author", "Jan van der Berg", "date", "2024" } },
        { "authoryear", "berg2024", { "author", "Jan van der Berg", "date", "2024-21" } },
        { "authoryear", "bergnd", { "author", "Jan van der Berg", "date", "202X" } },
        { "authoryear", "bergnd", { "author", "Jan van der Berg", "date", "Y12345" } },
        { "authoryear",
          "atlas2024higgs",
          { "author", "The ATLAS Collaboration", "date", "2024", "title", "Higgs" } },
        { "authoryear", "dordevicndlodz", { "author", "Đorđević, A", "title", "Łódź" } },
        { "authoryear",
          "poincarendholders",
          { "author", "H. Poincar\\'e", "title", "\\emph{H\\\"older's} way", "markup", "tex" } },
        { "authoryear", "ivanovndpochemu", { "author", "Иван Иванов", "title", "Почему" } },
        { "zotero", "xiong_normalized_nd", { "author", "Ping Xiong", "title", "Normalized" } },
        { "zotero", "normalized_nd", { "title", "Normalized" } },
        { "arxiv", "hep-th/9901001", { "arxiv_id", "hep-th/9901001", "title", "T" } },
        { "arxiv", "ndtitle", { "title", "Title" } },
        { "x:[shorttitle]-[category]",
          "x:roadclarityexploring-LG",
          { "title", "On the Road to Clarity: Exploring It", "category", "LG" } },
        { "[year]", "nd", { "title", "T" } },
        { "source", "t+1:Müller", { "title", "T", "citation_key", "t+1:Müller" } },
        { "source", "lee2020", { "title", "T", "citation_key", " {lee} 20%20," } },
        { "source", "ndt", { "title", "T", "citation_key", "{ }" } },
        { "source", "ndt", { "title", "T" } },
        { "authoryear", "ndt", { "title", "T", "citation_key", "lee2020" } },
    };
    struct fake_host f;

    (void)state;
    fake_open(&f);
    for (size_t i = 0; i < COUNT(cases); i++) {
        pc_record *record = fake_record(&f, "d", NULL, 1, cases[i].fields);
        pc_keys keys = { 0 };
        pc_str key;

        assert_int_equal(pc_keys_open(&keys, pc_s(cases[i].style), &f.stage), PC_OK);
        key = pc_keys_make(&keys, record);
        if (!pc_eq(key, cases[i].key))
            fail_msg("%s: %.*s", cases[i].key, PC_FMT(key));
        pc_keys_close(&keys);
    }
    fake_close(&f);
}

static void test_anonymous(void **state)
{
    static const char *const one[] = { "abstract", "one", NULL };
    static const char *const two[] = { "abstract", "two", NULL };
    pc_keys keys = { 0 };
    struct fake_host f;
    pc_str key;
    char first[16];

    (void)state;
    fake_open(&f);
    pc_keys_open(&keys, pc_s("authoryear"), &f.stage);
    key = pc_keys_make(&keys, fake_record(&f, "d", NULL, 1, one));
    assert_int_equal(key.n, 13);
    assert_true(pc_starts(key, "anon-"));
    memcpy(first, key.p, 13);
    key = pc_keys_make(&keys, fake_record(&f, "d", NULL, 2, two));
    assert_false(pc_same(key, pc_sub(first, 13)));
    key = pc_keys_make(&keys, fake_record(&f, "other", NULL, 3, one));
    first[13] = 'a';
    assert_true(pc_same(key, pc_sub(first, 14)));
    pc_keys_close(&keys);
    fake_close(&f);
}

static void test_bad_styles(void **state)
{
    static const char *const styles[] = { "",          "nobody", "[nobody]",
                                          "[auth]{x}", "[auth",  "[auth] [year]" };
    struct fake_host f;

    (void)state;
    fake_open(&f);
    for (size_t i = 0; i < COUNT(styles); i++) {
        pc_keys keys = { 0 };

        assert_int_equal(pc_keys_open(&keys, pc_s(styles[i]), &f.stage), PC_FATAL);
        pc_keys_close(&keys);
    }
    assert_int_equal(f.out.n, 0);
    fake_close(&f);
}

static void check_key(pc_keys *keys, const char *base, const char *expected)
{
    pc_text key = { 0 };

    pc_text_puts(&key, base);
    pc_key_table_take(keys, &key);
    pc_text_putc(&key, '\0');
    assert_string_equal(key.p, expected);
    pc_text_free(&key);
}

static void test_suffixes(void **state)
{
    pc_keys keys = { 0 };

    (void)state;
    check_key(&keys, "smith2020deep", "smith2020deep");
    check_key(&keys, "smith2020deep", "smith2020deepa");
    check_key(&keys, "smith2020deepa", "smith2020deepaa"); /* taken by the second */
    check_key(&keys, "Smith2020DEEP", "Smith2020DEEPb");   /* case does not matter */
    check_key(&keys, "ab", "ab");
    check_key(&keys, "a", "a");
    check_key(&keys, "a", "aa");
    check_key(&keys, "a", "ac"); /* ab is a key without a suffix */
    for (int i = 4; i <= 26; i++) {
        char expected[3] = { 'a', (char)('a' + i - 1), '\0' };

        check_key(&keys, "a", expected);
    }
    check_key(&keys, "a", "aaa"); /* and aa is a suffix */
    pc_keys_close(&keys);
}

static size_t size_of(const struct pc_key_set *set)
{
    size_t room = (size_t)1 << set->bits;

    return room * (sizeof *set->hashes + (set->counts != NULL ? sizeof *set->counts : 0));
}

/* A million keys, every third one a repetition: all are unique, with less than 20 bytes each. */
static void test_million(void **state)
{
    enum { KEYS = 1000000 };
    pc_keys keys = { 0 };
    pc_text key = { 0 };

    (void)state;
    for (unsigned i = 0; i < KEYS; i++) {
        char base[32];

        snprintf(base, sizeof base, "author%utitle", i - (i % 3 == 2));
        key.n = 0;
        pc_text_puts(&key, base);
        pc_key_table_take(&keys, &key);
        assert_int_equal(pc_ends(pc_text_str(&key), "titlea"), i % 3 == 2);
    }
    assert_int_equal(keys.table->bare.taken, KEYS - KEYS / 3);
    assert_int_equal(keys.table->repeated.taken, KEYS / 3);
    assert_true(size_of(&keys.table->bare) + size_of(&keys.table->repeated) < 20 * (size_t)KEYS);
    pc_text_free(&key);
    pc_keys_close(&keys);
}

/* Writes the suffix number COUNT to TO: a, ..., z, aa; nothing for 0. */
static void write_suffix(char *to, unsigned count)
{
    char letters[8];
    size_t n = sizeof letters;

    for (letters[--n] = '\0'; count != 0; count = (count - 1) / 26)
        letters[--n] = (char)('a' + (count - 1) % 26);
    memcpy(to, letters + n, sizeof letters - n);
}

/* Repeated words of a and b, of which many look like another word with a suffix: each key is the
 * same as with a plain list of all keys. */
static void test_keys_that_are_suffixes(void **state)
{
    enum { KEYS = 3000, ROOM = 16 };
    static char taken[KEYS][ROOM];
    static unsigned counts[64];
    pc_keys keys = { 0 };
    unsigned random = 1;

    (void)state;
    for (size_t k = 0; k < KEYS; k++) {
        char word[ROOM] = "", *end = word;
        unsigned which, count = 0;
        size_t i = 0;

        random = random * 1103515245u + 12345u;
        which = random >> 16 & 63;
        for (unsigned bits = which; bits > 1; bits >>= 1)
            *end++ = bits & 1 ? 'a' : 'b';
        strcpy(taken[k], word);
        while (i < k) {
            for (i = 0; i < k && strcmp(taken[i], taken[k]) != 0;)
                i++;
            if (i < k)
                count = ++counts[which];
            strcpy(taken[k], word);
            write_suffix(taken[k] + (end - word), count);
        }
        check_key(&keys, word, taken[k]);
    }
    pc_keys_close(&keys);
}

static void test_one_key_many_times(void **state)
{
    pc_keys keys = { 0 };
    pc_text key = { 0 };

    (void)state;
    for (unsigned i = 0; i < 100000; i++) {
        key.n = 0;
        pc_text_puts(&key, "same");
        pc_key_table_take(&keys, &key);
    }
    pc_text_putc(&key, '\0');
    assert_string_equal(key.p, "sameeqxc"); /* 99,999 */
    pc_text_free(&key);
    pc_keys_close(&keys);
}

/* So that nobody can choose titles whose keys crowd one place of the table. */
static void tables_hash_by_a_secret_of_their_own(void **state)
{
    uint64_t hashes[2] = { 0 };

    (void)state;
    for (int i = 0; i < 2; i++) {
        pc_keys keys = { .table = NULL };
        pc_text key = { NULL, 0, 0 };

        pc_text_puts(&key, "xiong2026normalized");
        pc_key_table_take(&keys, &key);
        for (size_t k = 0; hashes[i] == 0; k++)
            hashes[i] = keys.table->bare.hashes[k];
        pc_key_table_free(&keys);
        pc_text_free(&key);
    }
    assert_true(hashes[0] != hashes[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_styles),
        cmocka_unit_test(test_anonymous),
        cmocka_unit_test(test_bad_styles),
        cmocka_unit_test(test_suffixes),
        cmocka_unit_test(test_million),
        cmocka_unit_test(test_keys_that_are_suffixes),
        cmocka_unit_test(test_one_key_many_times),
        cmocka_unit_test(tables_hash_by_a_secret_of_their_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
