/* sketches.h - sketches as bytes, one behind the other: numbers of 32 bits, little-endian. */
#ifndef PAPERCONV_CATALOGUE_SKETCHES_H
#define PAPERCONV_CATALOGUE_SKETCHES_H

#include "paperconv/match.h"
#include "paperconv/text.h"

/* Takes the first sketch from BYTES; its length in numbers, 0: there is none. */
size_t sketch_take(pc_str *bytes, uint32_t sketch[PC_MATCH_SKETCH]);
/* Appends a sketch of LENGTH numbers, unless SKETCHES have it already. */
void sketch_add(pc_text *sketches, const uint32_t *sketch, size_t length);

#endif
