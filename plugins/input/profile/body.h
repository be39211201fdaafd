/* body.h - the lines of a record below its header. */
#ifndef PROFILE_BODY_H
#define PROFILE_BODY_H

#include "paperconv/plugin.h"

struct body {
    pc_str lines[3]; /* the first ones that are not blank, trimmed */
    pc_str last;     /* the last line */
    size_t count;    /* how many there are; LINES has the first 3 */
    bool gap;        /* blank lines between the first and the second */
    bool spaced;     /* title and authors are on separate lines, not glued together */
};

/* Reads up to the next header, or the head of the next page. */
void body_read(struct body *body, pc_source *src);

#endif
