/* key_own.h - this program's own parts of a key; private to the support library. */
#ifndef PAPERCONV_KEY_OWN_H
#define PAPERCONV_KEY_OWN_H

#include "key_parts.h"

/* The function of an own part. */
pc_key_run *pc_key_own(enum pc_key_what what);
/* Appends the first DIGITS (of 16) of the record's hash. */
void pc_key_add_hash(pc_keys *keys, const pc_record *record, int digits);

#endif
