/* seam_look.h - what holds at a place of a glued line: the features of seam.h, in the order of
 * what they cost. */
#ifndef PROFILE_SEAM_LOOK_H
#define PROFILE_SEAM_LOOK_H

#include "glued_line.h"

/* The letters around PLACE, the number of words, and the other places, which must be known. */
void seam_look_shape(const struct seam_line *line, struct seam_place *place);

/* What speaks against PLACE, of which the shape is known. */
void seam_look_closer(const struct seam_line *line, struct seam_place *place);
/* What ABSTRACT says about the title's last word, and the word across the seam. */
void seam_look_for_title(const struct seam_line *line, struct words *abstract,
                         struct seam_place *place);
/* Whether PEOPLE knows the name. */
void seam_look_for_person(const struct seam_line *line, const struct people *people,
                          struct seam_place *place);
/* What ABSTRACT says about the name; then the features are complete. */
void seam_look_for_name(const struct seam_line *line, struct words *abstract,
                        struct seam_place *place);
/* The word that seam_look_for_title() asks about first. */
pc_str seam_title_word(const struct seam_line *line, const struct seam_place *place);
/* Lists what ABSTRACT will be asked about PLACE, all at once. */
void seam_look_ahead(const struct seam_line *line, const struct seam_place *place,
                     struct words *abstract);

/* Makes PLACE "no seam". */
void seam_look_none(const struct seam_line *line, struct seam_place *place);

#endif
