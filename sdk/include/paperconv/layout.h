/* paperconv/layout.h - support library: warns when a page has lines that its reader does not know.
 *
 * Pages change.  A reader of copied pages counts the lines of a document: those that it knows,
 * because they are a field of a paper or boilerplate of the page, and those that are strange to
 * it.  At the end of the document pc_layout_end() prints one warning, `unfamiliar-layout`, when
 * more than a tenth of the lines were strange, or when a record was shorter than any paper. */
#ifndef PAPERCONV_LAYOUT_H
#define PAPERCONV_LAYOUT_H

#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { PC_LAYOUT_SHOWN = 60 }; /* bytes of a line that the warning shows */

/* Part of an input's state; all-zero at the start of a document.  Private members. */
typedef struct pc_layout {
    uint64_t known, strange, short_records;
    uint64_t line; /* the number of the first strange one */
    unsigned char length;
    char text[PC_LAYOUT_SHOWN]; /* of that line, its first bytes */
} pc_layout;

/* Counts N lines that are a field of a paper, or boilerplate.  Blank lines count nowhere. */
static inline void pc_layout_known(pc_layout *layout, uint64_t n)
{
    layout->known += n;
}

/* Counts LINE, a slice of a line that this callback read, as strange.  May call pc_start() for
 * REC, which next() was given: call pc_start() for the record itself afterwards. */
void pc_layout_strange(pc_layout *layout, pc_record *rec, pc_str line);

/* True when a record of only a TITLE and an ABSTRACT, either of which may be absent, is shorter
 * than any paper: it has no abstract, and less than three words of title.  A Chinese or Japanese
 * character counts as a word. */
bool pc_layout_is_short(pc_str title, pc_str abstract);

/* Counts the line of TITLE, the title of a record that is shorter than any paper or that is a text
 * of the page, as strange; whatever their number, there will be a warning.  As to REC see
 * pc_layout_strange(). */
void pc_layout_short_record(pc_layout *layout, pc_record *rec, pc_str title);

/* Call it once, at the end of the document. */
void pc_layout_end(const pc_layout *layout, pc_source *src);

#ifdef __cplusplus
}
#endif
#endif
