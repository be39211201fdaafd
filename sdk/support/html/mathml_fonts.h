/* mathml_fonts.h - the alphabets of mathematics; private to the support library. */
#ifndef PAPERCONV_MATHML_FONTS_H
#define PAPERCONV_MATHML_FONTS_H

#include "paperconv/text.h"

enum pc_math_font {
    PC_MATH_ITALIC, /* what MathML shows without a word: letters in italic */
    PC_MATH_UPRIGHT,
    PC_MATH_BOLD,
    PC_MATH_BOLD_ITALIC,
    PC_MATH_SCRIPT,
    PC_MATH_FRAKTUR,
    PC_MATH_DOUBLE_STRUCK,
    PC_MATH_SANS,
    PC_MATH_MONO
};

/* The character for RUNE in FONT; RUNE itself where Unicode has none.  (Unicode, "Mathematical
 * Alphanumeric Symbols"; MathML Core knows no other way to change the font.) */
uint32_t pc_math_letter(uint32_t rune, enum pc_math_font font);

#endif
