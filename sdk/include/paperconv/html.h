/* paperconv/html.h - support library: values as HTML (WHATWG, "HTML Living Standard").
 *
 * Whatever a value holds is text for the browser: these functions write no tag and no attribute
 * that comes from a value.  Every function takes time linear in the length of the value. */
#ifndef PAPERCONV_HTML_H
#define PAPERCONV_HTML_H

#include "paperconv/tex.h"
#include "paperconv/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends S, which is UTF-8, for the text of an element other than script and style, or for the
 * value of an attribute in double quotes.  Control characters but tab and line feed become their pictures
 * (U+2400 and so on), those beyond ASCII U+FFFD. */
void pc_html_escape(pc_text *out, pc_str s);

/* Appends the value S of a record with this MARKUP, as HTML.
 *   TeX: what pc_tex_decode_source() makes of it; mathematics is MathML, or TeX in
 *   <code class="tex"> where pc_mathml() cannot write it.  A text of more than 64 KiB stays as it is.
 *   HTML: the tags that pc_html_decode() knows: <i>, <b>, <sup>, <sub>, and small capitals as
 *   <span class="small-caps">.
 *   Plain and stripped: the text as it is. */
void pc_html_value(pc_text *out, pc_str s, enum pc_markup markup);

/* Appends the mathematics TEX, without its delimiters, as a <math> element of MathML Core whose
 * alttext is TEX; DISPLAY: it stands in a line of its own.  It knows scripts, fractions, roots, accents,
 * fences, alphabets, text, the symbols of LaTeX and those of amsmath that are common.  False, and OUT
 * is unchanged, when TEX is empty, has more than 4,000 bytes, or has anything else, such as a
 * matrix or a macro of the author's. */
bool pc_mathml(pc_text *out, pc_str tex, bool display);

#ifdef __cplusplus
}
#endif
#endif
