/* name_words.h - the words of a name by the rules of BibTeX and biber; private to the support
 * library. */
#ifndef PAPERCONV_NAME_WORDS_H
#define PAPERCONV_NAME_WORDS_H

#include "paperconv/names.h"

/* White space of BibTeX. */
static inline bool pc_name_is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The length of the group in braces at the front of S, which begins with one; all of S when the
 * group does not end.  Backslashes do not count: bibtex and biber count every brace. */
size_t pc_name_group_size(pc_str s);

/* True when S is one group in braces. */
bool pc_name_is_group(pc_str s);

/* False when S has a brace without its other one. */
bool pc_name_is_balanced(pc_str s);

/* S without blanks and ties at both ends. */
pc_str pc_name_trim(pc_str s);

/* Takes the next word off REST; empty at the end.  *BEFORE is the first separator in front of
 * it, 0 when there is none.  The word itself has no separators, except in braces. */
pc_str pc_name_take_word(pc_str *rest, pc_names_rules rules, char *before);

/* True when WORD may be part of the prefix. */
bool pc_name_is_small(pc_str word, pc_names_rules rules);

#endif
