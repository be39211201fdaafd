/* evaluate.c - whether a record meets a condition. */
#include "condition.h"

#include <stdlib.h>

/* ---- comparisons ----------------------------------------------------------------- */

static bool fits(enum operator operator, int order)
{
    switch (operator) {
    case LESS:
        return order < 0;
    case LESS_EQUAL:
        return order <= 0;
    case GREATER:
        return order > 0;
    case GREATER_EQUAL:
        return order >= 0;
    default:
        return order == 0;
    }
}

static int order_of_texts(pc_str a, pc_str b)
{
    const size_t n = a.n < b.n ? a.n : b.n;
    const int order = n != 0 ? memcmp(a.p, b.p, n) : 0;

    return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static bool read_number(pc_str text, double *number)
{
    char copy[64], *end;

    if (text.n == 0 || text.n >= sizeof copy)
        return false;
    memcpy(copy, text.p, text.n);
    copy[text.n] = '\0';
    *number = strtod(copy, &end);
    return *end == '\0';
}

static bool compare_numbers(enum operator operator, double a, double b)
{
    return fits(operator,(a > b) - (a < b));
}

/* At the precision of the less exact date; a span that overlaps is equal. */
static bool compare_dates(enum operator operator, pc_str text, const pc_edtf *wanted)
{
    pc_edtf date;

    if (!pc_edtf_parse(text, &date))
        return false;
    switch (pc_edtf_compare(&date, wanted)) {
    case PC_EDTF_BEFORE:
        return fits(operator, - 1);
    case PC_EDTF_OVERLAPS:
        return fits(operator, 0);
    case PC_EDTF_AFTER:
        return fits(operator, 1);
    default:
        return false;
    }
}

/* Each match has its own memory, so that records may be tested side by side. */
static bool matches(struct evaluation *e, const struct value *value, pc_str text)
{
    pcre2_match_data *found = pcre2_match_data_create(1, NULL);
    const int result = found != NULL
                           ? pcre2_match(value->pattern, (PCRE2_SPTR)(text.n != 0 ? text.p : ""),
                                         text.n, 0, PCRE2_NO_UTF_CHECK, found, e->condition->limits)
                           : PCRE2_ERROR_NOMEMORY;

    pcre2_match_data_free(found);
    e->gave_up |= result < 0 && result != PCRE2_ERROR_NOMATCH;
    return result >= 0;
}

/* The operator without its denial. */
static enum operator positive(enum operator operator)
{
    return operator== UNEQUAL ? EQUAL : operator== DIFFERS ? MATCHES : operator;
}

static bool compare_text(struct evaluation *e, const struct test *t, const struct value *value,
                         pc_str text)
{
    double number;

    if (t->operator== MATCHES || t->operator== DIFFERS)
        return matches(e, value, text);
    if (t->type == DATE)
        return compare_dates(positive(t->operator), text, &value->date);
    if (t->type == NUMBER)
        return read_number(text, &number) &&
               compare_numbers(positive(t->operator), number, value->number);
    return fits(positive(t->operator), order_of_texts(text, value->text));
}

static pc_str first_value(const pc_record *record, pc_str key)
{
    return record->h.host->get(record, key, 0);
}

/* ---- tests ----------------------------------------------------------------------- */

/* TEXT compares with one of the values of T. */
static bool holds_for(struct evaluation *e, const struct test *t, pc_str text)
{
    for (size_t i = 0; i < t->count; i++) {
        if (compare_text(e, t, &e->condition->values[t->first + i], text))
            return true;
    }
    return false;
}

/* An XXXX-05-30 is neither 2024 nor another year. */
static bool is_comparable(const struct evaluation *e, const struct test *t, pc_str text)
{
    pc_edtf date;
    double number;

    if (t->type == NUMBER)
        return read_number(text, &number);
    return t->type != DATE ||
           t->operator== DIFFERS ||(pc_edtf_parse(text, &date) &&
                                    pc_edtf_compare(&date, &e->condition->values[t->first].date) !=
                                        PC_EDTF_NEVER);
}

/* A record without the field meets no comparison, not even != and !~.  Of several values any one
 * is enough, but != and !~ hold when none compares; with `all` every one must. */
static bool test_field(struct evaluation *e, const struct test *t, const pc_record *record)
{
    const bool denied = t->operator== UNEQUAL || t->operator== DIFFERS;
    pc_str key, text = first_value(record, t->key);

    if (t->operator== HAS || text.n == 0)
        return t->operator== HAS && text.n != 0;
    if (!t->repeats && denied)
        return !holds_for(e, t, text) && is_comparable(e, t, text);
    if (!t->repeats)
        return holds_for(e, t, text);
    for (size_t i = 0; pc_field(record, i, &key, &text); i++) {
        bool holds;

        if (!pc_same(key, t->key))
            continue;
        holds = holds_for(e, t, text);
        if (denied && holds)
            return false;
        if (!denied && holds != t->all)
            return holds;
    }
    return denied || t->all;
}

static bool test_number(const struct evaluation *e, const struct test *t, double number)
{
    const bool denied = t->operator== UNEQUAL;

    for (size_t i = 0; i < t->count; i++) {
        if (compare_numbers(positive(t->operator), number,
                            e->condition->values[t->first + i].number))
            return !denied;
    }
    return denied;
}

static bool test_count(struct evaluation *e, const struct test *t, const pc_record *record)
{
    double count = 0;
    pc_str key, text;

    for (size_t i = 0; pc_field(record, i, &key, &text); i++)
        count += pc_same(key, t->key);
    return test_number(e, t, count);
}

static bool test_date_part(struct evaluation *e, const struct test *t, const pc_record *record)
{
    const pc_str printed = first_value(record, pc_s(PC_DATE));
    pc_edtf date;
    int64_t part = 0;

    if (printed.n == 0 || !pc_edtf_parse(printed, &date))
        return false;
    if (t->subject == YEAR) {
        if (!pc_edtf_first_year(&date, &part))
            return false;
    } else {
        part = t->subject == MONTH ? date.start.month : date.start.day;
        if (part == 0 || part > 31 || (t->subject == MONTH && part > 12))
            return false;
    }
    return t->operator== HAS || test_number(e, t, (double)part);
}

static bool test_place(struct evaluation *e, const struct test *t, pc_str text)
{
    if (t->operator== HAS || text.n == 0)
        return t->operator== HAS && text.n != 0;
    return holds_for(e, t, text) != (t->operator== UNEQUAL || t->operator== DIFFERS);
}

static bool test_holds(struct evaluation *e, const struct test *t, const pc_record *record)
{
    switch (t->subject) {
    case FIELD:
        return test_field(e, t, record);
    case COUNT:
        return test_count(e, t, record);
    case DOCUMENT:
        return test_place(e, t, pc_where(record).document);
    case MEMBER:
        return test_place(e, t, pc_where(record).member);
    case LINE:
        return t->operator== HAS || test_number(e, t, (double)pc_where(record).line);
    default:
        return test_date_part(e, t, record);
    }
}

static bool node_holds(struct evaluation *e, size_t node, const pc_record *record)
{
    const struct node *n = &e->condition->nodes[node];

    switch (n->kind) {
    case NOT:
        return !node_holds(e, n->left, record);
    case AND:
        return node_holds(e, n->left, record) && node_holds(e, n->right, record);
    case OR:
        return node_holds(e, n->left, record) || node_holds(e, n->right, record);
    default:
        return test_holds(e, &e->condition->tests[n->left], record);
    }
}

bool condition_holds(const struct condition *c, const pc_record *record, bool *gave_up)
{
    struct evaluation e = { .condition = c };
    const bool holds = node_holds(&e, c->root, record);

    *gave_up = e.gave_up;
    return holds;
}
