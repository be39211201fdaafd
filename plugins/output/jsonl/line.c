/* line.c - one line of JSON on its way to the sink: gathering and escaping. */
#include "line.h"
#include "paperconv/scan.h"

enum {
    GROWTH = 6,  /* a byte becomes at most \u001f */
    PIECE = 2048 /* bytes escaped at a time; GROWTH times as many fit an empty line */
};

/* What follows the backslash of an escaped byte; 'u' for \u00XX.  0xe2 begins U+2028
 * and U+2029, which end a line in JavaScript, among much that is harmless. */
static const char escapes[256] = {
    [0x00] = 'u', [0x01] = 'u', [0x02] = 'u', [0x03] = 'u',  [0x04] = 'u', [0x05] = 'u',
    [0x06] = 'u', [0x07] = 'u', [0x08] = 'b', [0x09] = 't',  [0x0a] = 'n', [0x0b] = 'u',
    [0x0c] = 'f', [0x0d] = 'r', [0x0e] = 'u', [0x0f] = 'u',  [0x10] = 'u', [0x11] = 'u',
    [0x12] = 'u', [0x13] = 'u', [0x14] = 'u', [0x15] = 'u',  [0x16] = 'u', [0x17] = 'u',
    [0x18] = 'u', [0x19] = 'u', [0x1a] = 'u', [0x1b] = 'u',  [0x1c] = 'u', [0x1d] = 'u',
    [0x1e] = 'u', [0x1f] = 'u', ['"'] = '"',  ['\\'] = '\\', [0xe2] = 'e',
};

PC_SCAN_TEST is_escaped(const unsigned char *p)
{
    return pc_scan_if(*p < 0x20) | pc_scan_if(*p == '"') | pc_scan_if(*p == '\\') |
           pc_scan_if(*p == 0xe2);
}
PC_SCAN(plain_length, is_escaped, 0)

/* Writes the escape of the character at *P to TO, and moves *P behind it. */
static char *escape_one(char *to, const char **p, const char *end)
{
    static const char hex[] = "0123456789abcdef";
    const unsigned char c = (unsigned char)*(*p)++;

    if (c == 0xe2) {
        if (end - *p < 2 || memcmp(*p, "\x80\xa8", 2) < 0 || memcmp(*p, "\x80\xa9", 2) > 0) {
            *to++ = (char)c;
            return to;
        }
        memcpy(to, (*p)[1] == '\xa8' ? "\\u2028" : "\\u2029", 6);
        *p += 2;
        return to + 6;
    }
    *to++ = '\\';
    *to++ = escapes[c];
    if (escapes[c] == 'u') {
        memcpy(to, "00", 2);
        to[2] = hex[c >> 4];
        to[3] = hex[c & 15];
        to += 4;
    }
    return to;
}

/* Writes TEXT, escaped, to TO, which has room for GROWTH times its size; returns the end. */
static char *escape(char *to, pc_str text)
{
    const char *p = text.p, *end = text.p + text.n;

    for (;;) {
        const size_t run = plain_length(pc_sub(p, (size_t)(end - p)));

        memcpy(to, p, run);
        to += run;
        p += run;
        if (p == end)
            return to;
        to = escape_one(to, &p, end);
    }
}

/* How much of TEXT to escape next: no character is cut. */
static size_t piece_size(pc_str text)
{
    size_t n = PIECE;

    if (text.n <= PIECE)
        return text.n;
    while (n > PIECE - 3 && ((unsigned char)text.p[n] & 0xc0) == 0x80)
        n--;
    return n;
}

/* Makes room for N <= LINE_ROOM bytes. */
static char *room(struct line *l, size_t n)
{
    if (LINE_ROOM - l->n < n)
        line_flush(l);
    return l->bytes + l->n;
}

void line_put(struct line *l, pc_str text)
{
    if (text.n > LINE_ROOM) {
        line_flush(l);
        pc_write(l->out, text);
    } else if (text.n != 0) {
        memcpy(room(l, text.n), text.p, text.n);
        l->n += text.n;
    }
}

void line_puts(struct line *l, const char *text)
{
    line_put(l, pc_s(text));
}

void line_number(struct line *l, uint64_t number)
{
    char digits[20], *p = digits + sizeof digits;

    do {
        *--p = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    line_put(l, pc_sub(p, (size_t)(digits + sizeof digits - p)));
}

static void put_quote(struct line *l)
{
    *room(l, 1) = '"';
    l->n++;
}

void line_string(struct line *l, pc_str text)
{
    put_quote(l);
    while (text.n != 0) {
        const size_t n = piece_size(text);
        const char *end = escape(room(l, GROWTH * n), pc_sub(text.p, n));

        l->n = (size_t)(end - l->bytes);
        text = pc_drop(text, n);
    }
    put_quote(l);
}

void line_flush(struct line *l)
{
    if (l->n != 0)
        pc_write(l->out, pc_sub(l->bytes, l->n));
    l->n = 0;
}
