/* printable.c - which characters can be shown, and %XX for the rest. */
#include "base/printable.h"

#include "base/utf8.h"

size_t printable_length(const char *p, size_t n)
{
    unsigned char first = (unsigned char)*p;
    size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    bool control = first < 0x20 || first == 0x7F ||
                   (first == 0xC2 && n > 1 && (unsigned char)p[1] < 0xA0); /* C1 */

    if (control || length > n || (text_scan(p, length) & TEXT_INVALID) != 0)
        return 0;
    return length;
}

const char *printable(struct arena *a, const char *bytes)
{
    size_t n = strlen(bytes);
    char *text = arena_alloc(a, 3 * n + 1), *out = text;

    while (n > 0) {
        size_t length = printable_length(bytes, n);

        if (length > 0) {
            memcpy(out, bytes, length);
            out += length;
        } else {
            out += snprintf(out, 4, "%%%02X", (unsigned)(unsigned char)*bytes);
            length = 1;
        }
        bytes += length;
        n -= length;
    }
    return text;
}
