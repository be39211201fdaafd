/* paperconv/arxiv.h - support library: arXiv's category codes, and its lists of authors.
 *
 * Listings print the short code of a category: LG for cs.LG, CHEM-PH for
 * physics.chem-ph.  Most codes have one meaning, some have several: CV is cs.CV
 * (computer vision) or math.CV (complex variables). */
#ifndef PAPERCONV_ARXIV_H
#define PAPERCONV_ARXIV_H

#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PC_ARXIV_IDS 4 /* no code has more meanings */

/* Stores the full ids that CODE, as printed, may stand for, sorted, and returns
 * their number: 0 when arXiv has no such code, 1 when it is clear, more when it is
 * ambiguous.  A full id stands for itself (Q-BIO.NC: q-bio.NC).  An alias counts as
 * the category that it is an alias of, so IT, NA and SY have one meaning; a code
 * from before 2007 has the id that replaced it.  The ids are constants.  Case of
 * ASCII letters does not matter. */
size_t pc_arxiv_lookup(pc_str code, pc_str ids[PC_ARXIV_IDS]);

/* The category or archive in brackets behind an identifier: cs.LG of "arXiv:2401.01234 [cs.LG]"; absent
 * without it. */
pc_str pc_arxiv_bracket(pc_str text);
/* True when CODE is the full id of one category, such as cs.LG or hep-th; an archive such as cs is none. */
bool pc_arxiv_is_category(pc_str code);

/* Adds the authors of TEXT, on one line, to RECORD, and the affiliations that stand in brackets behind
 * them.  Names are separated by commas, or by a colon behind a group, or when AND_BETWEEN by "and".  "et
 * al." sets authors_truncated; false when something other than the number of hidden authors stands
 * behind it. */
bool pc_arxiv_add_authors(pc_record *record, pc_str text, bool and_between);

#ifdef __cplusplus
}
#endif
#endif
