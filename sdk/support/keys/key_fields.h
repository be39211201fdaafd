/* key_fields.h - the fields that a template may name; private to the support library. */
#ifndef PAPERCONV_KEY_FIELDS_H
#define PAPERCONV_KEY_FIELDS_H

#include "key_parts.h"

/* The key of the field that NAME means: a key of the record, or a name that BibTeX, biblatex or Zotero has
 * for it, in any case; absent when there is none.  Constant. */
pc_str pc_key_field(pc_str name);
/* The Ith name, for messages; NULL at the end. */
const char *pc_key_field_name(size_t i);

#endif
