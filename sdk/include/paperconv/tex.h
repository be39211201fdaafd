/* paperconv/tex.h - support library: text into LaTeX and back.
 *
 * A record's title and abstract are TeX source, TeX whose backslashes and
 * dollars the source dropped, or plain text; its `markup` field says which.
 * Escaping writes each so that bibtex, biber and LaTeX read it as meant.
 * Every function takes time linear in the text, whatever its bytes. */
#ifndef PAPERCONV_TEX_H
#define PAPERCONV_TEX_H

#include "paperconv/text.h"

#ifdef __cplusplus
extern "C" {
#endif

enum pc_markup { PC_PLAIN, PC_STRIPPED, PC_TEX };

/* Reads the value of PC_MARKUP; anything else, or none, is plain. */
enum pc_markup pc_markup_read(pc_str value);

/* What BibTeX styles, which lower-case titles, must leave alone. */
enum pc_protect {
    PC_PROTECT_NONE,     /* not a title */
    PC_PROTECT_MATH,     /* {$SO(3)$} */
    PC_PROTECT_ACRONYMS, /* and {xMIL}, {3D}, {E(3)}, a lone {C} but not A and I */
    PC_PROTECT_CAPITALS  /* and every word that has a capital */
};

struct pc_tex_style {
    enum pc_markup markup;
    enum pc_protect protect;
    bool utf8; /* letters and punctuation stay UTF-8 where pdflatex reads them so */
};

/* What a caller should tell its user: how often, and where first. */
struct pc_tex_report {
    size_t orphans; /* braces without a partner, written as characters */
    pc_str orphan;
    size_t unknown; /* commands that LaTeX does not know, written as text */
    pc_str unknown_at;
    size_t raw; /* characters that stop pdflatex: no LaTeX form, or one of T1 fonts only */
    pc_str raw_at;
};

/* Appends S, escaped.  TeX: commands, groups and mathematics pass, and escaping
 * again changes nothing; outside mathematics its symbols get dollars, and a
 * command that is neither LaTeX's nor hyperref's is shown as text.  Plain and stripped: every character stands for itself.
 * Braces always balance, escaped ones included.  Characters of zero width are
 * left out, control characters become blanks. */
struct pc_tex_report pc_tex_escape(pc_text *out, pc_str s, struct pc_tex_style style);

/* Appends the plain text that the TeX source S stands for: accents, symbols and
 * escapes become characters, other commands, groups and dollars vanish.  Escaped
 * plain text comes back as it was but for white space above, with letters
 * and combining marks composed. */
void pc_tex_decode(pc_text *out, pc_str s);

#ifdef __cplusplus
}
#endif
#endif
