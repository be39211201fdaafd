/* seam.h - where the title ends and the first author begins in a glued line:
 * "Explainable AIHunter Sturm, Jonas Teufel, Kaitlin A. Isfeld et al."
 *
 * Every place that may be the seam gets a score, the sum of the weights of what holds
 * there (SEAM_FEATURES); the best one wins.  The weights are those of a log-linear model,
 * made by tools/train-seam: a difference of scores is the logarithm of the odds. */
#ifndef PROFILE_SEAM_H
#define PROFILE_SEAM_H

#include "abstract_words.h"
#include "authors.h"
#include "known_names.h"
#include "paperconv/plugin.h"

/* Title, name, word and character here are those that the seam would make. */
#define SEAM_FEATURES(X)                                                                  \
    /* no seam at all: the line is a title */                                             \
    X(none)                                                                               \
    X(none_names_follow) /* ... but its last pieces look like names */                    \
    /* the last character of the title, when it is no lower-case letter */                \
    X(after_upper)                                                                        \
    X(after_caseless)                                                                     \
    X(after_digit)                                                                        \
    X(after_stop)                                                                         \
    X(after_hyphen)                                                                       \
    X(after_close)                                                                        \
    X(after_hidden)                                                                       \
    X(after_other)                                                                        \
    /* the first character of the name, when it is no capital, and the second */          \
    X(starts_lower)         /* behind a letter, where nothing shows it */                 \
    X(starts_lower_visibly) /* behind anything else */                                    \
    X(starts_camel)         /* a capital follows: nEXO */                                 \
    X(starts_particle)                                                                    \
    X(starts_caseless)                                                                    \
    X(then_upper)                                                                         \
    X(then_stop)                                                                          \
    X(then_blank)                                                                         \
    X(then_other)                                                                         \
    X(inside_capitals) /* a capital before, a capital behind */                           \
    X(inside_surname)  /* Mc, Mac, O', D' before */                                       \
    X(inside_prefix)   /* a short capitalised prefix before: Le, De, Van */               \
    /* the title */                                                                       \
    X(title_unbalanced)      /* brackets, quotes or dollars stay open */                  \
    X(title_ends_small_word) /* of, the, and */                                           \
    X(title_ends_particle)                                                                \
    X(title_word_glued) /* a capital inside its last word, and the abstract lacks that */ \
    X(title_word_camel) /* ... but the abstract has it */                                 \
    /* the name */                                                                        \
    X(name_one_word)                                                                      \
    X(name_three_words)                                                                   \
    X(name_four_words)                                                                    \
    X(name_more_words)                                                                    \
    X(name_small_words) /* how many words in lower case that are no particles */          \
    X(name_glued)       /* a capital inside one of its words */                           \
    X(name_no_letters)  /* digits, brackets, signs */                                     \
    X(name_capitals)    /* a word of three capitals or more */                            \
    X(collaboration)    /* an acronym and "Collaboration" or the like */                  \
    /* how many names follow, and whether they look like names */                         \
    X(alone)                                                                              \
    X(one_follows)                                                                        \
    X(piece_is_name) /* what stands between the commas around the place */                \
    X(bad_follows)                                                                        \
    /* other places in the same piece of the line */                                      \
    X(place_behind)                                                                       \
    X(place_before)                                                                       \
    /* what the abstract says */                                                          \
    X(abstract_has_joined) /* the word across the seam */                                 \
    X(abstract_has_name_small)                                                            \
    X(abstract_has_name_capital)                                                          \
    X(abstract_has_last_small)                                                            \
    X(abstract_splits) /* the abstract has the title's word, not the joined one */        \
    /* what the names of the document say */                                              \
    X(known_name)                                                                         \
    X(known_first)                                                                        \
    X(known_last)

enum seam_feature {
#define SEAM_ENUM(name) SEAM_##name,
    SEAM_FEATURES(SEAM_ENUM)
#undef SEAM_ENUM
        SEAM_FEATURE_COUNT
};

/* What is known beside the line itself. */
struct seam_evidence {
    struct words *abstract; /* empty when the record has none */
    const struct people *people;
};

enum seam_stage { SEAM_NEW, SEAM_SHAPE, SEAM_CLOSE, SEAM_COMPLETE };

/* A place: the title is the first AT bytes, the first author is up to END. */
struct seam_place {
    size_t at, end;
    uint64_t features;           /* a bit for each that holds */
    unsigned char small_words;   /* what SEAM_name_small_words counts */
    unsigned char words, smalls; /* of the name; SMALLS: in lower case, behind the first one */
    unsigned char piece;         /* which piece of the line, from the end, it is in */
    bool capital;                /* the name begins with one */
    unsigned char stage;         /* how many of its FEATURES are known */
};

enum { SEAM_PLACES = 64 };

/* Stores the places where AUTHORS.names may be cut, with their features, and returns their
 * number, at least one: that there is no seam (AT is the length). */
size_t seam_places(struct authors authors, const struct seam_evidence *evidence,
                   struct seam_place places[SEAM_PLACES]);
/* How often FEATURE counts at PLACE. */
unsigned seam_count(const struct seam_place *place, enum seam_feature feature);

struct seam_choice {
    struct seam_place best;
    bool thin;               /* the evidence is thin: */
    struct seam_place rival; /* this place is nearly as good */
};
struct seam_choice seam_choose(struct authors authors, const struct seam_evidence *evidence);

#endif
