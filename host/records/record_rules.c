/* record_rules.c - what the known fields may hold, as a table. */
#include "records/record_rules.h"

#include "base/json_number.h"

#include "paperconv/dates.h"

#include <stdio.h>

typedef bool check(pc_str value);

static bool is_true(pc_str v)
{
    return pc_eq(v, "true");
}

static bool is_date(pc_str v)
{
    pc_date date;

    return pc_date_parse(v, &date);
}

static bool is_markup(pc_str v)
{
    return pc_eq(v, "tex") || pc_eq(v, "stripped") || pc_eq(v, "plain");
}

static const struct {
    bool single;
    check *check;
    const char *must_be;
} rules[PC_LISTS] = {
    [PC_LIST_TITLE] = { true, NULL, NULL },
    [PC_LIST_AUTHORS_TRUNCATED] = { true, is_true, "'true' or absent" },
    [PC_LIST_DATE] = { true, is_date, "an EDTF date such as 2022-05-17 or XXXX-05-30" },
    [PC_LIST_LISTED] = { true, is_date, "an EDTF date such as 2022-05-17 or XXXX-05-30" },
    [PC_LIST_CATEGORY] = { true, NULL, NULL },
    [PC_LIST_ARXIV_CATEGORY] = { true, NULL, NULL },
    [PC_LIST_SCORE] = { true, is_json_number, "a JSON number" },
    [PC_LIST_HAS_CODE] = { true, is_true, "'true' or absent" },
    [PC_LIST_ABSTRACT] = { true, NULL, NULL },
    [PC_LIST_ARXIV_ID] = { true, NULL, NULL },
    [PC_LIST_DOI] = { true, NULL, NULL },
    [PC_LIST_MARKUP] = { true, is_markup, "tex, stripped or plain" },
};

static void demote(struct record *r, struct field *f)
{
    static const char suffix[] = "_as_printed";
    char *name = arena_alloc(r->arena, f->key.n + sizeof suffix);

    memcpy(name, f->key.p, f->key.n);
    memcpy(name + f->key.n, suffix, sizeof suffix);
    f->key = pc_s(name);
    f->list = PC_LIST_OTHERS;
}

void record_check(struct record *r, record_warning *warn)
{
    unsigned seen = 0;
    char text[512];

    _Static_assert(PC_LISTS <= sizeof seen * 8, "one bit a key");
    for (size_t i = 0; i < r->count; i++) {
        struct field *f = &r->fields[i];
        unsigned bit = 1u << f->list;

        if (!rules[f->list].single)
            continue;
        if (rules[f->list].check != NULL && !rules[f->list].check(f->value)) {
            snprintf(text, sizeof text, "%.*s '%.*s' is not %s; kept as a custom field",
                     PC_FMT(f->key), PC_FMT(f->value), rules[f->list].must_be);
            warn(&r->base.h, PC_WARNING, f->value, "bad-value", text);
            demote(r, f);
        } else if ((seen & bit) != 0) {
            snprintf(text, sizeof text,
                     "a record has one %.*s; the second value is kept as a custom field",
                     PC_FMT(f->key));
            warn(&r->base.h, PC_WARNING, f->value, "second-value", text);
            demote(r, f);
        } else {
            seen |= bit;
        }
    }
}
