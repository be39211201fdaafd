/* spaces.h - white space and zero-width characters; private to the support library. */
#ifndef PAPERCONV_SPACES_H
#define PAPERCONV_SPACES_H

#include "paperconv/plugin.h"

enum pc_space_kind {
    PC_NO_SPACE,
    PC_WHITE_SPACE, /* also of no width, such as a line separator */
    PC_ZERO_WIDTH,
    PC_JOINER,   /* a soft hyphen, a joiner of Persian and Indic scripts and of emoji */
    PC_SELECTOR, /* of another form of the Chinese or Mongolian character or emoji before it */
    PC_TAG       /* several of them behind an emoji are a flag */
};

enum pc_space_kind pc_space_kind(uint32_t rune);

#endif
