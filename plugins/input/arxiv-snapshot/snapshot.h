/* snapshot.h - a paper of arXiv's snapshot while it is read.
 *
 * paper.c reads the members; people.c reads the authors, texts.c wrapped texts and dates; detection.c
 * knows the format by its first bytes. */
#ifndef PAPERCONV_ARXIV_SNAPSHOT_H
#define PAPERCONV_ARXIV_SNAPSHOT_H

#include "paperconv/dates.h"
#include "paperconv/json.h"

struct snapshot {
    pc_text decoded; /* strings with escapes, of one line */
    pc_text name;    /* of an author, as it is printed; given names that are tidied */
    size_t member;   /* of the table in paper.c, behind the one that came last */
};

struct paper {
    struct snapshot *snapshot;
    pc_record *record;
    pc_json json;
    pc_str authors;  /* as the submitter wrote them */
    bool has_people; /* the parsed authors were there */
    bool known;      /* a member of the snapshot was there */
    size_t left_out;
    pc_str left_out_member;
};

/* ---- paper.c ---- */

/* Reads LINE into paper->record.  False when it is no JSON object: paper->json says where. */
bool paper_read(struct paper *paper, pc_str line);

/* ---- people.c ---- */

/* Reads the value that comes next in paper->json: an array for each author, with the family name, given
 * names, a suffix, and affiliations. */
void paper_read_people(struct paper *paper);
/* True when AUTHORS, as the submitter wrote them, have "et al.": the parsed authors leave it out. */
bool paper_is_truncated(pc_str authors);

/* ---- texts.c ---- */

/* TEXT, a string that paper->json gave, on one line: changed where it is. */
pc_str paper_unwrap(struct paper *paper, pc_str text);
/* The same, but an indented line begins a paragraph, behind an empty line. */
pc_str paper_unwrap_abstract(struct paper *paper, pc_str text);
/* The day of TEXT, "Mon, 2 Apr 2007 19:18:42 GMT" (RFC 822), in EDTF; absent when it is none. */
pc_str paper_day(pc_str text, char out[PC_DATE_SIZE]);

/* ---- detection.c ---- */

/* How sure HEAD is the snapshot, 0 to 100, and why. */
int snapshot_sniff(pc_str head, pc_str name, const char **why);

#endif
