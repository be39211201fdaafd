/* seam_look.h - what holds at a place of a glued line: the features of seam.h, in the order of
 * what they cost. */
#ifndef PROFILE_SEAM_LOOK_H
#define PROFILE_SEAM_LOOK_H

#include "seam_line.h"

/* The letters around PLACE, the number of words, and the other places, which must be known. */
void seam_look_shape(const struct seam_line *line, struct seam_place *place);
/* Parts of that: what follows from PLACE's words and smalls; from other places. */
void seam_look_count(struct seam_place *place);
void seam_look_around(const struct seam_line *line, struct seam_place *place);

/* What speaks against PLACE, of which the shape is known. */
void seam_look_closer(const struct seam_line *line, struct seam_place *place);
/* What ABSTRACT says about the title's last word, and the word across the seam. */
void seam_look_for_title(const struct seam_line *line, struct words *abstract,
                         struct seam_place *place);
/* What EVIDENCE says about the name; then the features are complete. */
void seam_look_for_name(const struct seam_line *line, const struct seam_evidence *evidence,
                        struct seam_place *place);

/* The words that these two ask about, the first of them about the first. */
enum { SEAM_AHEAD = 3 };
void seam_look_ahead(const struct seam_line *line, const struct seam_place *place,
                     pc_str words[SEAM_AHEAD]);

/* Makes PLACE "no seam". */
void seam_look_none(const struct seam_line *line, struct seam_place *place);

#endif
