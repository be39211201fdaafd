/* key_template.c - a template while it is read. */
#include "key_template.h"

#include <stdlib.h>

#include "ascii.h"
#include "key_own.h"
#include "key_words.h"

enum { LONGEST_NAME = 24, MOST_CHANGES = 3, HIGHEST = 9999 };

struct pc_key_piece *pc_key_push(struct pc_key_template *t, enum pc_key_op op)
{
    struct pc_key_piece *piece;

    if (t->count == t->room) {
        t->room = t->room != 0 ? t->room * 2 : 8;
        t->pieces = realloc(t->pieces, t->room * sizeof *t->pieces);
        if (t->pieces == NULL)
            abort();
    }
    piece = &t->pieces[t->count++];
    memset(piece, 0, sizeof *piece);
    piece->op = (unsigned char)op;
    return piece;
}

struct pc_key_piece *pc_key_push_name(struct pc_key_template *t, const struct pc_key_name *name)
{
    bool filter = name->what >= PC_KEY_LOWER;
    struct pc_key_piece *piece = pc_key_push(t, filter ? PC_KEY_FILTER : PC_KEY_PART);

    piece->what = name->what;
    piece->role = name->role;
    piece->names_record = name->names_record;
    piece->n = name->n;
    piece->m = name->m;
    piece->text = pc_s(name->text);
    piece->text2 = pc_s(name->separator);
    if (filter)
        piece->run = pc_key_run_filter;
    else if (name->what <= PC_KEY_OWN_HASH)
        piece->run = pc_key_own((enum pc_key_what)name->what);
    else if (name->what <= PC_KEY_NAMES)
        piece->run = pc_key_run_people;
    else
        piece->run = name->what < PC_KEY_YEAR ? pc_key_run_title : pc_key_run_field;
    return piece;
}

/* ---- errors -------------------------------------------------------------------------- */

/* How many letters must change, come or go to make B of A, ignoring case. */
static int changes_between(pc_str a, const char *b)
{
    int row[LONGEST_NAME + 1], n = (int)strlen(b);

    for (int j = 0; j <= n; j++)
        row[j] = j;
    for (int i = 0; i < (int)a.n; i++) {
        int corner = row[0]++;

        for (int j = 0; j < n; j++) {
            int change = corner + (pc_ascii_lower(a.p[i]) != pc_ascii_lower(b[j]));
            int least = row[j] < row[j + 1] ? row[j] + 1 : row[j + 1] + 1;

            corner = row[j + 1];
            row[j + 1] = change < least ? change : least;
        }
    }
    return row[n];
}

static const char *nearest_name(pc_str name, const char *(*name_at)(size_t))
{
    int least = MOST_CHANGES + 1;
    const char *nearest = NULL, *candidate;

    if (name_at == NULL || name.n > LONGEST_NAME)
        return NULL;
    for (size_t i = 0; (candidate = name_at(i)) != NULL; i++) {
        int changes = strlen(candidate) <= LONGEST_NAME ? changes_between(name, candidate) : least;

        if (changes < least && changes < (int)name.n) {
            least = changes;
            nearest = candidate;
        }
    }
    return nearest;
}

/* Counts characters of UTF-8 from 1. */
static size_t place_of(const struct pc_key_template *t, pc_str at)
{
    size_t place = 1;

    for (const char *p = t->text.p; p < at.p; p++)
        place += ((unsigned char)*p & 0xC0) != 0x80;
    return place;
}

int pc_key_unknown(const struct pc_key_template *t, pc_str at, const char *kind,
                   const char *(*name_at)(size_t))
{
    const char *nearest = nearest_name(at, name_at);

    return pc_fatal(t->stage, pc_none(), "bad-option",
                    "keys=%.*s: '%.*s' at character %zu is not %s%s%s%s", PC_FMT(t->style),
                    PC_FMT(at), place_of(t, at), kind, nearest != NULL ? "; the nearest is '" : "",
                    nearest != NULL ? nearest : "", nearest != NULL ? "'" : "");
}

int pc_key_wrong(const struct pc_key_template *t, pc_str at, const char *why)
{
    const char *quote = at.n != 0 ? "'" : "";

    return pc_fatal(t->stage, pc_none(), "bad-option", "keys=%.*s: %s%.*s%s%sat character %zu: %s",
                    PC_FMT(t->style), quote, PC_FMT(at), quote, at.n != 0 ? " " : "",
                    place_of(t, at), why);
}

int pc_key_check_text(const struct pc_key_template *t, pc_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (!pc_key_allows(text.p[i]) && text.p[i] != ' ')
            return pc_key_wrong(t, text, "a key has letters, digits and : _ . + / - only");
    }
    return PC_OK;
}

bool pc_key_number(pc_str digits, int *number)
{
    *number = 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (!pc_ascii_digit(digits.p[i]) || *number > HIGHEST)
            return false;
        *number = *number * 10 + (digits.p[i] - '0');
    }
    return digits.n != 0 && *number <= HIGHEST;
}
