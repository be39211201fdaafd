/* key_parts.c - the parts of a key, made from a record. */
#include "key_parts.h"

#include "key_table.h"
#include "paperconv/dates.h"
#include "paperconv/names.h"
#include "paperconv/tex.h"
#include "tex/latin.h"

enum { LONGEST_WORD = 40, LONGEST_STOP_WORD = 8, LETTER_WORDS = 10, SHORT_TITLE = 3 };

struct word {
    char p[LONGEST_WORD + LONGEST_STOP_WORD]; /* N bytes, followed by zeros */
    size_t n;
};

/* Words that say nothing about a paper, by their first letter. */
/* clang-format off */
static const char stop_words[26][LETTER_WORDS][LONGEST_STOP_WORD] = {
    ['a' - 'a'] = { "a", "about", "am", "an", "and", "are", "as", "at" },
    ['b' - 'a'] = { "based", "be", "by" },
    ['c' - 'a'] = { "can" },
    ['d' - 'a'] = { "do", "does" },
    ['f' - 'a'] = { "for", "from" },
    ['h' - 'a'] = { "how" },
    ['i' - 'a'] = { "in", "into", "is", "it", "its" },
    ['o' - 'a'] = { "of", "on", "onto", "or", "our", "over" },
    ['s' - 'a'] = { "some" },
    ['t' - 'a'] = { "than", "that", "the", "their", "then", "this", "to", "toward", "towards" },
    ['u' - 'a'] = { "under", "upon", "using" },
    ['v' - 'a'] = { "via" },
    ['w' - 'a'] = { "we", "what", "when", "where", "which", "while", "why", "will", "with",
                    "without" },
};
/* clang-format on */

static bool is_stop_word(const struct word *w)
{
    size_t letter = (size_t)(w->p[0] - 'a');

    if (w->n > LONGEST_STOP_WORD || letter >= 26)
        return false;
    for (size_t i = 0; i < LETTER_WORDS && stop_words[letter][i][0] != '\0'; i++) {
        if (memcmp(w->p, stop_words[letter][i], LONGEST_STOP_WORD) == 0)
            return true;
    }
    return false;
}

static bool is_inside_word(uint32_t rune)
{
    if (rune < 0x80)
        return rune == '\'';
    return rune == 0x2019 || pc_latin_accent(rune) != NULL ||
           pc_latin_role(rune) == PC_LATIN_ZERO_WIDTH;
}

/* C is a letter or a digit; digits have the lower-case bit set. */
static void add_small(struct word *w, char c)
{
    if (w->n < LONGEST_WORD)
        w->p[w->n++] = (char)(c | 0x20);
}

/* Takes the first word off *S, in lower-case ASCII; false when no word is left. */
static bool next_word(struct word *w, pc_str *s)
{
    pc_str rest = *s;
    char one[2];
    size_t n;

    for (w->n = 0; rest.n != 0; rest = pc_drop(rest, n)) {
        uint32_t rune = pc_latin_rune(rest, &n);
        const char *ascii;

        if (pc_latin_is_ascii(rune)) {
            add_small(w, (char)rune);
        } else if (rune >= 0x80 && (ascii = pc_latin_ascii(rune, one)) != NULL) {
            for (; *ascii != '\0'; ascii++)
                add_small(w, *ascii);
        } else if (w->n != 0 && !is_inside_word(rune)) {
            break;
        }
    }
    *s = rest;
    memset(w->p + w->n, 0, LONGEST_STOP_WORD);
    return w->n != 0;
}

static void add_word(pc_text *out, const struct word *w)
{
    pc_text_add(out, pc_sub(w->p, w->n));
}

/* Appends the first MOST significant words of S, or the first word when none is significant. */
static void add_words(pc_text *out, pc_str s, int most)
{
    pc_str rest = s;
    struct word w;
    int count = 0;

    while (count < most && next_word(&w, &rest)) {
        if (is_stop_word(&w))
            continue;
        add_word(out, &w);
        count++;
    }
    if (count == 0 && next_word(&w, &s))
        add_word(out, &w);
}

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
    struct word w;
    pc_name name;

    if (printed.n == 0)
        return;
    pc_name_split(printed, &name);
    family = plain_text(keys, record, name.family);
    if (name.whole) {
        add_words(&keys->key, family, 1);
        return;
    }
    while (next_word(&w, &family))
        add_word(&keys->key, &w);
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
    add_words(&keys->key, plain_text(keys, record, pc_get(record, PC_TITLE, 0)), 1);
}

static void add_short_title(pc_keys *keys, const pc_record *record)
{
    add_words(&keys->key, plain_text(keys, record, pc_get(record, PC_TITLE, 0)), SHORT_TITLE);
}

static void add_plain(pc_keys *keys, pc_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];

        if (c > 0 && (pc_latin_is_ascii((uint32_t)c) || strchr(":_.+/-", c) != NULL))
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
