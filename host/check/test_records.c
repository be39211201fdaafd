/* test_records.c - the records that filters and outputs are given: one with every field, the same
 * without each field in turn, and the same with each hostile value in each field. */
#include "check/test_records.h"

#include "check/read_document.h"

#include <stdlib.h>

static const struct {
    const char *key, *value;
} whole[] = {
    { PC_TITLE, "On the dynamics of a small body" },
    { PC_AUTHOR, "Alice Amp\u00e8re" },
    { PC_AUTHOR, "Bob van der Berg" },
    { PC_AUTHORS_TRUNCATED, "true" },
    { PC_AFFILIATION, "University of \u014csaka" },
    { PC_DATE, "2022-05-17" },
    { PC_LISTED, "2022-05" },
    { PC_CATEGORY, "CHEM-PH" },
    { PC_ARXIV_CATEGORY, "physics.chem-ph" },
    { PC_ARXIV_CATEGORY_CANDIDATE, "cs.CV" },
    { PC_SCORE, "44.0" },
    { PC_HAS_CODE, "true" },
    { PC_ARXIV_ID, "2401.01234" },
    { PC_DOI, "10.1000/182" },
    { PC_URL, "https://example.org/a?b=c&d=%20" },
    { PC_KEYWORD, "small bodies" },
    { PC_NOTE_TEXT, "12 pages" },
    { PC_MARKUP, "tex" },
    { PC_ABSTRACT, "We study $x^2$.\n\nAnd \\emph{more}." },
    { "an_extra", "travels along" },
};

static const char *const hostile[] = {
    "\"quoted\", 'twice', <b>&amp;</b>",
    "\\end{document} \\ { } {{ }} $ & # ^ _ ~ % @",
    "=cmd|' /C calc'!A0; -- %s %n %p",
    "line one\nline two\r\nTY  - FAKE\n@misc{fake,\n}\n\n",
    "\x01\x1b[31m\t\x7f",
    "\u202eright to left\u202c \u0301 \u200b \ufeff \ufffd \U0001f600",
    "  blanks around and  within  ",
    "}",
    "and and and, , ,",
    "0000-00-00",
};

enum {
    WHOLE = sizeof whole / sizeof whole[0],
    HOSTILE = sizeof hostile / sizeof hostile[0],
    ALTERED = 1 + WHOLE,              /* the first record with a hostile value */
    LONG = ALTERED + WHOLE * HOSTILE, /* the record with a title of LONG_TITLE bytes */
    EMPTY,                            /* the record without any field */
    TEST_RECORDS,
    LONG_TITLE = 100 * 1000
};

struct test_records {
    size_t next;
};

/* ---- the input that makes them ---- */

static int test_records_sniff(pc_str head, pc_str name, const char **why)
{
    (void)head;
    (void)name;
    (void)why;
    return 0;
}

static void add_long(pc_record *rec)
{
    char *title = pc_scratch(rec, LONG_TITLE);

    memset(title, 'x', LONG_TITLE);
    pc_add(rec, PC_TITLE, pc_sub(title, LONG_TITLE));
}

static void add_test_record(pc_record *rec, size_t number)
{
    size_t altered = number >= ALTERED ? (number - ALTERED) / HOSTILE : WHOLE;

    for (size_t i = 0; i < WHOLE; i++) {
        const char *value = i == altered ? hostile[(number - ALTERED) % HOSTILE] : whole[i].value;

        if (i + 1 != number)
            pc_add(rec, whole[i].key, pc_s(value));
    }
}

static int test_records_next(void *state, pc_source *source, pc_record *rec)
{
    struct test_records *s = state;
    size_t number = s->next++;
    pc_str line;

    if (!pc_line(source, &line))
        return PC_END;
    if (number == LONG)
        add_long(rec);
    else
        add_test_record(rec, number);
    return PC_OK;
}

static const struct pc_plugin table = { .size = sizeof table,
                                        .kind = PC_KIND_INPUT,
                                        .name = "specimens",
                                        .option_size = sizeof(pc_option),
                                        .state_size = sizeof(struct test_records),
                                        .sniff = test_records_sniff,
                                        .next = test_records_next };

/* ---- the records as a batch ---- */

size_t test_records_count(void)
{
    return TEST_RECORDS;
}

static bool keep_first_batch(void *context, struct batch *b)
{
    struct batch **first = context;

    if (*first != NULL)
        batch_free(b); /* an empty one, at the end of the document */
    else
        *first = b;
    return true;
}

struct batch *test_records_batch(const struct check *c, size_t first)
{
    const struct plugin test_records = {
        .table = &table, .host = c->bare->host, .name = "specimens", .path = "specimens"
    };
    struct batch *batch = NULL;
    struct reading reading = { .deliver = keep_first_batch, .context = &batch };
    char lines[2 * TEST_RECORDS];

    for (size_t i = 0; i < sizeof lines; i++)
        lines[i] = i % 2 == 0 ? '-' : '\n';
    check_read_document(c, &test_records, pc_sub(lines, 2 * first), "specimens", &reading);
    if (batch != NULL && first == TEST_RECORDS)
        batch->input.records[EMPTY].count = 0;
    return batch;
}
