/* pen.h - writes short texts into a buffer that is known to be large enough; private to the
 * support library.  Each function returns the place behind what it wrote, without a NUL. */
#ifndef PAPERCONV_PEN_H
#define PAPERCONV_PEN_H

#include <stdint.h>
#include <string.h>

static inline char *pc_pen_text(char *at, const char *text)
{
    size_t n = strlen(text);

    memcpy(at, text, n);
    return at + n;
}

/* With zeros in front up to WIDTH digits, at most 20. */
static inline char *pc_pen_number(char *at, uint64_t number, int width)
{
    char digits[20];
    int n = 0;

    do {
        digits[n++] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    while (n < width)
        digits[n++] = '0';
    while (n != 0)
        *at++ = digits[--n];
    return at;
}

#endif
