/* key_own.c - this program's own parts of a key. */
#include "key_own.h"

#include "key_people.h"
#include "key_table.h"
#include "key_words.h"

enum { SHORT_TITLE = 3 };

/* The functions of the parts have the parameters of pc_key_run, which they do not all need. */

static bool add_auth(pc_keys *keys, const pc_record *record, const struct pc_key_piece *piece,
                     size_t start)
{
    pc_name name;
    pc_str family;

    (void)piece;
    (void)start;
    if (!pc_key_first_person(record, &name))
        return true;
    family = pc_key_plain_text(keys, record, name.family);
    if (name.whole)
        pc_key_add_words(&keys->key, family, 1);
    else
        pc_key_add_all_words(&keys->key, family);
    return true;
}

static bool add_year(pc_keys *keys, const pc_record *record, const struct pc_key_piece *piece,
                     size_t start)
{
    pc_str printed = pc_get(record, PC_DATE, 0); /* begins with the four digits of the year */
    pc_date date;
    bool known = pc_key_date(printed, &date) && date.year != 0;

    (void)piece;
    (void)start;
    pc_text_add(&keys->key, known ? pc_sub(printed.p, 4) : pc_s("nd"));
    return true;
}

static bool add_title(pc_keys *keys, const pc_record *record, const struct pc_key_piece *piece,
                      size_t start)
{
    pc_str title = pc_key_plain_text(keys, record, pc_get(record, PC_TITLE, 0));

    (void)start;
    pc_key_add_words(&keys->key, title, piece->what == PC_KEY_OWN_TITLE ? 1 : SHORT_TITLE);
    return true;
}

static bool add_plain(pc_keys *keys, const pc_record *record, const struct pc_key_piece *piece,
                      size_t start)
{
    bool arxiv = piece->what == PC_KEY_OWN_ARXIV;
    pc_str s = pc_get(record, arxiv ? PC_ARXIV_ID : PC_CATEGORY, 0);

    (void)start;
    for (size_t i = 0; i < s.n; i++) {
        if (pc_key_allows(s.p[i]))
            pc_text_putc(&keys->key, s.p[i]);
    }
    return true;
}

void pc_key_add_hash(pc_keys *keys, const pc_record *record, int digits)
{
    pc_str key, value;
    uint64_t hash = 0x243F6A8885A308D3u;
    char text[17];

    for (size_t i = 0; pc_field(record, i, &key, &value); i++) {
        if (!pc_eq(key, PC_CITATION_KEY))
            hash = pc_key_hash(pc_key_hash(hash, key), value);
    }
    for (int i = 0; i < 16; i++)
        text[i] = "0123456789abcdef"[hash >> (60 - 4 * i) & 15];
    pc_text_add(&keys->key, pc_sub(text, (size_t)digits));
}

static bool add_hash(pc_keys *keys, const pc_record *record, const struct pc_key_piece *piece,
                     size_t start)
{
    (void)piece;
    (void)start;
    pc_key_add_hash(keys, record, 16);
    return true;
}

pc_key_run *pc_key_own(enum pc_key_what what)
{
    switch (what) {
    case PC_KEY_OWN_AUTH:
        return add_auth;
    case PC_KEY_OWN_YEAR:
        return add_year;
    case PC_KEY_OWN_TITLE:
    case PC_KEY_OWN_SHORT_TITLE:
        return add_title;
    case PC_KEY_OWN_ARXIV:
    case PC_KEY_OWN_CATEGORY:
        return add_plain;
    default:
        return add_hash;
    }
}
