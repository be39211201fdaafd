/* json_writer.c - writes JSON strings. */
#include "paperconv/json.h"
#include "paperconv/scan.h"

#include "never_inline.h"

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

/* ---- short texts: copied and checked in one go ------------------------------------------ */

enum { SHORT = 32, STEP = PC_SCAN_NEAR_, WORD = 8 };

/* B in each byte of a word. */
#define EACH(b) ((b)*UINT64_C(0x0101010101010101))

/* The high bit of at least the lowest byte of W that is 0; 0 when none is. */
static inline uint64_t zeros(uint64_t w)
{
    return (w - EACH(1)) & ~w & EACH(0x80);
}

/* Not 0 when a byte of W is escaped, by the rules of is_escaped(). */
static inline uint64_t escaped_in(uint64_t w)
{
    return ((w - EACH(0x20)) & ~w & EACH(0x80)) | zeros(w ^ EACH('"')) | zeros(w ^ EACH('\\')) |
           zeros((w | EACH(0x20)) ^ EACH(0xe2));
}

/* Copies the N bytes at FROM, at most a word of them; not 0 when one of them is escaped. */
static inline uint64_t copy_piece(char *to, const char *from, size_t n)
{
    uint64_t w;
    uint32_t low, high;

    if (n == WORD) {
        memcpy(&w, from, sizeof w);
        memcpy(to, &w, sizeof w);
        return escaped_in(w);
    }
    if (n >= sizeof low) { /* twice the bytes in the middle */
        memcpy(&low, from, sizeof low);
        memcpy(&high, from + n - sizeof high, sizeof high);
        memcpy(to, &low, sizeof low);
        memcpy(to + n - sizeof high, &high, sizeof high);
        return escaped_in(low | (uint64_t)high << 32);
    }
    if (n == 0)
        return 0;
    to[0] = from[0]; /* of one byte three times the same, of two bytes the last one twice */
    to[n / 2] = from[n / 2];
    to[n - 1] = from[n - 1];
    w = EACH(' ') << 24 | (uint64_t)(unsigned char)from[0] << 16 |
        (uint64_t)(unsigned char)from[n / 2] << 8 | (unsigned char)from[n - 1];
    return escaped_in(w);
}

/* Copies STEP bytes; not 0 when one of them is escaped. */
static inline uint32_t copy_step(char *to, const char *from)
{
    memcpy(to, from, STEP);
    return pc_scan_near_((const unsigned char *)from, is_escaped);
}

/* Copies the N bytes at FROM, fewer than SHORT; false when one of them is escaped. */
static inline bool copy_plain(char *to, const char *from, size_t n)
{
    if (n < WORD)
        return copy_piece(to, from, n) == 0;
    if (n < STEP)
        return (copy_piece(to, from, WORD) | copy_piece(to + n - WORD, from + n - WORD, WORD)) == 0;
    return (copy_step(to, from) | copy_step(to + n - STEP, from + n - STEP)) == 0;
}

/* ---- any text ----------------------------------------------------------------------------- */

/* Apart from pc_json_string(), so that a short text saves no registers for this one. */
NEVER_INLINE void put_string(pc_gather *out, pc_str text)
{
    size_t plain;

    pc_gather_putc(out, '"');
    while ((plain = plain_length(text)) < text.n) {
        pc_gather_put(out, pc_sub(text.p, plain));
        text = put_escape(out, pc_drop(text, plain));
    }
    pc_gather_put(out, text);
    pc_gather_putc(out, '"');
}

void pc_json_string(pc_gather *out, pc_str text)
{
    char *to;

    if (text.n < SHORT) {
        to = pc_gather_room(out, SHORT + 2);
        to[0] = '"';
        if (copy_plain(to + 1, text.p, text.n)) {
            to[text.n + 1] = '"';
            pc_gather_added(out, text.n + 2);
            return;
        }
    }
    put_string(out, text);
}
