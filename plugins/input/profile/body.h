/* body.h - the lines of a record below its header. */
#ifndef PROFILE_BODY_H
#define PROFILE_BODY_H

#include "author_line.h"
#include "page.h"
#include "paperconv/layout.h"
#include "paperconv/plugin.h"

struct body {
    pc_str lines[3];       /* the first ones that are not blank, trimmed */
    pc_str last;           /* the last line */
    size_t count;          /* how many there are; LINES has the first 3 */
    bool gap_above;        /* blank lines before the first, after the record's header */
    bool gap[2];           /* blank lines after the first, and after the second */
    enum author_line kind; /* of the second line; the layout is spaced unless it is no author line,
                            * and compact, with title and authors glued together, otherwise */
    size_t furniture;      /* lines of boilerplate */
    pc_str strange;        /* the first line behind the record that belongs to no paper */
    size_t strange_count;
};

/* Reads up to the next header, or the head of the next page. */
void body_read(struct body *body, pc_source *src);

/* True when the first line must be title and authors glued together, if it has authors at all:
 * never when a blank line follows it, unless there are blank lines everywhere. */
bool body_is_compact(const struct body *body);

#endif
