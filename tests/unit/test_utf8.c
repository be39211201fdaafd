/* test_utf8.c - scanning, repair and counting of text. */
#include "base/utf8.h"

#include <setjmp.h>

#include <cmocka.h>

#define FFFD "\xEF\xBF\xBD"

struct sample {
    const char *in;
    size_t n;
    unsigned found;
    const char *repaired;
    size_t invalid, nul;
};

#define SAMPLE(text) text, sizeof text - 1

static const struct sample samples[] = {
    { SAMPLE(""), 0, "", 0, 0 },
    { SAMPLE("plain text, eight by eight"), 0, "plain text, eight by eight", 0, 0 },
    { SAMPLE("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"), 0,
      "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", 0, 0 },
    { SAMPLE("a\rb"), TEXT_CR, "a\rb", 0, 0 },
    { SAMPLE("a\0b\0"), TEXT_NUL, "a" FFFD "b" FFFD, 0, 2 },
    { SAMPLE("caf\u00c3\u00a9"), TEXT_TWICE, "caf\u00c3\u00a9", 0, 0 },
    { SAMPLE("it\u00e2\u20ac\u2122s"), TEXT_TWICE, "it\u00e2\u20ac\u2122s", 0, 0 },
    { SAMPLE("\u00e2\u20ac"), 0, "\u00e2\u20ac", 0, 0 }, /* cut off */
    { SAMPLE("IRM\u00c3\u201d"), 0, "IRM\u00c3\u201d", 0, 0 },
    { SAMPLE("caf\u00c3\u00a9 \xE9"), TEXT_TWICE | TEXT_INVALID, "caf\u00c3\u00a9 " FFFD, 1, 0 },
    { SAMPLE("caf\xE9"), TEXT_INVALID, "caf" FFFD, 1, 0 },
    { SAMPLE("0123456\xE9 and so on"), TEXT_INVALID, "0123456" FFFD " and so on", 1, 0 },
    { SAMPLE("\xC0\xAF"), TEXT_INVALID, FFFD FFFD, 2, 0 },          /* overlong */
    { SAMPLE("\xE0\x80\xAF"), TEXT_INVALID, FFFD FFFD FFFD, 3, 0 }, /* overlong */
    { SAMPLE("\xED\xA0\x80"), TEXT_INVALID, FFFD FFFD FFFD, 3, 0 }, /* surrogate */
    { SAMPLE("\xF4\x90\x80\x80"), TEXT_INVALID, FFFD FFFD FFFD FFFD, 4, 0 },
    { SAMPLE("\xF0\x9F\x98"), TEXT_INVALID, FFFD, 3, 0 }, /* truncated */
    { SAMPLE("\xE2\x82(\xE2"), TEXT_INVALID, FFFD "(" FFFD, 3, 0 },
    { SAMPLE("\x80\xBF"), TEXT_INVALID, FFFD FFFD, 2, 0 },
    { SAMPLE("\xFF\0\r"), TEXT_INVALID | TEXT_NUL | TEXT_CR, FFFD FFFD "\r", 1, 1 },
};

static void scans_and_repairs(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const struct sample *s = &samples[i];
        struct arena arena = { .chunks = NULL };
        struct repair done;
        pc_str repaired;

        assert_int_equal(text_scan(s->in, s->n), s->found);
        repaired = text_repair(&arena, pc_sub(s->in, s->n), &done);
        assert_true(pc_eq(repaired, s->repaired));
        assert_int_equal(done.invalid, s->invalid);
        assert_int_equal(done.nul, s->nul);
        assert_int_equal(text_scan(repaired.p, repaired.n) & (TEXT_INVALID | TEXT_NUL), 0);
        arena_free(&arena);
    }
}

/* A bad byte is found at every distance from the beginning of the steps. */
static void finds_a_byte_anywhere(void **state)
{
    char text[100];

    (void)state;
    for (size_t i = 0; i < sizeof text; i++) {
        memset(text, 'x', sizeof text);
        text[i] = (char)0x80;
        assert_int_equal(text_scan(text, sizeof text), TEXT_INVALID);
        text[i] = '\0';
        assert_int_equal(text_scan(text, sizeof text), TEXT_NUL);
        text[i] = '\r';
        assert_int_equal(text_scan(text, sizeof text), TEXT_CR);
        text[i] = '\n';
        assert_int_equal(text_scan(text, sizeof text), 0);
    }
}

static void counts_code_points(void **state)
{
    (void)state;
    assert_int_equal(text_runes("", 0), 0);
    assert_int_equal(text_runes("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 10), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scans_and_repairs),
        cmocka_unit_test(finds_a_byte_anywhere),
        cmocka_unit_test(counts_code_points),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
