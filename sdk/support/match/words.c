/* words.c - splits a text into normalised words and hashes them. */
#include "words.h"

#include "paperconv/text.h"

#include <utf8proc.h>

static const uint64_t fnv_offset = UINT64_C(0xCBF29CE484222325);
static const uint64_t fnv_prime = UINT64_C(0x100000001B3);

struct hashing {
    uint64_t hash;
    uint32_t letters;
    bool has_digit;
    char start[16]; /* the first letters; one that is not ASCII is '?' */
};

static void hash_rune(struct hashing *h, uint32_t rune)
{
    h->hash = (h->hash ^ rune) * fnv_prime;
    if (h->letters < sizeof h->start)
        h->start[h->letters] = (char)(rune < 0x80 ? rune : '?');
    h->letters++;
}

static void hash_spelling(struct hashing *h, const char *spelling)
{
    for (; *spelling != '\0'; spelling++)
        hash_rune(h, (unsigned char)*spelling);
}

/* The English names of the small Greek letters from U+03B1 on. */
static const char greek[][8] = {
    "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",   "theta", "iota",
    "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",    "rho",   "sigma",
    "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega",
};

/* Small Latin letters that NFKD does not decompose. */
static const char *latin_spelling(uint32_t rune)
{
    switch (rune) {
    case 0xE6:
        return "ae";
    case 0xF0:
    case 0x111:
        return "d";
    case 0xF8:
        return "o";
    case 0xFE:
        return "th";
    case 0x127:
        return "h";
    case 0x131:
        return "i";
    case 0x142:
        return "l";
    case 0x153:
        return "oe";
    default:
        return NULL;
    }
}

static void hash_folded(struct hashing *h, uint32_t rune)
{
    const utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    const bool number = category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
    const char *spelling = latin_spelling(rune);

    if (!number && !(category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO))
        return;
    h->has_digit |= number;
    if (rune - 0x3B1 < sizeof greek / sizeof greek[0])
        spelling = greek[rune - 0x3B1];
    if (spelling != NULL)
        hash_spelling(h, spelling);
    else
        hash_rune(h, rune);
}

static bool is_space(uint32_t rune)
{
    const utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);

    return rune == 0x85 || (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP);
}

/* Hashes the character at the start of TEXT, which is not ASCII, and stores its length; false when
 * it is white space. */
static bool hash_character(struct hashing *h, pc_str text, size_t *length)
{
    enum { LONGEST = 32 }; /* a code point becomes at most 18 */
    const utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    utf8proc_int32_t folded[LONGEST];
    const uint32_t rune = pc_rune(text, length);
    utf8proc_ssize_t n;

    if (is_space(rune))
        return false;
    n = utf8proc_decompose_char((utf8proc_int32_t)rune, folded, LONGEST, options, NULL);
    for (utf8proc_ssize_t i = 0; i < n && i < LONGEST; i++)
        hash_folded(h, (uint32_t)folded[i]);
    return true;
}

/* A letter in small, or a digit; 0 for any other character. */
static inline unsigned fold_ascii(unsigned char c)
{
    const unsigned small = c | 0x20U;

    if (small - 'a' < 26)
        return small;
    return c - (unsigned)'0' < 10 ? c : 0;
}

/* Hashes what is ASCII at the start of TEXT, up to white space if that ends the word, and returns the
 * rest.  On copies, because most of all text goes through here. */
static pc_str hash_ascii(struct hashing *h, pc_str text, bool up_to_space)
{
    uint64_t hash = h->hash;
    uint32_t letters = h->letters;
    bool has_digit = h->has_digit;
    size_t n = 0;

    for (; n < text.n && (unsigned char)text.p[n] < 0x80; n++) {
        const unsigned c = fold_ascii((unsigned char)text.p[n]);

        if (c == 0) {
            if ((unsigned char)text.p[n] <= ' ' && up_to_space)
                break;
            continue;
        }
        has_digit |= c < 'a';
        hash = (hash ^ c) * fnv_prime;
        if (letters < sizeof h->start)
            h->start[letters] = (char)c;
        letters++;
    }
    h->hash = hash;
    h->letters = letters;
    h->has_digit = has_digit;
    return pc_drop(text, n);
}

/* Hashes TEXT up to white space, or all of it, and returns the rest. */
static pc_str hash_text(struct hashing *h, pc_str text, bool up_to_space)
{
    while (text.n != 0) {
        size_t length = 1;
        bool space = true;

        text = hash_ascii(h, text, up_to_space);
        if (text.n == 0)
            break;
        if ((unsigned char)*text.p >= 0x80)
            space = !hash_character(h, text, &length);
        text = pc_drop(text, length);
        if (space && up_to_space)
            break;
    }
    return text;
}

/* True for I to XXXIX, in small letters. */
static bool is_roman(pc_str word)
{
    static const char *const ones[] = {
        "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"
    };
    size_t tens = 0;

    if (word.n > 7) /* xxxviii */
        return false;
    while (tens < 3 && tens < word.n && word.p[tens] == 'x')
        tens++;
    if (tens == word.n)
        return true;
    for (size_t i = 1; i < sizeof ones / sizeof ones[0]; i++)
        if (pc_eq(pc_drop(word, tens), ones[i]))
            return true;
    return false;
}

struct known_word {
    unsigned char length;
    char letters[15];
};
#define WORD(word)             \
    {                          \
        sizeof(word) - 1, word \
    }

static bool is_among(const struct hashing *h, const struct known_word *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (h->letters == words[i].length && h->start[0] == words[i].letters[0] &&
            memcmp(h->start, words[i].letters, h->letters) == 0)
            return true;
    return false;
}

/* True for a word that is the difference between a work and another one about it, or the next
 * part of it. */
static bool tells_apart(const struct hashing *h)
{
    static const struct known_word words[] = {
        WORD("addendum"),    WORD("comment"),    WORD("comments"),   WORD("corrigenda"),
        WORD("corrigendum"), WORD("correction"), WORD("errata"),     WORD("erratum"),
        WORD("part"),        WORD("rebuttal"),   WORD("rejoinder"),  WORD("reply"),
        WORD("response"),    WORD("retracted"),  WORD("retraction"), WORD("supplement"),
        WORD("withdrawal"),  WORD("withdrawn"),
    };

    switch (h->start[0]) { /* nearly all words are known by their first letter */
    case 'a':
    case 'c':
    case 'e':
    case 'p':
    case 'r':
    case 's':
    case 'w':
        return is_among(h, words, sizeof words / sizeof words[0]);
    case 'i':
    case 'v':
    case 'x':
        return is_roman(pc_sub(h->start, h->letters));
    default:
        return false;
    }
}

static bool withdraws(const struct hashing *h)
{
    static const struct known_word words[] = { WORD("retracted"), WORD("removed"),
                                               WORD("withdrawn") };

    return (h->start[0] == 'r' || h->start[0] == 'w') &&
           is_among(h, words, sizeof words / sizeof words[0]);
}

bool pc_word_next(pc_str *text, struct word *word)
{
    while (text->n != 0) {
        struct hashing h = { .hash = fnv_offset };

        *text = hash_text(&h, *text, true);
        if (h.letters == 0)
            continue;
        word->hash = (mix(h.hash) & ~UINT64_C(1)) | (uint64_t)tells_apart(&h);
        if (word->hash == 0)
            word->hash = 2; /* 0 means none */
        word->letters = h.letters;
        word->has_digit = h.has_digit;
        word->withdraws = withdraws(&h);
        return true;
    }
    return false;
}

uint64_t pc_hash_letters(uint64_t hash, pc_str text)
{
    struct hashing h = { .hash = hash == 0 ? fnv_offset : hash };

    hash_text(&h, text, false);
    return h.letters == 0 ? hash : h.hash;
}

uint64_t pc_hash_digits(pc_str text)
{
    uint64_t hash = 0;
    bool inside = false;

    for (size_t i = 0; i < text.n; i++) {
        const bool digit = text.p[i] >= '0' && text.p[i] <= '9';

        if (digit || inside)
            hash = mix(hash ^ (digit ? (unsigned char)text.p[i] : ' '));
        inside = digit;
    }
    return inside ? mix(hash ^ ' ') : hash;
}

uint64_t pc_hash_identifier(enum kind kind, pc_str id)
{
    uint64_t hash = fnv_offset;

    for (size_t i = 0; i < id.n; i++) {
        const char c = id.p[i];

        hash = (hash ^ (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c)) * fnv_prime;
    }
    return join_words(kind, &hash, 1);
}
