/* key_parts.c - the parts of a key, made from a record. */
#include "key_parts.h"

#include "key_table.h"
#include "key_words.h"
#include "paperconv/dates.h"
#include "paperconv/names.h"
#include "paperconv/tex.h"

enum { SHORT_TITLE = 3 };

static pc_str plain_text(pc_keys *keys, const pc_record *record, pc_str text)
{
    if (text.n == 0 || (!memchr(text.p, '\\', text.n) && !memchr(text.p, '{', text.n)))
        return text;
    if (pc_markup_read(pc_get(record, PC_MARKUP, 0)) != PC_TEX)
        return text;
    keys->scratch.n = 0;
    pc_tex_decode(&keys->scratch, text);
    return pc_text_str(&keys->scratch);
}

static void add_auth(pc_keys *keys, const pc_record *record)
{
    pc_str printed = pc_get(record, PC_AUTHOR, 0), family;
    pc_name name;

    if (printed.n == 0)
        return;
    pc_name_split(printed, &name);
    family = plain_text(keys, record, name.family);
    if (name.whole)
        pc_key_add_words(&keys->key, family, 1);
    else
        pc_key_add_all_words(&keys->key, family);
}

static void add_year(pc_keys *keys, const pc_record *record)
{
    pc_str printed = pc_get(record, PC_DATE, 0); /* begins with the four digits of the year */
    pc_date date;
    bool known = pc_date_parse(printed, &date) && date.year != 0;

    pc_text_add(&keys->key, known ? pc_sub(printed.p, 4) : pc_s("nd"));
}

static void add_title(pc_keys *keys, const pc_record *record)
{
    pc_key_add_words(&keys->key, plain_text(keys, record, pc_get(record, PC_TITLE, 0)), 1);
}

static void add_short_title(pc_keys *keys, const pc_record *record)
{
    pc_key_add_words(&keys->key, plain_text(keys, record, pc_get(record, PC_TITLE, 0)),
                     SHORT_TITLE);
}

static void add_plain(pc_keys *keys, pc_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (pc_key_allows(s.p[i]))
            pc_text_putc(&keys->key, s.p[i]);
    }
}

static void add_arxiv(pc_keys *keys, const pc_record *record)
{
    add_plain(keys, pc_get(record, PC_ARXIV_ID, 0));
}

static void add_category(pc_keys *keys, const pc_record *record)
{
    add_plain(keys, pc_get(record, PC_CATEGORY, 0));
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

static void add_hash(pc_keys *keys, const pc_record *record)
{
    pc_key_add_hash(keys, record, 16);
}

const struct pc_key_part *pc_key_part(pc_str name)
{
#define NAME(name)            \
    {                         \
        name, sizeof name - 1 \
    }
    static const struct pc_key_part parts[] = {
        { NAME("auth"), true, add_auth },   { NAME("year"), false, add_year },
        { NAME("title"), true, add_title }, { NAME("shorttitle"), true, add_short_title },
        { NAME("arxiv"), true, add_arxiv }, { NAME("category"), true, add_category },
        { NAME("hash"), true, add_hash },
    };
#undef NAME

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (pc_same(name, parts[i].name))
            return &parts[i];
    }
    return NULL;
}
