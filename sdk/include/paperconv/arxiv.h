/* paperconv/arxiv.h - support library: arXiv's category codes.
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

#ifdef __cplusplus
}
#endif
#endif
