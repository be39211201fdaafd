/* html_escape.c - text that means nothing to HTML. */
#include "paperconv/html.h"
#include "paperconv/scan.h"

/* Controls beyond ASCII begin with 0xC2, as do others. */
PC_SCAN_TEST is_special(const unsigned char *p)
{
    return pc_scan_if(*p < ' ') | pc_scan_if(*p == '&') | pc_scan_if(*p == '<') |
           pc_scan_if(*p == '>') | pc_scan_if(*p == '"') | pc_scan_if(*p == 0x7F) |
           pc_scan_if(*p == 0xC2);
}

PC_SCAN(find_special, is_special, 0)

/* What stands for the character at P, which has N bytes behind it; NULL: the character itself.
 * SIZE is its length in bytes. */
static const char *shown_as(const char *p, size_t n, size_t *size, char picture[4])
{
    const unsigned char c = (unsigned char)*p;

    *size = 1;
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
    case '\n':
        return NULL;
    }
    if (c < ' ' || c == 0x7F) { /* U+2400 to U+241F, and U+2421 */
        memcpy(picture, "\u2400", 4);
        picture[2] = (char)(0x80 + (c == 0x7F ? 0x21 : c));
        return picture;
    }
    if (c == 0xC2 && n > 1 && (unsigned char)p[1] < 0xA0) {
        *size = 2;
        return "\uFFFD";
    }
    return NULL;
}

void pc_html_escape(pc_text *out, pc_str s)
{
    size_t from = 0, size = 0;
    char picture[4];

    for (size_t i = 0; i < s.n; i += size) {
        const char *shown;

        i += find_special(pc_drop(s, i));
        if (i >= s.n)
            break;
        shown = shown_as(s.p + i, s.n - i, &size, picture);
        if (shown == NULL)
            continue;
        pc_text_add(out, pc_sub(s.p + from, i - from));
        pc_text_puts(out, shown);
        from = i + size;
    }
    pc_text_add(out, pc_drop(s, from));
}
