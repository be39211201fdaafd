/* boundary_features.h - finds the features of a place (BOUNDARY_FEATURES), cheap ones first. */
#ifndef PROFILE_BOUNDARY_FEATURES_H
#define PROFILE_BOUNDARY_FEATURES_H

#include "glued_line.h"

/* From the characters around PLACE, the number of words, and the other places of LINE, which must
 * all be known. */
void find_shape_features(const struct glued_line *line, struct boundary_place *place);

/* From the letters of title and name.  The shape of PLACE must be known. */
void find_letter_features(const struct glued_line *line, struct boundary_place *place);
/* From ABSTRACT: has it the last word of the title, and the word across the boundary? */
void find_title_features(const struct glued_line *line, struct abstract_words *abstract,
                         struct boundary_place *place);
/* Is the name one of NAMES? */
void find_known_name_features(const struct glued_line *line, const struct known_names *names,
                              struct boundary_place *place);
/* From ABSTRACT: has it the words of the name?  PLACE is complete then. */
void find_name_features(const struct glued_line *line, struct abstract_words *abstract,
                        struct boundary_place *place);
/* The word that find_title_features() looks up first. */
pc_str last_title_word(const struct glued_line *line, const struct boundary_place *place);
/* Lists at once all words of PLACE that will be looked up in ABSTRACT. */
void prepare_features(const struct glued_line *line, const struct boundary_place *place,
                      struct abstract_words *abstract);

/* Makes PLACE "no boundary": the whole line is a title. */
void make_no_boundary(const struct glued_line *line, struct boundary_place *place);

#endif
