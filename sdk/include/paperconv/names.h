/* paperconv/names.h - support library: the parts of a person's name.
 *
 * Two readers for two kinds of text:
 * - pc_name_split() is for names as a page prints them ("Jan van der Berg", "King,
 *   Martin Luther, Jr."): it guesses with lists of particles, suffixes and words
 *   of groups.
 * - pc_person_read() is for a BibTeX or biblatex field: it applies the rules of BibTeX or
 *   biber, which know no names, only small initials, commas and braces. */
#ifndef PAPERCONV_NAMES_H
#define PAPERCONV_NAMES_H

#include "paperconv/fields.h"
#include "paperconv/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Slices of the printed name; absent where the name has no such part.  White space
 * inside them is as printed: pc_name_tidy() normalises it. */
typedef struct pc_name {
    pc_str given, particle, family, suffix;
    bool whole; /* FAMILY is the whole name: of a group, or one that cannot be split */
} pc_name;

/* Splits a printed name: "First von Last Jr.", "von Last, First", "von Last, Jr., First" and
 * "Last, First, Jr.".  Capitalised particles (Van Gool) belong to the family
 * name; names in Chinese, Japanese or Korean script begin with it. */
void pc_name_split(pc_str printed, pc_name *name);

/* Appends a part with single spaces and joined initials: "M. -C." becomes "M.-C.". */
void pc_name_tidy(pc_text *out, pc_str part);

/* ---- the parts of a person ----------------------------------------------------
 *
 * As the qualifiers author.given, author.prefix and so on have them. */

typedef struct pc_person {
    pc_str given;           /* Ludwig, J. R. R. */
    pc_str dropping_prefix; /* goes with the given name when the family name is first */
    pc_str prefix;          /* goes with the family name: van, de la */
    pc_str family;
    pc_str suffix;  /* Jr., III */
    pc_str literal; /* a group, or a name that is not to be split; no other part then */
} pc_person;

/* The parts that pc_name_split() found; a whole name becomes LITERAL. */
pc_person pc_person_from_name(const pc_name *name);
/* The parts of the person VALUE of a record: its qualifiers, or those that pc_name_split() finds
 * when there are none.  Slices of the record. */
pc_person pc_person_from_value(const pc_value *value);

/* ---- names in BibTeX and biblatex ---------------------------------------------- */

/* Where the two differ:
 *                        PC_NAMES_BIBTEX (bibtex 0.99d)   PC_NAMES_BIBLATEX (biber 2.18)
 * the prefix is          up to the last small word        the first small words
 *   A b C d E            prefix "b C d"                   prefix "b", family "C d E"
 *   B c D, A             prefix "B c"                     family "B c D"
 * small is a word whose  first letter outside of braces   first character is small
 *   1b, 's, {B}b         small                            not small
 * a hyphen               begins a new word                does not
 * Here a tie (~) ends a word in both, and letters beyond ASCII have the case that Unicode
 * gives them; bibtex does not see them.  A special character ({\'e}) counts as its letter. */
typedef enum pc_names_rules { PC_NAMES_BIBTEX, PC_NAMES_BIBLATEX } pc_names_rules;

/* Appends LIST, a field of names, with what TeX hides outside of braces as characters: accents and
 * letters (Jo\~{a}o, S\o ren, \'{A}lvaro), and one blank for blanks, ties and spaces such as \, that
 * follow each other.  The functions below then find the words and their case in it.  All else
 * stays TeX. */
void pc_names_decode(pc_text *out, pc_str list);

/* Takes the next name off LIST, the value of a field such as author without white space
 * at both ends (pc_trim()).  "and" separates names in any case, with white space on both
 * sides and outside of braces.  The name may be empty ("A and and B"); false at the end. */
bool pc_person_next(pc_str *list, pc_str *name);
/* True for the last name "others": there are more people. */
bool pc_person_is_others(pc_str name);

enum {                      /* what was wrong with a name; the parts are the best that can be had */
       PC_PERSON_EMPTY = 1, /* there is no name */
       PC_PERSON_COMMAS = 2,      /* more than two commas, or one at the end */
       PC_PERSON_BRACES = 4,      /* the braces do not balance */
       PC_PERSON_NO_FAMILY = 8,   /* ", First" */
       PC_PERSON_UNKNOWN_KEY = 16 /* of an extended name */
};

/* Splits one name and returns what was wrong with it.  Parts are slices of NAME: TeX, white
 * space as it is.  Braces around the whole of a part are left out, because they only
 * protect it: {van Dyke} is the family name "van Dyke", and {Barnes and Noble}, all of a
 * name, the LITERAL "Barnes and Noble".  A hyphen between two parts stays with the first.
 *
 * Reads biblatex's extended format too: given=Hans, family={Harman, Inc}, prefix=von,
 * useprefix=false, which makes the prefix a dropping one.  Quotes may stand around a pair
 * or a value.  Initials (given-i) and other options of a name are passed over.
 * (BibTeX: bibtex.web, the part on format.name$; biblatex manual, "Name Lists".) */
unsigned pc_person_read(pc_str name, pc_names_rules rules, pc_person *person);

/* Makes particles at the end of the given names the prefix: "Berg, Jan van der", which both
 * programs print as it stands.  True when there were some; the particles are those that
 * pc_name_split() knows. */
bool pc_person_move_particles(pc_person *person);
/* Makes small ASCII words at the front of the family name the prefix: "van der Berg", as CSL
 * processors do.  True when there were some, and a name behind them. */
bool pc_person_cut_prefix(pc_person *person);

/* Appends "von Last, Jr, First", which pc_person_read() with the same RULES splits into the
 * same parts; braces are put around what would be read otherwise.  Parts must be TeX whose
 * braces balance, as pc_tex_escape() writes it: false, and nothing is written, when they do
 * not or when there is no part.  Three things have no notation:
 * - a prefix that the rules do not see as one ("De La") is written with the family name;
 * - a dropping prefix is written, and read, as part of the prefix;
 * - a family name alone that needs braces ({Le Corbusier}) is read as LITERAL.
 * A suffix without a given name is written "Last, Jr, {}". */
bool pc_person_to_bibtex(pc_text *out, const pc_person *person, pc_names_rules rules);

/* True for a family name and given names of ASCII words that begin with capitals, as most are: no
 * rule above touches them, nor has TeX anything to escape.  A quick test before the rest. */
bool pc_person_is_plain(const pc_person *person);

/* ---- names in other notations --------------------------------------------------- */

/* Appends the name as it is printed: "Ludwig van Beethoven, Jr.". */
void pc_person_to_printed(pc_text *out, const pc_person *person);
/* Appends "van Last, First, Suffix"; a dropping prefix stands behind First.  (RIS Format
 * Specifications, Research Information Systems; pc_name_split() reads it.) */
void pc_person_to_ris(pc_text *out, const pc_person *person);

#define PC_PERSON_CSL_MEMBERS 5
typedef struct pc_person_member {
    const char *key; /* of CSL-JSON: "family", "non-dropping-particle", ... */
    pc_str value;
} pc_person_member;
/* Stores the members of a name variable of csl-data.json 1.0.2; returns their number. */
size_t pc_person_to_csl(const pc_person *person, pc_person_member members[PC_PERSON_CSL_MEMBERS]);

#ifdef __cplusplus
}
#endif
#endif
