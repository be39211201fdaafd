/* tex_html_marks.h - where a text has the tags of CSL processors; private to the support library. */
#ifndef PAPERCONV_TEX_HTML_MARKS_H
#define PAPERCONV_TEX_HTML_MARKS_H

#include "tex_html.h"

/* A tag of a text. */
struct pc_html_mark {
    size_t at, size; /* of the tag in the text */
    size_t other; /* the number of the tag that ends this one, or begins it; SIZE_MAX: it has none,
                      * and both are text */
    size_t start; /* for who writes the text */
    enum pc_html_tag tag;
    bool ends;
};

/* The tags of a text, one behind the other. */
struct pc_html_marks {
    pc_text bytes;
};

/* Finds the tags of S in linear time; an end tag ends the last one of its kind, and what began after
 * that and has no end is text.  MARKS must be released. */
void pc_html_find(struct pc_html_marks *marks, pc_str s);
/* Stores mark NUMBER in *MARK; false when there are not so many. */
bool pc_html_mark(const struct pc_html_marks *marks, size_t number, struct pc_html_mark *mark);
/* Changes mark NUMBER. */
void pc_html_set(struct pc_html_marks *marks, size_t number, const struct pc_html_mark *mark);
void pc_html_release(struct pc_html_marks *marks);

#endif
