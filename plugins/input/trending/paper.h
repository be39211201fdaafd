/* paper.h - the parts of the page of a paper. */
#ifndef TRENDING_PAPER_H
#define TRENDING_PAPER_H

#include "page.h"

/* Reads the next line of the paper; false, and the line is put back, where the next one begins. */
bool paper_read_line(pc_source *src, pc_str *line);
/* True when LINE stands behind a paper and is no text of it. */
bool paper_is_tail(pc_str line);

struct paper_title {
    pc_str text;
    pc_str at; /* the line that it begins on */
};

/* Adds the arXiv id in LINE. */
void paper_add_id(struct trending *page, pc_source *src, pc_record *rec, pc_str line);
/* Adds the TITLE, which stands before the day of publication, and returns the line of that. */
pc_str paper_read_title(struct trending *page, pc_source *src, pc_record *rec,
                        struct paper_title *title);
/* Reads what stands between the title and the abstract, from LINE on; true when the abstract
 * follows. */
bool paper_read_head(struct trending *page, pc_source *src, pc_record *rec, pc_str line);
/* Reads the authors up to the abstract, when LINE begins with "Authors:". */
bool paper_take_authors(struct trending *page, pc_source *src, pc_record *rec, pc_str line);

#endif
