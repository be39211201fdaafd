/* page.h - the lines of a profile page that do not belong to a paper. */
#ifndef PROFILE_PAGE_H
#define PROFILE_PAGE_H

#include "paperconv/plugin.h"

/* For a number of the page's head, "h-index40": the key of this document metadata, and *NUMBER as
 * printed; NULL for other lines. */
const char *page_statistic(pc_str line, pc_str *number);

/* True when LINE is the name of the page's owner: in AHEAD, raw bytes, a field of research and a
 * statistic follow, or a statistic. */
bool page_is_owner(pc_str line, pc_str ahead);
/* True when LINE is the owner's field of research: a category, followed by a statistic. */
bool page_is_field(pc_str line, pc_str ahead);
/* False when LINE cannot be a name; then page_ahead() is not needed. */
bool page_may_be_owner(pc_str line);
/* AHEAD for these functions: the bytes after the line that was read last. */
pc_str page_ahead(pc_source *src);

/* True when LINE is a button or a notice of the page. */
bool page_is_boilerplate(pc_str line);

#endif
