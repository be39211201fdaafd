/* seam_look.h - what holds at a place of a glued line: the features of seam.h. */
#ifndef PROFILE_SEAM_LOOK_H
#define PROFILE_SEAM_LOOK_H

#include "seam.h"

enum { SEAM_NAMES = 3 }; /* the longest list of authors that a page prints */

/* A glued line, seen from its end. */
struct seam_line {
    pc_str text;
    bool truncated;
    pc_str tail[SEAM_NAMES]; /* the last pieces between commas, the last one first */
    bool tail_is_name[SEAM_NAMES];
    size_t tail_count;
};

void seam_look_line(struct authors authors, struct seam_line *line);
/* Features of the COUNT places of one piece that depend on the others. */
void seam_look_around(struct seam_place *places, size_t count, const struct seam_line *line);
/* All other features of a place. */
void seam_look(const struct seam_line *line, const struct seam_evidence *evidence,
               struct seam_place *place);
/* The features of "no seam". */
void seam_look_none(const struct seam_line *line, struct seam_place *place);

#endif
