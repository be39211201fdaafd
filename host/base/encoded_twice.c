/* encoded_twice.c - finds text that was encoded as UTF-8 twice. */
#include "base/encoded_twice.h"

#include "paperconv/text.h"

enum { NO_BYTE = -1 };

/* The characters that Windows-1252 has at 0x80 to 0x9F; Latin-1 has control characters there. */
static const uint16_t windows[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

/* The byte that a reader of Windows-1252 or Latin-1 takes for RUNE, if that is beyond ASCII. */
static int byte_of(uint32_t rune)
{
    if (rune >= 0x80 && rune <= 0xFF)
        return (int)rune;
    for (int i = 0; i < 32; i++)
        if (windows[i] == rune)
            return 0x80 + i;
    return NO_BYTE;
}

struct twice twice_decode(pc_str text)
{
    struct twice t = { 0, "" };
    size_t at = 0, length, count = 0, need = 1;

    while (count < need && at < text.n) {
        int byte = byte_of(pc_rune(pc_drop(text, at), &length));

        if (byte == NO_BYTE)
            break;
        if (count == 0)
            need = byte < 0xC2 || byte > 0xF4 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        t.character[count++] = (char)byte;
        at += length;
    }
    if (count < need || need == 0)
        return (struct twice){ 0, "" };
    pc_rune(pc_sub(t.character, count), &length);
    if (length == count)
        t.n = at;
    return t;
}

static bool is_small(unsigned char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

/* In Latin-1 a control character stands in the text; nobody means that. */
static bool has_control(const struct twice *t, pc_str text)
{
    for (size_t i = 0; i + 1 < t->n; i++)
        if (text.p[i] == '\xC2' && (unsigned char)text.p[i + 1] < 0xA0)
            return true;
    return false;
}

/* What a correct text may have behind a capital: … and quotation marks, dashes, a no-break space. */
static bool is_punctuation(unsigned char second)
{
    return second == 0x82 || second == 0x84 || second == 0x85 || second == 0x8B ||
           (second >= 0x91 && second <= 0x97) || second == 0x9B || second == 0xA0 ||
           second == 0xAB || second == 0xAD || second == 0xBB;
}

/* "Ã" with a symbol that makes a small letter of it, before small letters. */
static bool begins_word(unsigned char second, unsigned char after)
{
    return is_small(after) && second > 0xA0 && !is_punctuation(second);
}

/* A Greek letter of a formula: "Î±". */
static bool is_alone(unsigned char before, unsigned char second)
{
    return before < 0x80 && !is_small(before | 0x20) && !is_punctuation(second);
}

bool twice_is_certain(pc_str text, size_t at)
{
    pc_str rest = pc_drop(text, at);
    struct twice t = twice_decode(rest);
    unsigned char before = at > 0 ? (unsigned char)text.p[at - 1] : 0;
    unsigned char after = t.n < rest.n ? (unsigned char)rest.p[t.n] : 0;
    unsigned char first = (unsigned char)t.character[0], second = (unsigned char)t.character[1];

    if (t.n == 0)
        return false;
    if (first == 0xE2 || first >= 0xF0 || has_control(&t, rest)) /* â€™, ðŸ˜€ */
        return true;
    if (after >= 0x80 && twice_decode(pc_drop(rest, t.n)).n != 0) /* Ð¼Ð¸, ä¸­æ–‡ */
        return true;
    switch (first) {
    case 0xC2: /* 25Â°C */
        return is_small(before) || is_digit(before);
    case 0xC3: /* cafÃ©, Ã©tude */
        return is_small(before) || is_digit(before) || begins_word(second, after);
    case 0xCE:
    case 0xCF:
        return is_alone(before, second);
    default: /* KowaÅ‚ski */
        return first <= 0xD1 && is_small(before) && is_small(after);
    }
}

size_t twice_find(pc_str text)
{
    size_t at = 0;

    while (at < text.n && !(twice_may_begin((const unsigned char *)text.p + at, text.n - at) &&
                            twice_is_certain(text, at)))
        at++;
    return at;
}
