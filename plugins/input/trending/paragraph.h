/* paragraph.h - is a paragraph of the feed a title or an abstract?
 *
 * The feed prints one paragraph per line and marks neither.  Length decides most cases; sentences
 * and capitals decide the rest. */
#ifndef TRENDING_PARAGRAPH_H
#define TRENDING_PARAGRAPH_H

#include "paperconv/plugin.h"

/* How much LINE looks like an abstract: above 0 more like an abstract, below 0 more like a title;
 * PARAGRAPH_STRONG or more is certainly an abstract. */
enum { PARAGRAPH_STRONG = 4 };
int paragraph_lean(pc_str line);

/* True when the next paragraph in AHEAD, raw bytes, is certainly an abstract. */
bool paragraph_abstract_follows(pc_str ahead);
/* For a LINE that follows a title and looks more like a title: true when it is the next title,
 * because its abstract or more titles follow in AHEAD. */
bool paragraph_is_next_title(pc_str line, pc_str ahead);

#endif
