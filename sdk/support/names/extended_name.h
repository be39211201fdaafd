/* extended_name.h - biblatex's names with keys; private to the support library. */
#ifndef PAPERCONV_EXTENDED_NAME_H
#define PAPERCONV_EXTENDED_NAME_H

#include "paperconv/names.h"

/* True when NAME begins with a key of an extended name: given=Hans, family=... */
bool pc_extended_name_begins(pc_str name);
/* Stores the parts, with the braces of their values; returns PC_PERSON_UNKNOWN_KEY or 0. */
unsigned pc_extended_name_read(pc_str name, pc_person *person);

#endif
