/* test_dedupe.c - which records count as the same paper. */
#include "fake_host.h"
#include "identity.h"
#include "seen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
/* cmocka needs the above */
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The records of a run, the first from line 1 and so on; KEPT has a letter for each: k for kept,
 * d for dropped. */
static const struct {
    const char *setting;
    const char *records[5][10];
    const char *kept, *last_note;
} runs[] = {
    /* arXiv ids */
    { "by=auto",
      { { "arxiv_id", "2401.01234v1", "title", "A" },
        { "arxiv_id", "2401.01234", "title", "B" },
        { "arxiv_id", "2401.01235", "title", "C" },
        { "arxiv_id", "2401.01234v12" } },
      "kdkd",
      "repeats a.txt:1 (same arXiv id)" },
    { "by=arxiv",
      { { "arxiv_id", "math.GT/0309136" },
        { "arxiv_id", "MATH/0309136V2" },
        { "title", "A" },
        { "title", "A" },
        { "doi", "10.48550/ARXIV.math/0309136" } },
      "kdkkd",
      "repeats a.txt:1 (same arXiv id)" },
    /* DOIs */
    { "by=doi",
      { { "doi", "10.1000/Ab" },
        { "doi", "10.1000/aB" },
        { "doi", "10.1000/ab2" },
        { "arxiv_id", "1" },
        { "arxiv_id", "1" } },
      "kdkkk",
      "repeats a.txt:1 (same DOI)" },
    /* titles */
    { "by=title",
      { { "title", "Accurate ML: Höhne's", "author", "A. B" },
        { "title", "ACCURATE ml\u2014Ho\u0308hnes", "author", "a b" },
        { "title", "Accurate ML: Höhne's", "author", "C" },
        { "title", "Accurate ML: Höhne's" } },
      "kdkk",
      "repeats a.txt:1 (same title and first author)" },
    { "by=title",
      { { "title", "A", "arxiv_id", "1" }, { "title", "A", "arxiv_id", "2" } },
      "kd",
      "repeats a.txt:1 (same title and first author)" },
    { "by=auto",
      { { "title", "Editorial", "doi", "10.1/1" },
        { "title", "Editorial", "doi", "10.1/2" },
        { "title", "Editorial", "doi", "10.1/2" },
        { "title", "Editorial" } },
      "kkdd",
      "repeats a.txt:1 (same title and first author)" },
    { "by=auto", { { "title", "ab", "author", "c" }, { "title", "a", "author", "bc" } }, "kk", "" },
    { "by=auto",
      { { "title", "学习" }, { "title", "学" }, { "title", "「学习」" } },
      "kkd",
      "repeats a.txt:1 (same title and first author)" },
    /* the identities of a dropped record count, too */
    { "by=auto",
      { { "title", "A", "arxiv_id", "1" },
        { "arxiv_id", "1", "doi", "10.1/1" },
        { "doi", "10.1/1", "title", "B" },
        { "title", "B" } },
      "kddd",
      "repeats a.txt:1 (same title and first author)" },
    { "by=auto",
      { { "title", "A" },
        { "title", "A", "arxiv_id", "1" },
        { "title", "A", "arxiv_id", "2" },
        { "arxiv_id", "2" } },
      "kdkd",
      "repeats a.txt:3 (same arXiv id)" },
    /* lists */
    { "by=pmid,isbn",
      { { "pmid", "123", "isbn", "0-306-40615-2", "isbn", "0-306-40615-3" },
        { "isbn", "1", "isbn", "978-0-306-40615-7" },
        { "isbn", "0-306-40615-2", "volume", "2" },
        { "isbn", "0-306-40615-2", "container_title", "B" },
        { "pmid", "PMID: 123" } },
      "kdkkd",
      "repeats a.txt:1 (same PMID)" },
    { "by=isbn",
      { { "isbn", "0-306-40615-2", "isbn", "080442957X" },
        { "isbn", "9780306406157" },
        { "isbn", "0-306-40615-3" },
        { "isbn", "0-306-40615-3" },
        { "isbn", "9780804429573" } },
      "kdkkd",
      "repeats a.txt:1 (same ISBN)" },
    { "by= doi , title+author",
      { { "title", "A: B", "author", "Xiong, Ping" },
        { "title", "a b", "author", "P. Xiong", "author.family", "Xiong", "author.given", "P." },
        { "title", "a b", "author", "Q. Xiong" },
        { "title", "a b" },
        { "title", "a b" } },
      "kdkkk",
      "repeats a.txt:1 (same title and family name)" },
    { "by=title+author,pmid",
      { { "title", "A", "author", "Jan van der Berg", "pmid", "1" },
        { "title", "A", "author", "J. van der Berg", "pmid", "2" },
        { "title", "A", "author", "Berg, J. van der" } },
      "kkd",
      "repeats a.txt:1 (same title and family name)" },
    /* only an abstract; a title without letters; nothing */
    { "by=auto",
      { { "abstract", "We show." },
        { "abstract", "We show!" },
        { "abstract", "We show.", "title", "A" },
        { "abstract", "We showed." } },
      "kdkk",
      "repeats a.txt:1 (same abstract)" },
    { "by=auto",
      { { "title", "???" }, { "title", "???" }, { "note", "n" }, { "note", "n" } },
      "kkkk",
      "" },
};

static void kept_records(void **unused)
{
    const struct pc_plugin *dedupe = paperconv_module_v1.plugins[0];

    (void)unused;
    for (size_t i = 0; i < COUNT(runs); i++) {
        const char *const settings[] = { runs[i].setting, NULL };
        struct fake_host f;
        pc_str notes;
        void *state;

        fake_open(&f);
        state = fake_start(&f, dedupe, settings);
        assert_non_null(state);
        for (size_t r = 0; runs[i].kept[r] != '\0'; r++) {
            pc_record *rec = fake_record(&f, "a.txt", NULL, r + 1, runs[i].records[r]);
            const bool kept = runs[i].kept[r] == 'k';

            if (!kept)
                f.diagnostics.n = 0;
            assert_int_equal(dedupe->apply(state, &f.pipe, rec), kept ? PC_OK : PC_SKIP);
        }
        notes = pc_trim(pc_text_str(&f.diagnostics));
        if (runs[i].last_note[0] != '\0') {
            assert_true(pc_starts(notes, "note duplicate: "));
            notes = pc_drop(notes, strlen("note duplicate: "));
        }
        assert_true(pc_eq(notes, runs[i].last_note));
        fake_stop(dedupe, state);
        fake_close(&f);
    }
}

static void wrong_lists(void **unused)
{
    static const char *const lists[] = { "by=", "by=doi,", "by=,doi", "by=name", "by=doi,title+" };

    (void)unused;
    for (size_t i = 0; i < COUNT(lists); i++) {
        const char *const settings[] = { lists[i], NULL };
        struct fake_host f;

        fake_open(&f);
        assert_null(fake_start(&f, paperconv_module_v1.plugins[0], settings));
        fake_close(&f);
    }
}

static void notes_name_the_first_place(void **unused)
{
    static const char *const fields[] = { "title", "T", NULL }, *const other[] = { "title", "U",
                                                                                   NULL };
    const struct pc_plugin *dedupe = paperconv_module_v1.plugins[0];
    struct fake_host f;
    void *state;

    (void)unused;
    fake_open(&f);
    state = fake_start(&f, dedupe, NULL);
    dedupe->apply(state, &f.pipe, fake_record(&f, "d.tar", "a/b.txt", 3, fields));
    dedupe->apply(state, &f.pipe, fake_record(&f, "c.txt", NULL, 4, other));
    dedupe->apply(state, &f.pipe, fake_record(&f, "c.txt", NULL, 8, fields));
    dedupe->apply(state, &f.pipe, fake_record(&f, "c.txt", NULL, 9, other));
    pc_text_putc(&f.diagnostics, '\0');
    assert_string_equal(f.diagnostics.p,
                        "note duplicate: repeats d.tar!/a/b.txt:3 (same title and first author)\n"
                        "note duplicate: repeats c.txt:4 (same title and first author)\n");
    fake_stop(dedupe, state);
    fake_close(&f);
}

/* The results of OpenSSL for a zero key. */
static void siphash_vectors(void **unused)
{
    static const struct {
        const char *text;
        struct hash hash;
    } vectors[] = {
        { "", { 0xf4f2ced447ab0242, 0x7de0a38047d74950 } },
        { "a", { 0x2573cd0e8904c4e6, 0xbea0379c744eccff } },
        { "abcdefgh", { 0xdc913dad33123677, 0x8d8e9d931e374f59 } },
        { "The quick brown fox jumps", { 0xeee932abf09d6300, 0x75847749544ac402 } },
    };

    (void)unused;
    for (size_t i = 0; i < COUNT(vectors); i++) {
        const struct seen zero_key = { .room = 0 };
        const struct hash got = seen_hash(&zero_key, pc_s(vectors[i].text));

        assert_true(got.high == vectors[i].hash.high && got.low == vectors[i].hash.low);
    }
}

static void a_table_that_grows(void **unused)
{
    enum { MANY = 100000 };
    struct seen seen = { 0 };

    (void)unused;
    for (uint64_t i = 1; i <= MANY; i++)
        seen_add(&seen, (struct sighting){ .key = { 1, i * i }, .line = i, .document = 1 });
    for (uint64_t i = 1; i <= MANY; i++) {
        const struct sighting *s = seen_find(&seen, (struct hash){ 1, i * i });

        assert_non_null(s);
        assert_int_equal(s->line, i);
        assert_null(seen_find(&seen, (struct hash){ 2, i * i }));
    }
    seen_free(&seen);
}

static void runs_hash_by_a_secret_of_their_own(void **unused)
{
    struct seen one = { .room = 0 }, other = { .room = 0 };

    (void)unused;
    seen_open(&one);
    seen_open(&other);
    assert_true(seen_hash(&one, pc_s("a title")).low != seen_hash(&other, pc_s("a title")).low);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kept_records),       cmocka_unit_test(notes_name_the_first_place),
        cmocka_unit_test(siphash_vectors),    cmocka_unit_test(runs_hash_by_a_secret_of_their_own),
        cmocka_unit_test(a_table_that_grows), cmocka_unit_test(wrong_lists),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
