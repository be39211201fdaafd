/* paperconv/tex.h - support library: text into LaTeX and back.
 *
 * A record's title and abstract are TeX source, TeX without the backslashes and
 * dollars that its page removed, or plain text; the field `markup` says which.
 * Escaping writes each so that bibtex, biber and LaTeX read it as intended.
 * Every function takes time linear in the length of the text. */
#ifndef PAPERCONV_TEX_H
#define PAPERCONV_TEX_H

#include "paperconv/text.h"

#ifdef __cplusplus
extern "C" {
#endif

enum pc_markup { PC_PLAIN, PC_STRIPPED, PC_TEX };

/* Reads the value of PC_MARKUP; an absent or unknown value is plain. */
enum pc_markup pc_markup_read(pc_str value);

/* What of a title is protected from BibTeX styles, which write titles in lower case. */
enum pc_protect {
    PC_PROTECT_NONE,     /* not a title */
    PC_PROTECT_MATH,     /* {$SO(3)$} */
    PC_PROTECT_ACRONYMS, /* and {xMIL}, {3D}, {E(3)}, a lone {C} but not A and I */
    PC_PROTECT_CAPITALS  /* and every word that has a capital */
};

struct pc_tex_style {
    enum pc_markup markup;
    enum pc_protect protect;
    bool utf8; /* letters and punctuation that pdflatex reads as UTF-8 stay UTF-8 */
};

/* What the user should know: how often it occurred, and where first. */
struct pc_tex_report {
    size_t orphans; /* braces without a partner, written as characters */
    pc_str orphan;
    size_t unknown; /* commands that LaTeX does not know, written as text */
    pc_str unknown_at;
    size_t raw; /* characters and commands that stop pdflatex, or are for T1 fonts only */
    pc_str raw_at;
    bool cut; /* by pc_tex_escape_within() */
};

/* Appends S, escaped.
 *   TeX: commands, groups and mathematics are kept, and escaping again changes
 *   nothing.  Outside mathematics, symbols of mathematics get dollars, and a
 *   command that neither LaTeX nor hyperref has is shown as text.
 *   Plain and stripped: every character stands for itself.
 * Braces always balance, also escaped ones.  Zero-width characters are left out,
 * control characters become spaces. */
struct pc_tex_report pc_tex_escape(pc_text *out, pc_str s, struct pc_tex_style style);
/* The same, but it stops when all of OUT has more than MOST bytes: escaping makes up to 18 bytes
 * of one, and a hostile document can be made of such bytes. */
struct pc_tex_report pc_tex_escape_within(pc_text *out, pc_str s, struct pc_tex_style style,
                                          size_t most);

/* Appends the plain text that the TeX source S stands for: accents, symbols and
 * escapes become characters; other commands, braces and dollars are dropped.
 * Decoding escaped plain text gives that text again, except for white space as
 * said above and for letters with combining marks, which are composed. */
void pc_tex_decode(pc_text *out, pc_str s);

#ifdef __cplusplus
}
#endif
#endif
