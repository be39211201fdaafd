/* keys.c - citation keys from templates. */
#include "paperconv/keys.h"

#include <stdlib.h>

#include "ascii.h"
#include "key_parts.h"
#include "key_table.h"

static const struct {
    const char *name, *template;
} styles[] = {
    { "authoryear", "[auth][year][title]" },
    { "zotero", "[auth]_[title]_[year]" },
    { "arxiv", "[arxiv]" },
    { "hash", "[hash]" },
};

/* A piece of a template: a part, or characters. */
struct pc_key_piece {
    const struct pc_key_part *part; /* NULL: characters */
    pc_str text;                    /* empty, and no part: the end */
};

static pc_str template_of(pc_str style)
{
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
        if (pc_eq(style, styles[i].name))
            return pc_s(styles[i].template);
    }
    return style;
}

/* Takes the next piece off a template: the name of a part, without its brackets, or the
 * characters up to the next part. */
static bool next_piece(pc_str *template, pc_str *piece, bool *is_part)
{
    pc_str rest = *template;
    const char *end;

    if (rest.n == 0)
        return false;
    end = memchr(rest.p, ']', rest.n);
    *is_part = rest.p[0] == '[' && end != NULL;
    if (*is_part) {
        *piece = pc_sub(rest.p + 1, (size_t)(end - rest.p) - 1);
        *template = pc_drop(rest, piece->n + 2);
    } else {
        end = memchr(rest.p + 1, '[', rest.n - 1);
        *piece = pc_sub(rest.p, end != NULL ? (size_t)(end - rest.p) : rest.n);
        *template = pc_drop(rest, piece->n);
    }
    return true;
}

static bool is_of_alphabet(pc_str piece)
{
    for (size_t i = 0; i < piece.n; i++) {
        char c = piece.p[i];

        if (!pc_ascii_digit(c) && !pc_ascii_letter(c) && (c == '\0' || strchr(":_.+/-", c) == NULL))
            return false;
    }
    return true;
}

static struct pc_key_piece *pieces_of(pc_str template)
{
    struct pc_key_piece *pieces = calloc(template.n + 1, sizeof *pieces), *p = pieces;
    bool is_part;

    if (pieces == NULL)
        abort();
    for (; next_piece(&template, &p->text, &is_part); p++)
        p->part = is_part ? pc_key_part(p->text) : NULL;
    return pieces;
}

int pc_keys_open(pc_keys *keys, pc_str style, pc_stage *stage)
{
    pc_str rest = template_of(style), piece;
    bool is_part, any = false;

    while (next_piece(&rest, &piece, &is_part)) {
        any = any || is_part;
        if (is_part && pc_key_part(piece) == NULL)
            return pc_fatal(stage, pc_none(), "bad-option",
                            "keys=%.*s: '[%.*s]' is no part of a key; the parts are [auth] [year] "
                            "[title] [shorttitle] [arxiv] [category] [hash]",
                            PC_FMT(style), PC_FMT(piece));
        if (!is_part && !is_of_alphabet(piece))
            return pc_fatal(stage, pc_none(), "bad-option",
                            "keys=%.*s: a key has letters, digits and : _ . + / - only",
                            PC_FMT(style));
    }
    if (!any)
        return pc_fatal(stage, pc_none(), "bad-option",
                        "keys=%.*s: no style and no template; use " PC_KEY_STYLES_HELP,
                        PC_FMT(style));
    keys->pieces = pieces_of(template_of(style));
    if (pc_eq(template_of(style), "[arxiv]"))
        keys->otherwise = pieces_of(template_of(pc_s("authoryear")));
    return PC_OK;
}

/* False when the record has no value for any part that distinguishes papers. */
static bool fill_template(pc_keys *keys, const struct pc_key_piece *piece, const pc_record *record)
{
    bool empty = false, wanted = false, found = false;

    keys->key.n = 0;
    for (; piece->text.n != 0 || piece->part != NULL; piece++) {
        size_t before = keys->key.n;

        if (piece->part != NULL) {
            piece->part->add(keys, record);
            empty = keys->key.n == before;
            wanted = wanted || piece->part->names_record;
            found = found || (piece->part->names_record && !empty);
        } else if (!empty) {
            pc_text_add(&keys->key, piece->text);
        }
    }
    return found || !wanted;
}

pc_str pc_keys_make(pc_keys *keys, const pc_record *record)
{
    bool found = fill_template(keys, keys->pieces, record) ||
                 (keys->otherwise != NULL && fill_template(keys, keys->otherwise, record));

    if (!found) {
        keys->key.n = 0;
        pc_text_puts(&keys->key, "anon-");
        pc_key_add_hash(keys, record, 8);
    }
    pc_key_table_take(keys, &keys->key);
    return pc_text_str(&keys->key);
}

void pc_keys_add(pc_keys *keys, pc_record *record)
{
    pc_set(record, PC_CITATION_KEY, pc_keys_make(keys, record));
}

void pc_keys_close(pc_keys *keys)
{
    free(keys->pieces);
    free(keys->otherwise);
    pc_key_table_free(keys);
    pc_text_free(&keys->key);
    pc_text_free(&keys->scratch);
}
