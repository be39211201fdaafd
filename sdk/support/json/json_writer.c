/* json_writer.c - writes JSON strings. */
#include "paperconv/json.h"
#include "paperconv/scan.h"

/* What follows the backslash of an escaped byte; 'u' for \u00XX.  0xc2 may begin U+0085, and 0xe2
 * U+2028 or U+2029, which end a line for some readers; other characters with them need no escape. */
static const char escapes[256] = {
    [0x00] = 'u', [0x01] = 'u', [0x02] = 'u', [0x03] = 'u',  [0x04] = 'u', [0x05] = 'u',
    [0x06] = 'u', [0x07] = 'u', [0x08] = 'b', [0x09] = 't',  [0x0a] = 'n', [0x0b] = 'u',
    [0x0c] = 'f', [0x0d] = 'r', [0x0e] = 'u', [0x0f] = 'u',  [0x10] = 'u', [0x11] = 'u',
    [0x12] = 'u', [0x13] = 'u', [0x14] = 'u', [0x15] = 'u',  [0x16] = 'u', [0x17] = 'u',
    [0x18] = 'u', [0x19] = 'u', [0x1a] = 'u', [0x1b] = 'u',  [0x1c] = 'u', [0x1d] = 'u',
    [0x1e] = 'u', [0x1f] = 'u', ['"'] = '"',  ['\\'] = '\\', [0xc2] = 'e', [0xe2] = 'e',
};

PC_SCAN_TEST is_escaped(const unsigned char *p)
{
    return pc_scan_if(*p < 0x20) | pc_scan_if(*p == '"') | pc_scan_if(*p == '\\') |
           pc_scan_if((*p | 0x20) == 0xe2);
}
PC_SCAN(plain_length, is_escaped, 0)

/* The characters beyond ASCII that end a line: for Python's splitlines(), and the last two for
 * JavaScript. */
static const struct {
    const char *character, *escape;
} line_ends[] = { { "\xc2\x85", "\\u0085" }, { "\u2028", "\\u2028" }, { "\u2029", "\\u2029" } };

/* Writes the character beyond ASCII that TEXT begins with, at least its first byte, which is 0xc2
 * or 0xe2; returns the rest. */
static pc_str put_line_end(pc_gather *out, pc_str text)
{
    for (size_t i = 0; i < sizeof line_ends / sizeof line_ends[0]; i++) {
        if (pc_starts(text, line_ends[i].character)) {
            pc_gather_puts(out, line_ends[i].escape);
            return pc_drop(text, strlen(line_ends[i].character));
        }
    }
    pc_gather_putc(out, text.p[0]);
    return pc_drop(text, 1);
}

/* Escapes the first character of TEXT if necessary; returns the rest. */
static pc_str put_escape(pc_gather *out, pc_str text)
{
    static const char hex[] = "0123456789abcdef";
    const unsigned char c = (unsigned char)text.p[0];
    const char control[] = { '\\', 'u', '0', '0', hex[c >> 4], hex[c & 15] };
    const char simple[] = { '\\', escapes[c] };

    if (c >= 0x80)
        return put_line_end(out, text);
    if (escapes[c] == 'u')
        pc_gather_put(out, pc_sub(control, sizeof control));
    else
        pc_gather_put(out, pc_sub(simple, sizeof simple));
    return pc_drop(text, 1);
}

/* The bytes of TEXT before the first that is escaped.  Short texts almost never have one; checking
 * that byte by byte takes a third of the time in which a scan starts. */
static size_t run_size(pc_str text)
{
    enum { SHORT = 32 };
    int found = 0;

    if (text.n >= SHORT)
        return plain_length(text);
    for (size_t i = 0; i < text.n; i++)
        found |= escapes[(unsigned char)text.p[i]];
    return found != 0 ? plain_length(text) : text.n;
}

void pc_json_string(pc_gather *out, pc_str text)
{
    size_t plain;

    pc_gather_putc(out, '"');
    while ((plain = run_size(text)) < text.n) {
        pc_gather_put(out, pc_sub(text.p, plain));
        text = put_escape(out, pc_drop(text, plain));
    }
    pc_gather_put(out, text);
    pc_gather_putc(out, '"');
}
