/* work_kind.h - what exporters call the kinds of works. */
#ifndef PAPERCONV_CSV_WORK_KIND_H
#define PAPERCONV_CSV_WORK_KIND_H

#include "paperconv/plugin.h"

/* The type of CSL for NAME, in any case; NULL when the name is not known. */
const char *work_kind_find(pc_str name);

#endif
