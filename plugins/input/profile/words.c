/* words.c - a set of the words of a text. */
#include "words.h"
#include "paperconv/scan.h"

enum { HEAD = 3 }; /* the letters of a word that choose its slot */

/* Other bytes than ASCII count as letters, save the general punctuation (U+2000 to
 * U+203F: quotes and dashes). */
static bool is_other_letter_at(pc_str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];

    if (c == 0xe2)
        return i + 1 >= s.n || (unsigned char)s.p[i + 1] != 0x80;
    if (i >= 1 && (unsigned char)s.p[i - 1] == 0xe2)
        return c != 0x80;
    return i < 2 || (unsigned char)s.p[i - 2] != 0xe2 || (unsigned char)s.p[i - 1] != 0x80;
}

/* Letters and digits. */
static inline bool is_word_at(pc_str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];

    if (c >= 0x80)
        return is_other_letter_at(s, i);
    return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

pc_str words_front(pc_str s)
{
    size_t n = 0;

    while (n < s.n && is_word_at(s, n))
        n++;
    return pc_sub(s.p, n);
}

pc_str words_end(pc_str s)
{
    size_t n = s.n;

    while (n > 0 && is_word_at(s, n - 1))
        n--;
    return pc_drop(s, n);
}

static unsigned char small(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static int kind_of(char initial)
{
    return initial >= 'A' && initial <= 'Z' ? WORDS_CAPITAL : WORDS_SMALL;
}

/* The slot of the words that begin as WORD does, in any case. */
static size_t slot_of(pc_str word)
{
    uint32_t head = (uint32_t)(unsigned char)word.p[0];

    if (word.n > 1)
        head |= (uint32_t)(unsigned char)word.p[1] << 8;
    if (word.n > 2)
        head |= (uint32_t)(unsigned char)word.p[2] << 16;
    return ((head | 0x202020) * 2654435761u) >> 22; /* Fibonacci hashing to 10 bits */
}

/* Whether no word goes on at AT. */
static bool ends_at(pc_str text, size_t at)
{
    return at >= text.n || !is_word_at(text, at);
}

/* What the word that begins at AT is: 0 STEM itself, 1 STEM and an s, -1 neither; in any
 * case. */
static int form_at(pc_str text, size_t at, pc_str stem)
{
    size_t end = at + stem.n;
    bool plural = end < text.n && small(text.p[end]) == 's';

    if (end > text.n || !ends_at(text, end + plural))
        return -1;
    for (size_t i = stem.n; i > 0; i--) {
        if (small(text.p[at + i - 1]) != small(stem.p[i - 1]))
            return -1;
    }
    return words_front(pc_drop(text, at)).n == stem.n + plural ? plural : -1;
}

/* How STEM, and STEM and an s, occur. */
static void look_up(const struct words *words, pc_str stem, int how[2])
{
    how[0] = how[1] = 0;
    for (size_t i = words->slots[slot_of(stem)]; i != 0; i = words->before[i]) {
        int form = form_at(words->text, words->at[i], stem);

        if (form >= 0)
            how[form] |= kind_of(words->text.p[words->at[i]]);
    }
}

/* Outside ASCII a letter may follow another, or a dash be taken for one. */
static bool begins_word(pc_str text, size_t at)
{
    unsigned char before = at > 0 ? (unsigned char)text.p[at - 1] : ' ';

    return ((unsigned char)text.p[at] | before) < 0x80 ||
           (is_word_at(text, at) && (at == 0 || !is_word_at(text, at - 1)));
}

static void insert(struct words *words, size_t at)
{
    pc_str text = words->text;
    size_t n = 1, slot;

    if (words->count == WORDS_MOST || !begins_word(text, at))
        return;
    while (n < HEAD && !ends_at(text, at + n))
        n++;
    slot = slot_of(pc_sub(text.p + at, n));
    words->count++;
    words->at[words->count] = (uint16_t)at;
    words->before[words->count] = words->slots[slot];
    words->slots[slot] = (uint16_t)words->count;
}

enum { STEP = 64 };

/* The letters at P: bit I is for P[I].  Beyond ASCII these are the first bytes of all
 * characters: more words seem to begin than do, but never fewer. */
static uint64_t letters_of(const unsigned char p[STEP])
{
    static const unsigned char bits[8] = { 1, 2, 4, 8, 16, 32, 64, 128 };
    unsigned char found[STEP];
    uint64_t mask, letters = 0;

    for (size_t i = 0; i < STEP; i++) { /* without branches: it becomes vector instructions */
        unsigned char letter = (unsigned char)((p[i] | 0x20) - 'a');
        unsigned char digit = (unsigned char)(p[i] - '0');

        found[i] = pc_scan_if(letter < 26) | pc_scan_if(digit < 10) | pc_scan_if(p[i] >= 0xc0);
    }
    memcpy(&mask, bits, sizeof mask);
    for (size_t i = 0; i < STEP; i += sizeof mask) {
        uint64_t eight;

        memcpy(&eight, found + i, sizeof eight);
        /* The product's first byte is the sum of eight bits, in either byte order. */
        letters |= ((eight & mask) * 0x0101010101010101u >> 56) << i;
    }
    return letters;
}

void words_read(struct words *words, pc_str text)
{
    uint64_t last = 0; /* whether the byte before the step is a letter */

    words->text = pc_sub(text.p, text.n < WORDS_TEXT ? text.n : WORDS_TEXT);
    if (words->count != 0)
        memset(words->slots, 0, sizeof words->slots);
    words->count = 0;
    for (size_t at = 0; at < words->text.n; at += STEP) {
        size_t n = words->text.n - at;
        unsigned char step[STEP] = { 0 };
        uint64_t letters, starts;

        memcpy(step, words->text.p + at, n < STEP ? n : STEP);
        letters = letters_of(step);
        for (starts = letters & ~(letters << 1 | last); starts != 0; starts &= starts - 1)
            insert(words, at + (size_t)__builtin_ctzll(starts));
        last = letters >> 63;
    }
}

bool words_may_split(const struct words *words, pc_str word)
{
    enum { LEFT = 2 }; /* of WORD, at least: no listed word is WORD itself */
    pc_str text = words->text;
    size_t i = word.n >= HEAD + LEFT ? words->slots[slot_of(word)] : 0;

    for (; i != 0; i = words->before[i]) {
        size_t at = words->at[i], same = 0;

        while (same < word.n - LEFT && at + same < text.n &&
               small(text.p[at + same]) == small(word.p[same]))
            same++;
        if (ends_at(text, at + same) || (same < word.n - LEFT && ends_at(text, at + same + 1)))
            return true;
    }
    return false;
}

int words_find(const struct words *words, pc_str word)
{
    enum { LONGEST = 64, HAS_PLURAL = 4 };
    bool plural = word.n >= HAS_PLURAL && pc_ends(word, "s");
    int how[2];

    if (word.n == 0 || word.n > LONGEST)
        return 0;
    look_up(words, pc_sub(word.p, word.n - plural), how);
    return how[plural] != 0 || word.n < HAS_PLURAL ? how[plural] : how[!plural];
}
