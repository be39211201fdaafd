/* key_words.h - the words of a text, in the letters that a key can have; private to the support
 * library. */
#ifndef PAPERCONV_KEY_WORDS_H
#define PAPERCONV_KEY_WORDS_H

#include "paperconv/text.h"

/* Appends the first MOST significant words of S in lower case, or the first word when none is
 * significant. */
void pc_key_add_words(pc_text *out, pc_str s, int most);
/* Appends all words of S, in lower case. */
void pc_key_add_all_words(pc_text *out, pc_str s);

/* Appends S in ASCII, with its capitals, signs and single spaces; characters without a spelling
 * become spaces.  APART: spaces between Chinese characters.  At most 400 bytes; nothing at all when no
 * character of the key alphabet would be among them. */
void pc_key_fold(pc_text *out, pc_str s, bool apart);

/* True for A-Z a-z 0-9 : _ . + / - */
bool pc_key_allows(char c);

/* Words that say nothing about a paper: of this program, of JabRef, of Better BibTeX. */
enum pc_key_list { PC_KEY_NO_LIST = 0, PC_KEY_OWN_LIST = 1, PC_KEY_JABREF = 2, PC_KEY_BBT = 4 };
bool pc_key_is_stop_word(pc_str word, enum pc_key_list list);

#endif
