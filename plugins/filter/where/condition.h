/* condition.h - a condition that records meet or do not meet: `year >= 2023 and title ~ "nets"`. */
#ifndef PAPERCONV_WHERE_CONDITION_H
#define PAPERCONV_WHERE_CONDITION_H

#define PCRE2_CODE_UNIT_WIDTH 8

#include "paperconv/dates.h"
#include "paperconv/fields.h"
#include "paperconv/text.h"

#include <pcre2.h>

/* ---- words of a condition: lexer.c ---- */

enum token_kind {
    TOKEN_END,
    TOKEN_WORD,   /* title, and, arxiv_id, author.family, bibtex:note */
    TOKEN_NUMBER, /* 2023, -1.5 */
    TOKEN_STRING, /* "..." or '...', in which \ makes the next character a part of it */
    TOKEN_MARK,   /* = != < <= > >= ~ !~ ( ) , */
    TOKEN_WRONG
};

struct token {
    enum token_kind kind;
    pc_str text; /* of the condition; of a string what is between the quotes */
};

/* Takes the next token off the front of REST. */
struct token token_next(pc_str *rest);
/* Appends what the string TEXT stands for to OUT. */
void token_unescape(pc_text *out, pc_str text);

/* ---- the parsed condition ---- */

enum type { TEXT, NUMBER, DATE };

enum subject { /* what a test looks at */
               FIELD,
               COUNT, /* how many values a field has */
               YEAR,
               MONTH,
               DAY,
               DOCUMENT,
               MEMBER,
               LINE
};

enum operator{
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    MATCHES,
    DIFFERS,
    IN,
    HAS
};

struct value { /* to compare with */
    pc_str text;
    double number;
    pc_edtf date;
    pcre2_code *pattern;
};

struct test {
    enum subject subject;
    enum type type;
    enum operator operator;
    bool repeats; /* the field may have several values */
    bool all;     /* every one must compare, not any */
    pc_str key;
    size_t first, count; /* of the values */
};

enum node_kind { TEST, NOT, AND, OR };

struct node {
    enum node_kind kind;
    size_t left, right; /* nodes; a test has its number in LEFT */
};

struct condition {
    struct node *nodes;
    struct test *tests;
    struct value *values;
    size_t node_count, test_count, value_count, root;
    pc_text strings; /* of the values */
    pcre2_match_context *limits;
};

/* All-zero CONDITION becomes TEXT, which must live as long.  PC_FATAL after saying what is wrong. */
int condition_parse(struct condition *c, pc_str text, pc_stage *stage);
void condition_free(struct condition *c);

/* ---- evaluate.c ---- */

struct evaluation { /* of a condition for one record */
    const struct condition *condition;
    bool gave_up; /* a pattern needed more steps than the limit */
};

/* Whether RECORD meets C; C does not change.  Sets *GAVE_UP when a pattern is too costly for a value. */
bool condition_holds(const struct condition *c, const pc_record *record, bool *gave_up);

#endif
