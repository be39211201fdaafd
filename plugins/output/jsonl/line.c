/* line.c - one line of JSON on its way to the sink: gathering and escaping. */
#include "line.h"
#include "paperconv/scan.h"

enum { LONG = 512 }; /* bytes that are cheaper to hand over than to gather */

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

/* Makes room for N <= LINE_ROOM bytes. */
static char *room(struct line *l, size_t n)
{
    if (LINE_ROOM - l->n < n)
        line_flush(l);
    return l->bytes + l->n;
}

void line_put(struct line *l, pc_str text)
{
    if (text.n >= LONG) {
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

static void put_byte(struct line *l, char byte)
{
    *room(l, 1) = byte;
    l->n++;
}

/* Appends the escape of the character that TEXT begins with; returns the rest. */
static pc_str escape(struct line *l, pc_str text)
{
    static const char hex[] = "0123456789abcdef";
    const unsigned char c = (unsigned char)text.p[0];
    const char control[] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };
    const char simple[] = { '\\', escapes[c] };

    if (pc_starts(text, "\u2028") || pc_starts(text, "\u2029")) {
        line_puts(l, text.p[2] == '\xa8' ? "\\u2028" : "\\u2029");
        return pc_drop(text, 3);
    }
    if (c == 0xe2)
        put_byte(l, text.p[0]);
    else if (escapes[c] == 'u')
        line_put(l, pc_sub(control, sizeof control));
    else
        line_put(l, pc_sub(simple, sizeof simple));
    return pc_drop(text, 1);
}

void line_string(struct line *l, pc_str text)
{
    size_t plain;

    put_byte(l, '"');
    while ((plain = plain_length(text)) < text.n) {
        line_put(l, pc_sub(text.p, plain));
        text = escape(l, pc_drop(text, plain));
    }
    line_put(l, text);
    put_byte(l, '"');
}

void line_flush(struct line *l)
{
    if (l->n != 0)
        pc_write(l->out, pc_sub(l->bytes, l->n));
    l->n = 0;
}
