/* mathml_elements.h - elements of MathML that have no others in them; private to the support library. */
#ifndef PAPERCONV_MATHML_ELEMENTS_H
#define PAPERCONV_MATHML_ELEMENTS_H

#include "mathml_fonts.h"

/* A formula while it is written. */
struct math {
    pc_text *out;
    pc_str s;
    size_t at; /* of the next token */
    unsigned depth;
    bool display, failed;
    bool limits; /* the last element has its scripts above and below it */
    enum pc_math_font font;
};

/* START, the text ESCAPED and END. */
void pc_math_element(struct math *m, const char *start, pc_str escaped, const char *end);
/* Puts TAG before what was written from START on. */
void pc_math_before(struct math *m, size_t start, const char *tag);

void pc_math_identifier(struct math *m, uint32_t rune);
/* The number at AT, with its decimal point. */
void pc_math_number(struct math *m);
/* The letter at AT.  In an upright or bold font, letters in a row are one word. */
void pc_math_letters(struct math *m);
/* Any other character at AT. */
void pc_math_character(struct math *m);
/* The group that comes next, which is text. */
void pc_math_text(struct math *m, const char *start, const char *end);

/* Passes over white space. */
void pc_math_blanks(struct math *m);

#endif
