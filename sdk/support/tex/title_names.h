/* title_names.h - names, and adjectives made from them, that titles capitalise; private to the
 * support library. */
#ifndef PAPERCONV_TITLE_NAMES_H
#define PAPERCONV_TITLE_NAMES_H

#include "paperconv/text.h"

/* True for Bayesian, Fourier, Markov's first six letters, Gaussians, and Schrödinger: a capital and
 * small letters, which may have accents.  WORD has only letters. */
bool pc_title_name(pc_str word);

/* The place of the first capital from AT on that begins a name in ASCII; END when there is none
 * before it. */
size_t pc_title_find_name(pc_str s, size_t at, size_t end);

#endif
