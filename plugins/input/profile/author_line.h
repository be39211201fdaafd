/* author_line.h - author lines that are more than names and commas: teams, brackets, TeX accents,
 * affiliations in capitals. */
#ifndef PROFILE_AUTHOR_LINE_H
#define PROFILE_AUTHOR_LINE_H

#include "authors.h"

/* What stands around the second line of a record. */
struct author_place {
    bool gap_before, gap_after; /* blank lines; the end of the record is one, too */
};

enum author_line {
    AUTHOR_LINE_NO,
    AUTHOR_LINE_PLAIN, /* authors_cut() and authors_take() read it */
    AUTHOR_LINE_RICH   /* author_line_cut() and author_line_take() read it */
};

/* Whether LINE is an author line at PLACE.  The more blank lines stand around it, the less it must
 * look like one. */
enum author_line author_line_kind(pc_str line, struct author_place place);

/* As authors_cut(), for a line without a title: the affiliations may have any letters. */
struct authors author_line_cut(pc_str line);

/* As authors_take().  A comma separates also without a space behind it, unless it stands in
 * brackets; so does a colon, which arXiv prints behind the name of a team.  *AFFILIATION is what
 * stands in brackets behind the name; absent when there is none. */
bool author_line_take(pc_str *list, pc_str *name, pc_str *affiliation);

/* True when LINE, which was not read as authors, may well be authors. */
bool author_line_is_likely(pc_str line);

#endif
