/* part.h - the parts of a file, before what is in them is looked at. */
#ifndef PAPERCONV_CATALOGUE_PART_H
#define PAPERCONV_CATALOGUE_PART_H

#include "file_format.h"

/* NULL when HEAD, the first bytes of a file, begins a catalogue that can be read; else why not. */
const char *file_head_fault(pc_str head);

/* The size of the body, from the head of a part. */
static inline size_t part_size(const char *head)
{
    return get_32((const unsigned char *)head + 4);
}

/* Takes the part that BYTES begin with apart.  NULL, or what is wrong with it. */
const char *part_read(pc_str bytes, uint32_t *kind, pc_str *body);

/* The description: slices of BODY.  False when it is none. */
bool about_read(pc_str body, pc_catalogue_about *about);

#endif
