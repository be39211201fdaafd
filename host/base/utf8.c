/* utf8.c - checks and repairs UTF-8.  Each block is checked once; only invalid lines are copied. */
#include "base/utf8.h"

#include "base/encoded_twice.h"

#include "paperconv/scan.h"

/* The length of the well-formed sequence at the start of the N > 0 bytes at P; or -1 times the
 * length of an ill-formed one. */
static int sequence_length(const unsigned char *p, size_t n)
{
    unsigned char low = 0x80, high = 0xBF;
    int need;

    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xC2 || p[0] > 0xF4)
        return -1;
    need = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (p[0] == 0xE0)
        low = 0xA0; /* overlong */
    else if (p[0] == 0xED)
        high = 0x9F; /* surrogates */
    else if (p[0] == 0xF0)
        low = 0x90; /* overlong */
    else if (p[0] == 0xF4)
        high = 0x8F; /* beyond U+10FFFF */
    for (int i = 1; i < need; i++) {
        if ((size_t)i == n || p[i] < low || p[i] > high)
            return -i;
        low = 0x80;
        high = 0xBF;
    }
    return need;
}

PC_SCAN_TEST is_special(const unsigned char *p)
{
    return pc_scan_if((signed char)*p <= 0) | pc_scan_if(*p == '\r'); /* NUL, or 0x80 or more */
}
PC_SCAN(plain_length, is_special, 0)

unsigned text_scan(const char *text, size_t n)
{
    const unsigned char *p = (const unsigned char *)text, *end = p + n;
    unsigned found = 0;

    for (;;) {
        int length;

        p += plain_length(pc_sub((const char *)p, (size_t)(end - p)));
        if (p == end)
            return found;
        for (;;) { /* characters beyond ASCII are often neighbours */
            if (*p == '\0')
                found |= TEXT_NUL;
            else if (*p == '\r')
                found |= TEXT_CR;
            length = sequence_length(p, (size_t)(end - p));
            if (length < 0) {
                found |= TEXT_INVALID;
                length = -length;
            }
            p += length;
            if (p == end || *p < 0x80)
                break;
            if (p[-length] == 0xC3 && *p != 0xC3 && (found & TEXT_TWICE) == 0 &&
                twice_is_certain(pc_sub(text, n),
                                 (size_t)((const char *)p - text) - (size_t)length))
                found |= TEXT_TWICE;
        }
    }
}

pc_str text_repair(struct arena *a, pc_str s, struct repair *done)
{
    static const char replacement[] = "\xEF\xBF\xBD";
    const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;
    char *out = arena_alloc(a, s.n * 3 + 1), *q = out;
    struct repair r = { 0, 0, 0 };

    while (p < end) {
        int length = *p == '\0' ? 0 : sequence_length(p, (size_t)(end - p));

        if (length > 0) {
            memcpy(q, p, (size_t)length);
            q += length;
            p += length;
            continue;
        }
        if (r.invalid + r.nul == 0)
            r.first = (size_t)(q - out);
        if (length == 0)
            r.nul++, length = -1;
        else
            r.invalid += (size_t)-length;
        memcpy(q, replacement, 3);
        q += 3;
        p -= length;
    }
    *done = r;
    return pc_sub(out, (size_t)(q - out));
}

size_t text_runes(const char *p, size_t n)
{
    size_t runes = 0;

    for (size_t i = 0; i < n; i++)
        runes += ((unsigned char)p[i] & 0xC0) != 0x80;
    return runes;
}
