/* values.h - texts of elements as the values of fields. */
#ifndef PAPERCONV_XML_VALUES_H
#define PAPERCONV_XML_VALUES_H

#include "paperconv/plugin.h"

/* TEXT, whose bytes are overwritten, with one space for each white space in it and none at its ends. */
pc_str value_line(pc_str text);

/* The same for a text of paragraphs: a blank line, or a line that is indented more than the
 * others, begins one.  They are separated by a blank line. */
pc_str value_paragraphs(pc_str text);

/* Takes the next word off *REST; false at the end. */
bool value_word(pc_str *rest, pc_str *word);

#endif
