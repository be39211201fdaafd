/* paragraph.h - is a paragraph of the feed a title or an abstract?
 *
 * The feed prints one paragraph per line and marks neither.  Length decides most of
 * them; sentences and the capitals of a title decide the rest. */
#ifndef TRENDING_PARAGRAPH_H
#define TRENDING_PARAGRAPH_H

#include "paperconv/plugin.h"

/* How much LINE looks like an abstract: above 0 rather an abstract, below 0 rather a
 * title, STRONG or more beyond doubt. */
enum { PARAGRAPH_STRONG = 4 };
int paragraph_lean(pc_str line);

/* True when the next paragraph in AHEAD, raw bytes, is beyond doubt an abstract. */
bool paragraph_abstract_follows(pc_str ahead);
/* True when LINE, which follows a title and rather looks like one, is the next title:
 * when what follows it in AHEAD is its abstract, or more titles. */
bool paragraph_is_next_title(pc_str line, pc_str ahead);

#endif
