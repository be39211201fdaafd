/* title_names.c - looks up a word in the table of names. */
#include "title_names.h"

#include "latin.h"
#include "tex_chars.h"

#include "name_table.h"

enum { LETTERS = 26 };

/* WORD without accents, without a NUL; 0: not a capital with small letters, or too long. */
static size_t fold_name(pc_str word, char folded[NAME_MOST + 1])
{
    size_t n = 0, length;

    if (word.n == 0 || word.n > 2 * NAME_MOST)
        return 0;
    for (; word.n != 0; word = pc_drop(word, length)) {
        uint32_t rune = pc_latin_rune(word, &length);
        char one[2];
        const char *ascii;

        if (rune >= 'a' && rune <= 'z' && n != 0 && n <= NAME_MOST) {
            folded[n++] = (char)rune;
            continue;
        }
        if (rune >= 0x80 &&
            (pc_latin_accent(rune) != NULL || pc_latin_role(rune) == PC_LATIN_ZERO_WIDTH))
            continue;
        ascii = pc_latin_ascii(rune, one);
        if (ascii == NULL || ascii[0] == '\0' || ascii[1] != '\0' || n > NAME_MOST)
            return 0;
        if (n == 0 ? !pc_ascii_capital(ascii[0]) : ascii[0] < 'a' || ascii[0] > 'z')
            return 0;
        folded[n++] = ascii[0];
    }
    return n;
}

/* memcmp() for a few letters, which differ in one of the first; a call takes longer. */
static inline int compare_letters(const char *a, const char *b, size_t n)
{
    size_t i = 0;

    while (i < n && a[i] == b[i])
        i++;
    return i < n ? a[i] - b[i] : 0;
}

static bool is_listed(const char *name, size_t n)
{
    const char *rests = (const char *)&name_rows;
    size_t bucket, low = 0, high;

    if (n < NAME_LEAST || n > NAME_MOST)
        return false;
    bucket = (n - NAME_LEAST) * LETTERS + (size_t)(name[0] - 'A');
    rests += name_starts[bucket];
    high = (name_starts[bucket + 1] - name_starts[bucket]) / n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare_letters(name + 1, rests + middle * n, n - 1);

        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

static bool is_listed_or_plural(const char *name, size_t n)
{
    return is_listed(name, n) || (n > 8 && name[n - 1] == 's' && is_listed(name, n - 1));
}

bool pc_title_name(pc_str word)
{
    char name[NAME_MOST + 1];
    size_t n = fold_name(word, name);

    return n != 0 && is_listed_or_plural(name, n);
}

/* ---- the search ------------------------------------------------------------------ */

#define EACH_BYTE(c) (UINT64_C(0x0101010101010101) * (c))

/* Eight characters, the first in the lowest byte; compilers make one load of it. */
static inline uint64_t load_eight(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;

    return (uint64_t)u[0] | (uint64_t)u[1] << 8 | (uint64_t)u[2] << 16 | (uint64_t)u[3] << 24 |
           (uint64_t)u[4] << 32 | (uint64_t)u[5] << 40 | (uint64_t)u[6] << 48 |
           (uint64_t)u[7] << 56;
}

/* The highest bit of each byte of X that is from FIRST to LAST, both in ASCII. */
static inline uint64_t bytes_between(uint64_t x, unsigned char first, unsigned char last)
{
    uint64_t low = x & EACH_BYTE(0x7F);

    return (low + EACH_BYTE(0x80u - first)) & ~(low + EACH_BYTE(0x7Fu - last)) & ~x &
           EACH_BYTE(0x80);
}

/* The place of the first byte whose highest bit is set in MARKS, which is not 0. */
static inline unsigned first_mark(uint64_t marks)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(marks) / 8;
#else
    unsigned i = 0;

    while ((marks >> 8 * i & 0x80) == 0)
        i++;
    return i;
#endif
}

/* Whether the word that begins with the letters of X may be listed. */
static inline bool may_be_listed(uint64_t x)
{
    uint64_t others = ~bytes_between(x | EACH_BYTE(0x20), 'a', 'z') & EACH_BYTE(0x80);
    uint64_t hash;

    if (others != 0)
        x &= ((others & -others) - 1) >> 7; /* only the bytes before the first that is no letter */
    hash = x * NAME_FACTOR >> (64 - NAME_FILTER_BITS);
    return (name_filter[hash / 32] >> hash % 32 & 1) != 0;
}

/* Eight characters of S from AT on, with NULs behind the end. */
static inline uint64_t eight_at(pc_str s, size_t at)
{
    char last[8] = "";

    if (s.n - at >= sizeof last)
        return load_eight(s.p + at);
    memcpy(last, s.p + at, s.n - at);
    return load_eight(last);
}

static bool is_name_at(pc_str s, size_t at)
{
    size_t end = at + 1;

    while (end < s.n && s.p[end] >= 'a' && s.p[end] <= 'z')
        end++;
    return is_listed_or_plural(s.p + at, end - at);
}

size_t pc_title_find_name(pc_str s, size_t at, size_t end)
{
    enum { STEP = 8 };

    for (; at < end; at += STEP) {
        const bool whole = s.n - at >= 2 * STEP; /* eight characters from each of these on */
        uint64_t capitals = bytes_between(whole ? load_eight(s.p + at) : eight_at(s, at), 'A', 'Z');

        for (; capitals != 0; capitals &= capitals - 1) {
            size_t i = at + first_mark(capitals);

            if (i < end && may_be_listed(whole ? load_eight(s.p + i) : eight_at(s, i)) &&
                is_name_at(s, i))
                return i;
        }
    }
    return end;
}
