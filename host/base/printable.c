/* printable.c - keeps the characters that can be shown and writes %XX for other bytes. */
#include "base/printable.h"

#include "base/utf8.h"

#include <ctype.h>

/* Unicode's line and paragraph separators and its Bidi_Control characters. */
static bool changes_lines_or_direction(const unsigned char *p)
{
    if (p[0] == 0xD8)
        return p[1] == 0x9C; /* U+061C */
    if (p[0] != 0xE2)
        return false;
    return (p[1] == 0x80 && (p[2] == 0x8E || p[2] == 0x8F || (p[2] >= 0xA8 && p[2] <= 0xAE))) ||
           (p[1] == 0x81 && p[2] >= 0xA6 && p[2] <= 0xA9);
}

size_t printable_length(const char *p, size_t n)
{
    unsigned char first = (unsigned char)*p;
    size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    bool control =
        first < 0x20 || first == 0x7F ||
        (first == 0xC2 && n > 1 && (unsigned char)p[1] < 0xA0); /* the control characters of C1 */

    if (first >= ' ' && first < 0x7F)
        return 1;
    if (control || length > n || (text_scan(p, length) & TEXT_INVALID) != 0)
        return 0;
    return changes_lines_or_direction((const unsigned char *)p) ? 0 : length;
}

/* "%0A" in the text itself: its % becomes %25, so that the way back is clear. */
static bool looks_encoded(const char *p)
{
    return p[0] == '%' && isxdigit((unsigned char)p[1]) && isxdigit((unsigned char)p[2]);
}

/* How many of the N bytes at P printable() keeps as they are; most names are ASCII. */
static size_t printable_prefix(const char *p, size_t n)
{
    size_t length = 0;

    while (length < n && p[length] >= ' ' && p[length] < 0x7F && p[length] != '%')
        length++;
    return length > 0 || looks_encoded(p) ? length : printable_length(p, n);
}

bool is_printable(const char *bytes)
{
    size_t n = strlen(bytes), length = n;

    for (; n > 0 && length > 0; n -= length, bytes += length)
        length = printable_prefix(bytes, n);
    return n == 0;
}

const char *printable(struct arena *a, const char *bytes)
{
    size_t n = strlen(bytes);
    char *text = arena_alloc(a, 3 * n + 1), *out = text;

    while (n > 0) {
        size_t length = printable_prefix(bytes, n);

        memcpy(out, bytes, length);
        out += length;
        if (length == 0) {
            out += snprintf(out, 4, "%%%02X", (unsigned)(unsigned char)*bytes);
            length = 1;
        }
        bytes += length;
        n -= length;
    }
    return text;
}

void make_printable(char *text)
{
    size_t n = strlen(text);

    while (n > 0) {
        size_t length = printable_length(text, n);

        if (length == 0) {
            *text = ' ';
            length = 1;
        }
        text += length;
        n -= length;
    }
}
