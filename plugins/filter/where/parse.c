/* parse.c - reads a condition.
 *
 *     condition  = part { "or" part }
 *     part       = test { "and" test }
 *     test       = "not" test | "(" condition ")" | "has" "(" FIELD ")"
 *                | [ "any" | "all" ] subject comparison
 *     subject    = FIELD | "count" "(" FIELD ")" | "field" "(" STRING ")"
 *     comparison = MARK value | "in" "(" value { "," value } ")"
 */
#include "condition.h"

#include "paperconv/spelling.h"

#include <stdlib.h>

enum { DEEPEST = 100, LONGEST = 65536, MATCH_LIMIT = 100000 };

struct parser {
    struct condition *c;
    pc_str text, rest;
    struct token token; /* the next one */
    pc_stage *stage;
    int depth;
    bool failed;
};

/* ---- errors ---------------------------------------------------------------------- */

/* The number of the character at AT, from 1. */
static size_t place_of(const struct parser *p, pc_str at)
{
    size_t place = 1;

    for (const char *c = p->text.p; c < at.p; c++)
        place += ((unsigned char)*c & 0xC0) != 0x80;
    return place;
}

/* Says what is wrong at AT, once: what follows from it is no news.  Returns a node. */
static size_t fail(struct parser *p, pc_str at, const char *why)
{
    if (!p->failed)
        pc_fatal(p->stage, at, "bad-option", "if, at character %zu, '%.*s': %s", place_of(p, at),
                 PC_FMT(at), why);
    p->failed = true;
    p->token = (struct token){ TOKEN_END, pc_drop(p->text, p->text.n) };
    p->rest = p->token.text;
    return 0;
}

static size_t fail_at_token(struct parser *p, const char *why)
{
    if (p->token.kind == TOKEN_END)
        return fail(p, p->token.text, "the condition ends too early");
    if (p->token.kind == TOKEN_WRONG)
        why = p->token.text.n > 1 ? "the string has no end" : "this character has no meaning";
    return fail(p, p->token.text, why);
}

/* ---- tokens ---------------------------------------------------------------------- */

static void advance(struct parser *p)
{
    p->token = token_next(&p->rest);
}

static bool is_word(const struct parser *p, const char *word)
{
    return p->token.kind == TOKEN_WORD && pc_eq(p->token.text, word);
}

static bool take_word(struct parser *p, const char *word)
{
    const bool found = is_word(p, word);

    if (found)
        advance(p);
    return found;
}

static bool take_mark(struct parser *p, const char *mark)
{
    const bool found = p->token.kind == TOKEN_MARK && pc_eq(p->token.text, mark);

    if (found)
        advance(p);
    return found;
}

/* ---- growing arrays -------------------------------------------------------------- */

/* Room for one more than COUNT items; arrays grow by doubling. */
static void *grow(void *items, size_t count, size_t size)
{
    if (count < 8 || (count & (count - 1)) != 0)
        return count == 0 ? calloc(8, size) : items;
    return realloc(items, 2 * count * size);
}

static size_t add_node(struct parser *p, enum node_kind kind, size_t left, size_t right)
{
    struct condition *c = p->c;

    c->nodes = grow(c->nodes, c->node_count, sizeof *c->nodes);
    if (c->nodes == NULL)
        abort(); /* the host reports that memory ran out */
    c->nodes[c->node_count] = (struct node){ kind, left, right };
    return c->node_count++;
}

static size_t add_test(struct parser *p, const struct test *t)
{
    struct condition *c = p->c;

    c->tests = grow(c->tests, c->test_count, sizeof *c->tests);
    if (c->tests == NULL)
        abort();
    c->tests[c->test_count] = *t;
    return add_node(p, TEST, c->test_count++, 0);
}

static struct value *add_value(struct parser *p)
{
    struct condition *c = p->c;

    c->values = grow(c->values, c->value_count, sizeof *c->values);
    if (c->values == NULL)
        abort();
    c->values[c->value_count] = (struct value){ .number = 0 };
    return &c->values[c->value_count++];
}

/* ---- values ---------------------------------------------------------------------- */

static void compile_pattern(struct parser *p, struct value *v, pc_str at)
{
    char why[200];
    int error;
    size_t offset;

    v->pattern = pcre2_compile((PCRE2_SPTR)v->text.p, v->text.n, PCRE2_UTF | PCRE2_UCP, &error,
                               &offset, NULL);
    if (v->pattern != NULL)
        return;
    pcre2_get_error_message(error, (PCRE2_UCHAR *)why, sizeof why);
    fail(p, at, why);
}

/* Reads the token as the value that T compares with. */
static void read_value(struct parser *p, const struct test *t)
{
    const struct token token = p->token;
    struct value *v;
    char copy[64], *end = copy;

    if (token.kind != TOKEN_STRING && token.kind != TOKEN_NUMBER && !is_word(p, "true")) {
        fail_at_token(p, "here a number, or a text in quotes, must stand");
        return;
    }
    v = add_value(p);
    v->text = token.text; /* in the condition, which lives as long */
    if (t->operator== MATCHES || t->operator== DIFFERS) {
        compile_pattern(p, v, token.text);
    } else if (t->type == DATE && !pc_edtf_parse(token.text, &v->date)) {
        fail(p, token.text, "this is no date, such as 2024, \"2024-05\" or \"2024-05-17\"");
    } else if (t->type == NUMBER) {
        snprintf(copy, sizeof copy, "%.*s", PC_FMT(token.text));
        v->number = strtod(copy, &end);
        if (token.text.n == 0 || token.text.n >= sizeof copy || *end != '\0')
            fail(p, token.text, "this is no number");
    } else if (memchr(token.text.n != 0 ? token.text.p : "", '\\', token.text.n) != NULL) {
        v->text = pc_sub(NULL, p->c->strings.n); /* see settle_strings() */
        token_unescape(&p->c->strings, token.text);
        pc_text_putc(&p->c->strings, '\0');
    }
    if (!p->failed)
        advance(p);
}

/* ---- tests ----------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum subject subject;
    enum type type;
} subjects[] = {
    { "year", YEAR, NUMBER },       { "month", MONTH, NUMBER }, { "day", DAY, NUMBER },
    { "document", DOCUMENT, TEXT }, { "member", MEMBER, TEXT }, { "line", LINE, NUMBER },
};

static const struct known {
    const char *key;
    bool repeats;
    unsigned char holds;
} fields[] = {
#define KNOWN(list, key, member, many, holds, choices) { key, many, holds },
    PC_FIELDS(KNOWN)
#undef KNOWN
#define KNOWN(list, parent, key, array, member, many, holds, choices) { key, true, holds },
        PC_QUALIFIERS(KNOWN)
#undef KNOWN
};

enum { FIELDS = sizeof fields / sizeof fields[0] };

static const char *name_of_field(size_t i, const void *none)
{
    enum { SUBJECTS = sizeof subjects / sizeof subjects[0] };

    (void)none;
    if (i < SUBJECTS)
        return subjects[i].name;
    return i - SUBJECTS < FIELDS ? fields[i - SUBJECTS].key : NULL;
}

/* Fields of the table by name; others only with a namespace, or by field("name"), so that a
 * misspelt name is found. */
static bool name_field(struct parser *p, struct test *t, pc_str name, bool any_name)
{
    const char *nearest;
    char why[120];

    t->subject = FIELD;
    t->key = name;
    t->repeats = true;
    t->type = TEXT;
    for (size_t i = 0; i < FIELDS; i++) {
        if (!pc_eq(name, fields[i].key))
            continue;
        t->repeats = fields[i].repeats;
        t->type = fields[i].holds == PC_HOLDS_NUMBER ? NUMBER
                  : fields[i].holds == PC_HOLDS_DATE ? DATE
                                                     : TEXT;
        return true;
    }
    if (any_name || memchr(name.p, ':', name.n) != NULL)
        return true;
    nearest = pc_nearest_name(name, name_of_field, NULL);
    snprintf(why, sizeof why, "this is no field of a record; %s%s",
             nearest != NULL ? "the nearest is " : "a custom field is written field(\"name\")",
             nearest != NULL ? nearest : "");
    fail(p, name, why);
    return false;
}

/* FIELD "(" ... ")" behind a word such as has. */
static bool read_parentheses(struct parser *p, struct test *t, bool string)
{
    if (!take_mark(p, "(")) {
        fail_at_token(p, "here a ( must stand");
        return false;
    }
    if (!string && take_word(p, "field")) {
        if (!read_parentheses(p, t, true))
            return false;
    } else if (p->token.kind != (string ? TOKEN_STRING : TOKEN_WORD)) {
        fail_at_token(p, string ? "here the name of a field must stand, in quotes"
                                : "here the name of a field must stand");
        return false;
    } else if (!name_field(p, t, p->token.text, string)) {
        return false;
    } else {
        advance(p);
    }
    if (!take_mark(p, ")")) {
        fail_at_token(p, "here a ) must stand");
        return false;
    }
    return true;
}

static bool read_subject(struct parser *p, struct test *t)
{
    if (p->token.kind != TOKEN_WORD) {
        fail_at_token(p, "here the name of a field must stand");
        return false;
    }
    if (take_word(p, "count")) {
        if (!read_parentheses(p, t, false))
            return false;
        t->subject = COUNT;
        t->type = NUMBER;
        return true;
    }
    if (take_word(p, "field"))
        return read_parentheses(p, t, true);
    for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++) {
        if (take_word(p, subjects[i].name)) {
            t->subject = subjects[i].subject;
            t->type = subjects[i].type;
            return true;
        }
    }
    if (!name_field(p, t, p->token.text, false))
        return false;
    advance(p);
    return true;
}

static bool read_operator(struct parser *p, struct test *t)
{
    static const struct {
        const char *mark;
        enum operator operator;
    } operators[] = { { "=", EQUAL },   { "==", EQUAL },         { "!=", UNEQUAL },
                      { "<", LESS },    { "<=", LESS_EQUAL },    { ">", GREATER },
                      { "~", MATCHES }, { ">=", GREATER_EQUAL }, { "!~", DIFFERS } };

    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
        if (take_mark(p, operators[i].mark)) {
            t->operator= operators[i].operator;
            return true;
        }
    }
    if (take_word(p, "in")) {
        t->operator= IN;
        return true;
    }
    fail_at_token(p, "here = != < <= > >= ~ !~ or in must stand");
    return false;
}

static size_t read_comparison(struct parser *p)
{
    struct test t = { .operator= EQUAL };

    t.all = take_word(p, "all");
    if (!t.all)
        take_word(p, "any");
    if (!read_subject(p, &t) || !read_operator(p, &t))
        return 0;
    if (t.type == NUMBER && (t.operator== MATCHES || t.operator== DIFFERS)) {
        if (t.subject != FIELD)
            return fail_at_token(p, "a number is compared by = != < <= > >=");
        t.type = TEXT;
    }
    t.first = p->c->value_count;
    if (t.operator!= IN) {
        read_value(p, &t);
    } else if (!take_mark(p, "(")) {
        return fail_at_token(p, "here a ( must stand");
    } else {
        do
            read_value(p, &t);
        while (take_mark(p, ","));
        if (!take_mark(p, ")"))
            return fail_at_token(p, "here a , or a ) must stand");
    }
    t.count = p->c->value_count - t.first;
    return add_test(p, &t);
}

static size_t read_condition(struct parser *p);

static size_t read_test(struct parser *p)
{
    struct test has = { .operator= HAS };
    size_t node;

    if (++p->depth > DEEPEST)
        return fail_at_token(p, "the condition is nested too deep");
    if (take_word(p, "not")) {
        node = add_node(p, NOT, read_test(p), 0);
    } else if (take_mark(p, "(")) {
        node = read_condition(p);
        if (!take_mark(p, ")"))
            fail_at_token(p, "here and, or, or a ) must stand");
    } else if (take_word(p, "has")) {
        node = read_parentheses(p, &has, false) ? add_test(p, &has) : 0;
    } else {
        node = read_comparison(p);
    }
    p->depth--;
    return node;
}

static size_t read_part(struct parser *p)
{
    size_t node = read_test(p);

    while (take_word(p, "and")) {
        const size_t right = read_test(p);

        node = add_node(p, AND, node, right);
    }
    return node;
}

static size_t read_condition(struct parser *p)
{
    size_t node = read_part(p);

    while (take_word(p, "or")) {
        const size_t right = read_part(p);

        node = add_node(p, OR, node, right);
    }
    return node;
}

/* ---- the whole ------------------------------------------------------------------- */

/* Strings with a \ were read into STRINGS, which moved while it grew. */
static void settle_strings(struct condition *c)
{
    for (size_t i = 0; i < c->value_count; i++) {
        struct value *v = &c->values[i];

        if (v->text.p == NULL)
            v->text = pc_s(c->strings.p + v->text.n);
    }
}

int condition_parse(struct condition *c, pc_str text, pc_stage *stage)
{
    struct parser p = { .c = c, .text = text, .rest = text, .stage = stage };

    if (text.n > LONGEST)
        return pc_fatal(stage, pc_none(), "bad-option", "if: a condition has at most %d characters",
                        LONGEST);
    advance(&p);
    c->root = read_condition(&p);
    if (p.token.kind != TOKEN_END)
        fail_at_token(&p, "here and, or, or the end must stand");
    if (p.failed) {
        condition_free(c);
        return PC_FATAL;
    }
    settle_strings(c);
    c->limits = pcre2_match_context_create(NULL);
    if (c->limits == NULL)
        abort();
    pcre2_set_match_limit(c->limits, MATCH_LIMIT);
    return PC_OK;
}

void condition_free(struct condition *c)
{
    for (size_t i = 0; i < c->value_count; i++)
        pcre2_code_free(c->values[i].pattern);
    pcre2_match_context_free(c->limits);
    free(c->nodes);
    free(c->tests);
    free(c->values);
    pc_text_free(&c->strings);
    *c = (struct condition){ .nodes = NULL };
}
