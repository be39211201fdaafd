/* test_clusters.c - which record of a cluster is passed on, and what merging keeps. */
#define _POSIX_C_SOURCE 200809L /* ftruncate() */
#include "fake_host.h"
#include "held.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>
/* cmocka needs the above */
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The lines of the records that are passed on, and all fields of the first of them. */
static const struct {
    const char *settings[3];
    const char *records[5][14];
    const char *lines, *fields;
} runs[] = {
    { { "keep=richest" },
      { { "doi", "10.1/1" },
        { "title", "B" },
        { "doi", "10.1/1", "title", "A", "volume", "2" },
        { "doi", "10.1/1", "title", "A", "keyword", "x", "keyword", "y" },
        { "title", "B" } },
      "42",
      "doi=10.1/1 title=A keyword=x keyword=y " },
    /* the third joins the first two */
    { { "keep=richest" },
      { { "arxiv_id", "1", "title", "A" },
        { "doi", "10.1/1", "title", "B", "volume", "1" },
        { "arxiv_id", "1v2", "doi", "10.1/1" },
        { "title", "B" } },
      "2",
      "doi=10.1/1 title=B volume=1 " },
    /* the same title and other ids */
    { { "keep=merge" },
      { { "title", "E", "doi", "10.1/1" },
        { "title", "E", "doi", "10.1/2" },
        { "title", "E", "volume", "7" },
        { "doi", "10.1/2", "title", "E2" } },
      "12",
      "title=E doi=10.1/1 volume=7 " },
    /* what is missing, what repeats, and what differs */
    { { "keep=merge" },
      { { "citation_key", "a", "doi", "10.1/x", "keyword", "k", "author", "P. Xiong" },
        { "citation_key", "b", "doi", "10.1/X", "keyword", "l", "keyword", "k", "author",
          "P. Xiong", "author.orcid", "0" },
        { "doi", "10.1/x", "title", "T", "author", "Ping X", "author.family", "X" },
        { "doi", "10.1/x", "title", "U", "author", "Ping X" } },
      "1",
      "citation_key=a doi=10.1/x keyword=k author=P. Xiong key_alias=b keyword=l "
      "note=author.orcid of P. Xiong: 0 (a.txt:2) title=T note=author: Ping X (a.txt:3) "
      "note=title: U (a.txt:4) " },
    /* a list of persons with its qualifiers, and a flag about another list */
    { { "keep=merge" },
      { { "doi", "10.1/1" },
        { "doi", "10.1/1", "author", "A B", "author.family", "B", "author", "C",
          "authors_truncated", "true" },
        { "doi", "10.1/1", "editor", "E", "authors_truncated", "true" } },
      "1",
      "doi=10.1/1 author=A B author.family=B author=C authors_truncated=true editor=E " },
    { { "keep=merge" },
      { { "doi", "10.1/1", "author", "A" },
        { "doi", "10.1/1", "author", "A", "authors_truncated", "true" } },
      "1",
      "doi=10.1/1 author=A " },
    /* a volume belongs to its journal */
    { { "keep=merge" },
      { { "doi", "10.1/1", "container_title", "J" },
        { "doi", "10.1/1", "container_title", "K", "volume", "1", "language", "en" },
        { "doi", "10.1/1", "container_title", "J", "volume", "2" } },
      "1",
      "doi=10.1/1 container_title=J note=container_title: K (a.txt:2) note=volume: 1 (a.txt:2) "
      "language=en volume=2 " },
    /* markup */
    { { "keep=merge" },
      { { "doi", "10.1/1", "title", "A & B", "markup", "plain" },
        { "doi", "10.1/1", "title", "A \\& B", "abstract", "C \\& D", "markup", "tex" } },
      "1",
      "doi=10.1/1 title=A & B markup=plain abstract=C & D " },
    { { "keep=merge" },
      { { "doi", "10.1/1" }, { "doi", "10.1/1", "title", "A \\& B", "markup", "tex" } },
      "1",
      "doi=10.1/1 markup=tex title=A \\& B " },
};

static void add_fields(pc_text *text, const pc_record *rec)
{
    pc_str key, value;

    for (size_t i = 0; pc_field(rec, i, &key, &value); i++) {
        pc_text_add(text, key);
        pc_text_putc(text, '=');
        pc_text_add(text, value);
        pc_text_putc(text, ' ');
    }
}

static void run_of(size_t i)
{
    const struct pc_plugin *dedupe = paperconv_module_v1.plugins[0];
    struct fake_host f;
    pc_text fields = { NULL, 0, 0 };
    void *state;

    fake_open(&f);
    state = fake_start(&f, dedupe, runs[i].settings);
    assert_non_null(state);
    for (size_t r = 0; r < COUNT(runs[i].records) && runs[i].records[r][0] != NULL; r++)
        assert_int_equal(dedupe->apply(state, &f.pipe,
                                       fake_record(&f, "a.txt", NULL, r + 1, runs[i].records[r])),
                         PC_SKIP);
    assert_int_equal(dedupe->flush(state, &f.pipe), PC_OK);
    assert_int_equal(f.emitted_count, strlen(runs[i].lines));
    for (size_t r = 0; r < f.emitted_count; r++)
        assert_int_equal(pc_where(f.emitted[r]).line, (uint64_t)(runs[i].lines[r] - '0'));
    add_fields(&fields, f.emitted[0]);
    pc_text_putc(&fields, '\0');
    assert_string_equal(fields.p, runs[i].fields);
    pc_text_free(&fields);
    fake_stop(dedupe, state);
    fake_close(&f);
}

static void clusters_become_a_record(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < COUNT(runs); i++)
        run_of(i);
}

static void closed_before_the_end(void **unused)
{
    static const char *const settings[] = { "keep=merge", NULL }, *const fields[] = { "title", "T",
                                                                                      NULL };
    const struct pc_plugin *dedupe = paperconv_module_v1.plugins[0];
    struct fake_host f;
    void *state;

    (void)unused;
    fake_open(&f);
    state = fake_start(&f, dedupe, settings);
    dedupe->apply(state, &f.pipe, fake_record(&f, "x", NULL, 1, fields));
    fake_stop(dedupe, state);
    assert_int_equal(f.emitted_count, 0);
    fake_close(&f);
}

/* Records of 1 MiB: some are in the file, some in memory. */
static void records_beyond_the_memory(void **unused)
{
    enum { MANY = 40, SIZE = 1 << 20 };
    FILE *file = tmpfile();
    struct held h = { .fd = fileno(file) };
    char *bytes = malloc(SIZE);

    (void)unused;
    assert_non_null(bytes);
    for (int i = 0; i < MANY; i++) {
        memset(bytes, i, SIZE);
        assert_true(held_add(&h, pc_sub(bytes, SIZE), 0));
    }
    assert_true(h.file_size > 0 && h.tail.n > 0);
    for (uint32_t i = MANY; i-- > 0;) {
        const pc_str read = held_read(&h, i);

        memset(bytes, (int)i, SIZE);
        assert_true(pc_same(read, pc_sub(bytes, SIZE)));
    }
    assert_int_equal(ftruncate(h.fd, SIZE / 2), 0);
    assert_null(held_read(&h, 3).p);
    free(bytes);
    held_free(&h);
    fclose(file);
}

/* The same clusters as by comparing everything with everything. */
static void clusters_are_joined(void **unused)
{
    enum { MANY = 300 };
    struct held h = { .fd = -1 };
    uint32_t naive[MANY], random = 1;

    (void)unused;
    for (uint32_t i = 0; i < MANY; i++) {
        assert_true(held_add(&h, pc_s("x"), 1U << i % 32));
        naive[i] = i;
    }
    for (int join = 0; join < 150; join++) {
        const uint32_t a = (random = random * 1664525 + 1013904223) >> 8 & 255;
        const uint32_t b = (random = random * 1664525 + 1013904223) >> 8 & 255;
        const uint32_t low = naive[a] < naive[b] ? naive[a] : naive[b],
                       high = naive[a] ^ naive[b] ^ low;

        held_join(&h, a, b);
        for (uint32_t i = 0; i < MANY; i++)
            naive[i] = naive[i] == high ? low : naive[i];
    }
    held_link(&h);
    for (uint32_t i = 0; i < MANY; i++) {
        uint32_t next = i + 1;

        assert_int_equal(held_first(&h, i), naive[i]);
        while (next < MANY && naive[next] != naive[i])
            next++;
        assert_int_equal(h.records[i].next, next < MANY ? next : 0);
    }
    held_free(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clusters_become_a_record),
        cmocka_unit_test(closed_before_the_end),
        cmocka_unit_test(records_beyond_the_memory),
        cmocka_unit_test(clusters_are_joined),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
