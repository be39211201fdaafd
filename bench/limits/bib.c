/* bib <references.bib - reads the simple BibTeX of bench/generate and writes JSON Lines, and does
 * nothing else: the hand-written reference of bench/run for the input bibtex.
 *
 * It finds the entries, their fields and the brace that ends each value, and splits names at " and ".
 * It knows the fields of an article, takes every value as it stands, and checks nothing: no TeX, strings,
 * parents, dates, identifiers, double keys or UTF-8.  It has no diagnostics. */
#define _GNU_SOURCE
#include "references.h"

static const struct {
    const char *name;
    enum field field;
} FIELD_NAMES[] = {
    { "title", TITLE },  { "journal", JOURNAL },  { "year", YEAR }, { "volume", VOLUME },
    { "number", ISSUE }, { "pages", FIRST_PAGE }, { "doi", DOI },   { "abstract", ABSTRACT },
};

/* The brace that ends the value at P, or NULL if the block ends before. */
static const char *end_of_braces(const char *p)
{
    for (int depth = 0;; p++) {
#ifdef __SSE2__
        for (;; p += 16) {
            const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
            const __m128i found =
                _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_setzero_si128()),
                             _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('{')),
                                          _mm_cmpeq_epi8(bytes, _mm_set1_epi8('}'))));
            const int mask = _mm_movemask_epi8(found);

            if (mask != 0) {
                p += __builtin_ctz((unsigned)mask);
                break;
            }
        }
#else
        p += strcspn(p, "{}");
#endif
        if (*p == '\0')
            return NULL;
        if (*p == '{')
            depth++;
        else if (depth-- == 0)
            return p;
    }
}

static void take_names(struct reference *r, struct slice names)
{
    for (;;) {
        const char *const and = memmem(names.p, names.n, " and ", 5);

        if (and == NULL)
            break;
        add_name(r, (struct slice){ names.p, (size_t)(and-names.p) });
        names.n -= (size_t)(and-names.p) + 5;
        names.p = and+5;
    }
    add_name(r, names);
}

static void take_pages(struct reference *r, struct slice pages)
{
    const char *const dash = memmem(pages.p, pages.n, "--", 2);

    r->field[FIRST_PAGE] = pages;
    if (dash != NULL) {
        r->field[FIRST_PAGE].n = (size_t)(dash - pages.p);
        r->field[LAST_PAGE] = (struct slice){ dash + 2, (size_t)(pages.p + pages.n - dash) - 2 };
    }
}

static void take_field(struct reference *r, struct slice name, struct slice value)
{
    if (name.n == 6 && memcmp(name.p, "author", 6) == 0) {
        take_names(r, value);
        return;
    }
    for (size_t i = 0; i < sizeof FIELD_NAMES / sizeof *FIELD_NAMES; i++)
        if (strncmp(FIELD_NAMES[i].name, name.p, name.n) == 0 &&
            FIELD_NAMES[i].name[name.n] == '\0') {
            if (FIELD_NAMES[i].field == FIRST_PAGE)
                take_pages(r, value);
            else
                r->field[FIELD_NAMES[i].field] = value;
            return;
        }
}

static int convert_bibtex(const char **p, char **to)
{
    struct reference r = { .names = 0 };
    const char *at = strchr(*p, '@'), *end;

    if (at == NULL || (at = strchr(at, '{')) == NULL || (end = strchr(at, ',')) == NULL)
        return 0;
    r.field[KEY] = (struct slice){ at + 1, (size_t)(end - at) - 1 };
    for (at = end;; at = end + 1) {
        struct slice name;

        at += strspn(at, ", \n");
        if (*at == '}')
            break;
        name = (struct slice){ at, strcspn(at, " =") };
        at = strchr(at, '{');
        if (at == NULL || (end = end_of_braces(at + 1)) == NULL)
            return 0;
        take_field(&r, name, (struct slice){ at + 1, (size_t)(end - at) - 1 });
    }
    *to = put_reference(*to, &r, "tex");
    *p = at + 1;
    return 1;
}

int main(void)
{
    return convert_all(convert_bibtex);
}
