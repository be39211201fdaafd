/* words.c - a set of the words of a text. */
#include "words.h"

/* Letters and digits; other bytes than ASCII count as letters, save the general
 * punctuation (U+2000 to U+203F: quotes and dashes). */
static bool is_word_at(pc_str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];

    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (c == 0xe2)
        return i + 1 >= s.n || (unsigned char)s.p[i + 1] != 0x80;
    if (i >= 1 && (unsigned char)s.p[i - 1] == 0xe2)
        return c != 0x80;
    return i < 2 || (unsigned char)s.p[i - 2] != 0xe2 || (unsigned char)s.p[i - 1] != 0x80;
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

static uint32_t hash_of(pc_str word)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (size_t i = 0; i < word.n; i++) {
        unsigned char c = (unsigned char)word.p[i];

        hash = (hash ^ (c >= 'A' && c <= 'Z' ? c | 0x20u : c)) * 16777619u;
    }
    return hash == 0 ? 1 : hash;
}

static bool has_capital(pc_str word)
{
    return word.n != 0 && word.p[0] >= 'A' && word.p[0] <= 'Z';
}

/* A word with a capital has the last bit set: both are separate members. */
static uint32_t member_of(uint32_t hash, bool capital)
{
    return capital ? hash | 1u : (hash & ~1u) == 0 ? 2 : hash & ~1u;
}

static uint32_t slot_of(const struct words *words, uint32_t member)
{
    uint32_t slot = (member >> 1) % WORDS_SLOTS;

    while (words->slots[slot] != 0 && words->slots[slot] != member)
        slot = (slot + 1) % WORDS_SLOTS;
    return slot;
}

static void insert(struct words *words, pc_str word)
{
    uint32_t member = member_of(hash_of(word), has_capital(word));
    uint32_t slot = slot_of(words, member);

    words->count += words->slots[slot] == 0;
    words->slots[slot] = member;
}

void words_read(struct words *words, pc_str text)
{
    if (words->count != 0)
        memset(words, 0, sizeof *words);
    for (size_t i = 0, start = 0; i <= text.n && words->count < WORDS_MOST; i++) {
        if (i < text.n && is_word_at(text, i))
            continue;
        if (i > start)
            insert(words, pc_sub(text.p + start, i - start));
        start = i + 1;
    }
}

static int occurrence(const struct words *words, pc_str word)
{
    uint32_t hash = hash_of(word);
    int how = 0;

    if (words->slots[slot_of(words, member_of(hash, false))] != 0)
        how |= WORDS_SMALL;
    if (words->slots[slot_of(words, member_of(hash, true))] != 0)
        how |= WORDS_CAPITAL;
    return how;
}

int words_find(const struct words *words, pc_str word)
{
    enum { LONGEST = 64 };
    char plural[LONGEST + 1];
    int how;

    if (word.n == 0 || word.n > LONGEST)
        return 0;
    how = occurrence(words, word);
    if (how != 0 || word.n < 4)
        return how;
    if (pc_ends(word, "s"))
        return occurrence(words, pc_sub(word.p, word.n - 1));
    memcpy(plural, word.p, word.n);
    plural[word.n] = 's';
    return occurrence(words, pc_sub(plural, word.n + 1));
}
