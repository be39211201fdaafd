/* boundary_place.h - a place in a line where the title may end and the authors begin, and what
 * speaks for it. */
#ifndef PROFILE_BOUNDARY_PLACE_H
#define PROFILE_BOUNDARY_PLACE_H

#include "abstract_words.h"
#include "authors.h"
#include "known_names.h"
#include "paperconv/plugin.h"

/* "Title" and "name" are the texts before and after the place. */
#define BOUNDARY_FEATURES(X)                                                            \
    /* no boundary: the whole line is a title */                                        \
    X(none)                                                                             \
    X(none_names_follow) /* ... but its last pieces look like names */                  \
    /* the last character of the title, unless it is a lower-case letter */             \
    X(after_upper)                                                                      \
    X(after_caseless)                                                                   \
    X(after_digit)                                                                      \
    X(after_stop)                                                                       \
    X(after_initial) /* after a stop: an initial that is glued on, "ApplicationsB." */  \
    X(after_hyphen)  /* or an opening bracket or quote */                               \
    X(after_close)                                                                      \
    X(after_zero_width)                                                                 \
    X(after_other)                                                                      \
    /* the first character of the name, unless it is a capital, and the second */       \
    X(starts_lower)         /* after a letter, where nothing shows it */                \
    X(starts_lower_visibly) /* after anything else */                                   \
    X(starts_camel)         /* a capital follows: nEXO */                               \
    X(starts_particle)                                                                  \
    X(starts_caseless)                                                                  \
    X(then_upper)                                                                       \
    X(then_stop)                                                                        \
    X(then_space)                                                                       \
    X(then_other)                                                                       \
    X(inside_capitals) /* a capital before, a capital after */                          \
    X(inside_roman)    /* a Roman number, and a later capital is glued on */            \
    X(inside_surname)  /* Mc, Mac, O', D' before */                                     \
    X(inside_prefix)   /* a short capitalised prefix before: Le, De, Van */             \
    /* the title */                                                                     \
    X(title_unbalanced)      /* brackets, quotes or dollars stay open */                \
    X(title_ends_small_word) /* of, the, and */                                         \
    X(title_ends_particle)                                                              \
    X(title_word_glued) /* a capital inside its last word, which the abstract lacks */  \
    X(title_word_camel) /* ... and which the abstract has */                            \
    /* the name */                                                                      \
    X(name_one_word)                                                                    \
    X(name_three_words)                                                                 \
    X(name_four_words)                                                                  \
    X(name_more_words)                                                                  \
    X(name_small_words) /* the number of lower-case words except particles */           \
    X(name_glued)       /* a capital inside one of its words */                         \
    X(name_no_letters)  /* digits, brackets, signs */                                   \
    X(name_capitals)    /* a word of three capitals or more */                          \
    X(team)             /* the last word is "Collaboration" or similar */               \
    X(collaboration)    /* ... and the first an acronym: LIGO */                        \
    X(team_mixed)       /* ... or one with digits or small letters: T2K, HiRes */       \
    /* the names that follow */                                                         \
    X(alone)                                                                            \
    X(one_follows)                                                                      \
    X(piece_is_name) /* the text between the commas around the place */                 \
    X(bad_follows)                                                                      \
    X(truncated_short) /* less than three names stand before "et al." */                \
    /* other places in the same piece of the line */                                    \
    X(place_behind)                                                                     \
    X(place_before)                                                                     \
    /* what the abstract says */                                                        \
    X(abstract_has_joined) /* the word across the boundary */                           \
    X(abstract_has_name_small)                                                          \
    X(abstract_has_name_capital)                                                        \
    X(abstract_has_last_small)                                                          \
    X(abstract_splits) /* the abstract has the title's last word, not the joined one */ \
    /* what earlier names of the document say */                                        \
    X(known_name)                                                                       \
    X(known_first)                                                                      \
    X(known_last)

enum boundary_feature {
#define BOUNDARY_ENUM(name) BOUNDARY_##name,
    BOUNDARY_FEATURES(BOUNDARY_ENUM)
#undef BOUNDARY_ENUM
        BOUNDARY_FEATURE_COUNT
};

/* What helps beside the line itself. */
struct boundary_evidence {
    struct abstract_words *abstract; /* empty when the record has none */
    const struct known_names *known;
};

enum boundary_stage { BOUNDARY_NEW, BOUNDARY_SHAPE, BOUNDARY_CLOSE, BOUNDARY_COMPLETE };

/* A place: the title is the first AT bytes of the line, the first author ends at END. */
struct boundary_place {
    size_t at, end;
    uint64_t features;           /* a bit for each that holds */
    unsigned char small_words;   /* how often BOUNDARY_name_small_words counts */
    unsigned char words, smalls; /* of the name; SMALLS: the lower-case ones after the first */
    unsigned char piece;         /* the piece of the line that it is in, counted from the end */
    bool capital;                /* the name begins with a capital */
    unsigned char stage;         /* how many of its FEATURES are known */
};

enum { BOUNDARY_PLACES = 64 }; /* of a line, at most */

#endif
