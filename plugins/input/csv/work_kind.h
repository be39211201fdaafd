/* work_kind.h - what exporters call the kinds of works. */
#ifndef PAPERCONV_CSV_WORK_KIND_H
#define PAPERCONV_CSV_WORK_KIND_H

#include "paperconv/plugin.h"

/* The type of CSL for NAME, in any case, or for the last part of "Article; Book Chapter" that has one; NULL
 * when the name is not known.  A letter is a document of a person in Zotero, and of a journal elsewhere. */
const char *work_kind_find(pc_str name, bool zotero);
/* True when SECOND, the cell of the second column of kinds, tells more than FIRST. */
bool work_kind_is_second(pc_str first, pc_str second);
/* True when TITLE, of a column of journals, is that of a journal: not of a conference, of a series or of a
 * server of preprints. */
bool work_kind_is_journal(pc_str title);

#endif
