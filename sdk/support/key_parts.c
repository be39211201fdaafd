/* key_parts.c - what a record gives for the parts of a key. */
#include "key_parts.h"

#include "key_table.h"
#include "latin.h"
#include "paperconv/dates.h"
#include "paperconv/names.h"
#include "paperconv/tex.h"

enum { LONGEST_WORD = 40, SHORT_TITLE = 3 };

/* They say nothing about a paper. */
static const char *const stop_words[] = {
    "a",      "about",   "am",    "an",   "and",   "are",   "as",      "at",   "based",
    "be",     "by",      "can",   "do",   "does",  "for",   "from",    "how",  "in",
    "into",   "is",      "it",    "its",  "of",    "on",    "onto",    "or",   "our",
    "over",   "some",    "than",  "that", "the",   "their", "then",    "this", "to",
    "toward", "towards", "under", "upon", "using", "via",   "we",      "what", "when",
    "where",  "which",   "while", "why",  "will",  "with",  "without",
};

static bool is_stop_word(pc_str word)
{
    for (size_t i = 0; i < sizeof stop_words / sizeof stop_words[0]; i++) {
        if (pc_eq(word, stop_words[i]))
            return true;
    }
    return false;
}

static bool is_inside_word(uint32_t rune)
{
    return rune == '\'' || rune == 0x2019 || pc_latin_accent(rune) != NULL ||
           pc_latin_role(rune) == PC_LATIN_ZERO_WIDTH;
}

/* Appends the first word of *S, in small ASCII letters, and drops it from *S;
 * false when no word is left. */
static bool add_word(pc_text *out, pc_str *s)
{
    size_t start = out->n, n;
    char one[2];

    for (; s->n != 0; *s = pc_drop(*s, n)) {
        uint32_t rune = pc_rune(*s, &n);
        const char *ascii = pc_latin_ascii(rune, one);

        if (ascii == NULL && is_inside_word(rune))
            continue;
        if (ascii == NULL && out->n > start)
            break;
        for (; ascii != NULL && *ascii != '\0' && out->n - start < LONGEST_WORD; ascii++)
            pc_text_putc(out, (char)(*ascii >= 'A' && *ascii <= 'Z' ? *ascii + 32 : *ascii));
    }
    return out->n > start;
}

/* Appends the first MOST significant words of S; the very first when none is. */
static void add_words(pc_text *out, pc_str s, int most)
{
    size_t bare = out->n;
    pc_str rest = s;
    int count = 0;

    while (count < most) {
        size_t start = out->n;

        if (!add_word(out, &rest))
            break;
        if (is_stop_word(pc_sub(out->p + start, out->n - start)))
            out->n = start;
        else
            count++;
    }
    if (out->n == bare)
        add_word(out, &s);
}

static pc_str readable(pc_keys *keys, const pc_record *record, pc_str text)
{
    bool tex = pc_markup_read(pc_get(record, PC_MARKUP, 0)) == PC_TEX;

    if (!tex || text.n == 0 || (!memchr(text.p, '\\', text.n) && !memchr(text.p, '{', text.n)))
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
    family = readable(keys, record, name.family);
    if (name.whole) {
        add_words(&keys->key, family, 1);
        return;
    }
    while (add_word(&keys->key, &family))
        ;
}

static void add_year(pc_keys *keys, const pc_record *record)
{
    char year[8];
    pc_date date;

    if (pc_date_parse(pc_get(record, PC_DATE, 0), &date) && date.year != 0) {
        snprintf(year, sizeof year, "%04d", date.year % 10000);
        pc_text_puts(&keys->key, year);
    } else {
        pc_text_puts(&keys->key, "nd");
    }
}

static void add_title(pc_keys *keys, const pc_record *record)
{
    add_words(&keys->key, readable(keys, record, pc_get(record, PC_TITLE, 0)), 1);
}

static void add_short_title(pc_keys *keys, const pc_record *record)
{
    add_words(&keys->key, readable(keys, record, pc_get(record, PC_TITLE, 0)), SHORT_TITLE);
}

static void add_plain(pc_keys *keys, pc_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char one[2], c = s.p[i];

        if (c > 0 && (pc_latin_ascii((uint32_t)c, one) != NULL || strchr(":_.+/-", c) != NULL))
            pc_text_putc(&keys->key, c);
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
    static const struct pc_key_part parts[] = {
        { "auth", true, add_auth },   { "year", false, add_year },
        { "title", true, add_title }, { "shorttitle", true, add_short_title },
        { "arxiv", true, add_arxiv }, { "category", true, add_category },
        { "hash", true, add_hash },
    };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (pc_eq(name, parts[i].name))
            return &parts[i];
    }
    return NULL;
}
