/* paperconv/lines.h - support library: what readers of text dumps share.
 *
 * A dump is text that somebody copied from a page: lines, between them the
 * page's own furniture ("Load more", "Subscribe"), white space of every kind. */
#ifndef PAPERCONV_LINES_H
#define PAPERCONV_LINES_H

#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

/* S without white space at both ends: ASCII blanks and controls, the blanks of
 * Unicode (U+00A0 among them), and the marks of zero width that pages leave behind
 * (U+200B, U+2060, U+FEFF). */
pc_str pc_lines_trim(pc_str s);

/* The length in bytes of the character at the front (at the end) of S that
 * pc_lines_trim() would remove; 0 when there is none. */
size_t pc_lines_blank_front_(pc_str s);
static inline size_t pc_lines_blank_front(pc_str s)
{
    bool plain = s.n != 0 && *s.p > ' ' && *s.p < 0x7f; /* as almost every one is */

    return plain ? 0 : pc_lines_blank_front_(s);
}
size_t pc_lines_blank_end(pc_str s);

/* The number of code points in S. */
size_t pc_lines_width(pc_str s);

/* Reads the next line that is not blank, and trims it; false at the end.  After very many
 * blank lines LINE is empty: return PC_SKIP then, so that the host lets go of them. */
bool pc_lines_read(pc_source *src, pc_str *line);

/* Takes the next line off the front of REST, raw bytes such as sniff() gets; ends at
 * LF, CRLF or CR; a byte order mark in front is dropped.  False at the end. */
bool pc_lines_take(pc_str *rest, pc_str *line);
/* The same for the next line that is not blank, trimmed; empty at the end. */
pc_str pc_lines_take_text(pc_str *rest);

/* True when all of LINE fits one of the PATTERNS (ends with NULL), which are in lower
 * case: letters of LINE in any case, '#' is a number (160 or 1,604), '*' at the end of a
 * pattern is any rest. */
bool pc_lines_match(pc_str line, const char *const *patterns);

/* TEXT, lines joined by LF, with one blank line between paragraphs: TEXT itself
 * when that is how it stands, else a copy that lives until the callback returns. */
pc_str pc_lines_paragraphs(pc_source *src, pc_str text);

/* True when TEXT shows TeX: a command (\alpha, \'e, \%), math between dollars, or
 * ``quotes''. */
bool pc_lines_has_tex(pc_str text);

/* What the text of a record is; of several texts the largest counts. */
enum pc_lines_markup {
    PC_LINES_PLAIN,
    PC_LINES_STRIPPED, /* shows what is left when a page removes backslashes and dollars:
                        * indices (p_0, x^{2}), groups (mathbb{R}), commands that are no
                        * words (rightarrow) */
    PC_LINES_TEX
};
enum pc_lines_markup pc_lines_markup(pc_str text);

#ifdef __cplusplus
}
#endif
#endif
