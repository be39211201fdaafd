/* page.h - the lines of a profile page that belong to no paper. */
#ifndef PROFILE_PAGE_H
#define PROFILE_PAGE_H

#include "paperconv/plugin.h"

/* A number of the page's head, "h-index40": its fact's key, or NULL.  *NUMBER is
 * the number as printed. */
const char *page_statistic(pc_str line, pc_str *number);

/* True when LINE is the name of the page's owner: his field and a statistic, or a
 * statistic, follow in AHEAD, raw bytes. */
bool page_is_owner(pc_str line, pc_str ahead);
/* True when LINE is the owner's field, a category that a statistic follows. */
bool page_is_field(pc_str line, pc_str ahead);
/* False when LINE is too long for a name: AHEAD need not be asked for. */
bool page_may_be_owner(pc_str line);
/* What these two look at: the bytes behind the line that was read last. */
pc_str page_ahead(pc_source *src);

/* True when LINE is one of the page's buttons and notices. */
bool page_is_boilerplate(pc_str line);

#endif
