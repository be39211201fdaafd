/* keys.c - citation keys from templates. */
#include "paperconv/keys.h"

#include <stdlib.h>

#include "key_own.h"
#include "key_table.h"
#include "key_template.h"
#include "key_words.h"

enum { LONGEST_TEMPLATE = 2000, DEEPEST = 16 };

static const struct {
    const char *name, *template;
} styles[] = {
    { "source", "[auth][year][title]" }, /* for records without a key */
    { "authoryear", "[auth][year][title]" },
    { "zotero", "[auth]_[title]_[year]" },
    { "arxiv", "[arxiv]" },
    { "hash", "[hash]" },
};

static pc_str template_of(pc_str style)
{
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
        if (pc_eq(style, styles[i].name))
            return pc_s(styles[i].template);
    }
    return style;
}

/* ---- opening ------------------------------------------------------------------------- */

static bool has_part(const struct pc_key_template *t)
{
    for (size_t i = 0; i < t->count; i++) {
        if (t->pieces[i].op == PC_KEY_PART)
            return true;
    }
    return false;
}

/* The template of STYLE as pieces; *STATUS is what to return to the host. */
static struct pc_key_piece *read_template(pc_str style, pc_stage *stage, int *status)
{
    struct pc_key_template t = { .style = style, .text = template_of(style), .stage = stage };

    if (t.text.n > LONGEST_TEMPLATE)
        *status = pc_fatal(stage, pc_none(), "bad-option",
                           "keys: a template has at most %d characters", LONGEST_TEMPLATE);
    else if (t.text.n != 0 && memchr(t.text.p, '[', t.text.n) != NULL)
        *status = pc_key_read_brackets(&t);
    else if (t.text.n != 0)
        *status = pc_key_read_formula(&t);
    else
        *status = PC_OK;
    if (*status == PC_OK && !has_part(&t))
        *status =
            pc_fatal(stage, pc_none(), "bad-option",
                     "keys=%.*s: no style and no template; use " PC_KEY_STYLES_HELP, PC_FMT(style));
    pc_key_push(&t, PC_KEY_END);
    return t.pieces;
}

int pc_keys_open(pc_keys *keys, pc_str style, pc_stage *stage)
{
    int status;

    pc_text_room(&keys->key, 1); /* so that it has an address also while it is empty */
    keys->keeps = pc_eq(style, "source");
    keys->pieces = read_template(style, stage, &status);
    if (status == PC_OK && pc_eq(template_of(style), "[arxiv]"))
        keys->otherwise = read_template(pc_s("authoryear"), stage, &status);
    if (status != PC_OK)
        pc_keys_close(keys);
    return status;
}

/* ---- making a key -------------------------------------------------------------------- */

static void keep_allowed(pc_text *key, size_t start)
{
    size_t to = start;

    for (size_t i = start; i < key->n; i++) {
        if (pc_key_allows(key->p[i]))
            key->p[to++] = key->p[i];
    }
    key->n = to;
}

static bool is_empty(const pc_text *key, size_t start)
{
    while (start < key->n && !pc_key_allows(key->p[start]))
        start++;
    return start == key->n;
}

/* The piece where the group of PIECE goes on: its next alternative, if ALTERNATIVES, or its end. */
static const struct pc_key_piece *skip_to(const struct pc_key_piece *piece, bool alternatives)
{
    int depth = 0;

    for (piece++;
         depth > 0 || (piece->op != PC_KEY_CLOSE && !(alternatives && piece->op == PC_KEY_NEXT));
         piece++) {
        if (piece->op == PC_KEY_END)
            return piece - 1;
        depth += (piece->op == PC_KEY_OPEN) - (piece->op == PC_KEY_CLOSE);
    }
    return piece;
}

struct filling {
    size_t starts[DEEPEST]; /* where the open groups begin in the key */
    int depth;
    size_t start; /* where the part, text or group that was made last begins */
};

/* Runs a piece of a formula that is no part and no text, and returns the last one that is done. */
static const struct pc_key_piece *run_group(pc_keys *keys, const struct pc_key_piece *piece,
                                            struct filling *f)
{
    switch (piece->op) {
    case PC_KEY_OPEN:
        f->starts[f->depth++] = keys->key.n;
        return piece;
    case PC_KEY_NEXT:
        if (!is_empty(&keys->key, f->starts[f->depth - 1]))
            return skip_to(piece, false) - 1;
        keys->key.n = f->starts[f->depth - 1];
        return piece;
    default:
        f->start = f->starts[--f->depth];
        return piece;
    }
}

/* After a piece that failed: empties the alternative that it is in. */
static const struct pc_key_piece *give_up(pc_keys *keys, const struct pc_key_piece *piece,
                                          const struct filling *f)
{
    keys->key.n = f->starts[f->depth - 1];
    return skip_to(piece, true) - 1;
}

/* False when the record has no value for any part that distinguishes papers. */
static bool fill_template(pc_keys *keys, const struct pc_key_piece *piece, const pc_record *record)
{
    struct filling f;
    bool wanted = false, found = false;

    keys->key.n = 0;
    f.depth = 0;
    f.start = 0;
    for (;; piece++) {
        switch (piece->op) {
        case PC_KEY_END:
            return keys->key.n != 0 && (found || !wanted);
        case PC_KEY_PART:
            f.start = keys->key.n;
            if (!piece->run(keys, record, piece, f.start)) {
                piece = give_up(keys, piece, &f);
                break;
            }
            wanted = wanted || piece->names_record;
            found = found || (piece->names_record && keys->key.n != f.start);
            break;
        case PC_KEY_JOINT:
            if (keys->key.n != f.start)
                pc_text_add(&keys->key, piece->text);
            break;
        case PC_KEY_TEXT:
            f.start = keys->key.n;
            pc_text_add(&keys->key, piece->text);
            break;
        case PC_KEY_FILTER:
            if (!piece->run(keys, record, piece, f.start))
                piece = give_up(keys, piece, &f);
            break;
        case PC_KEY_CLEAN:
            keep_allowed(&keys->key, f.start);
            break;
        default:
            piece = run_group(keys, piece, &f);
            break;
        }
    }
}

/* BibTeX, biber and LaTeX take anything but these for a part of a key. */
static bool is_key_byte(char c)
{
    return (unsigned char)c > ' ' && c != 0x7F && strchr("\"#%'(),={}\\~", c) == NULL;
}

/* The key that the source gives, without what no key may have.  False when nothing is left. */
static bool take_source_key(pc_keys *keys, pc_str given)
{
    keys->key.n = 0;
    for (size_t i = 0; i < given.n; i++) {
        if (is_key_byte(given.p[i]))
            pc_text_putc(&keys->key, given.p[i]);
    }
    return keys->key.n != 0;
}

/* GIVEN is the key of the source, absent when it has none or it does not count. */
static pc_str make_key(pc_keys *keys, const pc_record *record, pc_str given)
{
    bool found = (given.n != 0 && take_source_key(keys, given)) ||
                 fill_template(keys, keys->pieces, record) ||
                 (keys->otherwise != NULL && fill_template(keys, keys->otherwise, record));

    if (!found) {
        keys->key.n = 0;
        pc_text_puts(&keys->key, "anon-");
        pc_key_add_hash(keys, record, 8);
    }
    pc_key_table_take(keys, &keys->key);
    return pc_text_str(&keys->key);
}

static pc_str source_key(const pc_keys *keys, const pc_record *record)
{
    return keys->keeps ? pc_get(record, PC_CITATION_KEY, 0) : pc_none();
}

pc_str pc_keys_make(pc_keys *keys, const pc_record *record)
{
    return make_key(keys, record, source_key(keys, record));
}

void pc_keys_add(pc_keys *keys, pc_record *record)
{
    const pc_str given = source_key(keys, record);
    const pc_str key = make_key(keys, record, given);

    if (given.n == 0) {
        pc_set(record, PC_CITATION_KEY, key);
    } else if (!pc_same(given, key)) {
        pc_warn(record, given, "key-changed",
                "the entry has the key '%.*s', because '%.*s' is taken or has characters that no "
                "citation key may have",
                PC_FMT(key), PC_FMT(given));
        pc_set(record, PC_CITATION_KEY, key);
    }
}

void pc_keys_close(pc_keys *keys)
{
    free(keys->pieces);
    free(keys->otherwise);
    pc_key_table_free(keys);
    pc_text_free(&keys->key);
    pc_text_free(&keys->scratch);
    memset(keys, 0, sizeof *keys); /* after a template that is wrong it is closed twice */
}
