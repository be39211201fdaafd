/* authors.h - author lines: "Ping Xiong, Thomas Schnake et al. · deepmind, eth". */
#ifndef PROFILE_AUTHORS_H
#define PROFILE_AUTHORS_H

#include "paperconv/lines.h"
#include "paperconv/plugin.h"

struct authors {
    pc_str names;        /* the rest of the line */
    pc_str affiliations; /* absent when there are none */
    bool truncated;      /* the line has "et al." */
};

/* pc_lines_trim(S), faster when there is at most one space in front, as almost always. */
static inline pc_str authors_trim(pc_str s)
{
    if (s.n > 1 && s.p[0] == ' ')
        s = pc_drop(s, 1);
    if (s.n != 0 && s.p[0] > ' ' && s.p[0] < 0x7f && s.p[s.n - 1] > ' ' && s.p[s.n - 1] < 0x7f)
        return s;
    return pc_lines_trim(s);
}

/* Takes affiliations and "et al." off the end of LINE; a glued title stays in NAMES. */
struct authors authors_cut(pc_str line);

/* Takes the next name, or affiliation, off a list; false at its end.  "Jr." and similar suffixes
 * belong to the name before. */
bool authors_take(pc_str *list, pc_str *name);
/* The same from the end of the list. */
bool authors_take_last(pc_str *list, pc_str *name);

/* True for "Jr." and similar suffixes. */
bool authors_is_suffix(pc_str name);

/* Takes the next word of a name or a title off S, ended by white space; false at its end. */
bool authors_take_word(pc_str *s, pc_str *word);

/* True for "Collaboration", "Team" and similar words. */
bool authors_is_team_word(pc_str word);

/* True when NAME may be a person or a collaboration. */
bool authors_is_name(pc_str name);
/* True when the whole LINE is an author line; STRICTLY: and cannot be a short sentence. */
bool authors_is_line(pc_str line, bool strictly);
/* True when LINE ends with a full stop behind a long word in lower case. */
bool authors_ends_sentence(pc_str line);
/* True when WORD is one of WORDS, which end with NULL. */
bool authors_is_one_of(pc_str word, const char *const *words);
/* For authors_is_particle(). */
extern const unsigned char authors_particle_lengths[32];
bool authors_is_particle_(pc_str word);
/* True when WORD is a particle of names: von, de, el. */
static inline bool authors_is_particle(pc_str word)
{
    /* a cheap test first: the lengths of particles, a bit each, by the low bits of the initial */
    return word.n != 0 && word.n <= 5 &&
           (authors_particle_lengths[word.p[0] & 31] >> word.n & 1) != 0 &&
           authors_is_particle_(word);
}

#endif
