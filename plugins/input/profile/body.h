/* body.h - the lines of a record below its header. */
#ifndef PROFILE_BODY_H
#define PROFILE_BODY_H

#include "paperconv/plugin.h"

struct body {
    pc_str lines[3]; /* the first ones that are not blank, trimmed */
    bool gap;        /* blank lines between the first and the second */
    pc_str last;     /* the last line */
    size_t count;    /* how many there are; LINES has the first 3 */
};

/* Reads up to the next header or the head of the next page. */
void body_read(struct body *body, pc_source *src);

/* True when title and authors stand on lines of their own, false when they are glued
 * together on the first. */
bool body_is_spaced(const struct body *body);

#endif
