/* citation.h - a citation of MEDLINE, the format of PubMed's nbib files. */
#ifndef PAPERCONV_CITATION_H
#define PAPERCONV_CITATION_H

#include "tagged.h"

/* A citation while its lines are read. */
struct citation {
    struct reading *r;
    enum pc_list person;   /* the list of the last person; PC_LISTS: none yet */
    pc_str full;           /* the name of the last person, in FAU or FED; absent behind AU and ED */
    size_t author, editor; /* the next FAU, and FED, whose AU or ED may stand elsewhere */
    /* The tag has a text: TI, BTI, JT, TA, DP, PG. */
    bool has_title, has_book, has_journal, has_short, has_day, has_pages;
    pc_text joined;   /* the texts of several lines */
    const char *type; /* of CSL; NULL: unknown */
    const struct tagged *lines;
};

/* One line of the table: which field is read from which tag. */
struct rule_of_tag {
    char tag[TAG_MOST + 1];
    enum pc_list list;
    void (*read)(struct citation *c, const struct rule_of_tag *rule, pc_str text);
};

/* ---- citation.c ------------------------------------------------------------------- */

/* Makes the record of a citation whose lines are gathered. */
void nbib_read_citation(struct reading *r, const struct tagged *lines);

/* ---- citation_values.c ------------------------------------------------------------ */

typedef void nbib_reader(struct citation *c, const struct rule_of_tag *rule, pc_str text);

nbib_reader nbib_read_single, nbib_read_many, nbib_read_heading, nbib_read_title,
    nbib_read_abstract_lines, nbib_read_book_title, nbib_read_short_title, nbib_read_journal,
    nbib_read_full_name, nbib_read_short_name, nbib_read_group, nbib_read_affiliation,
    nbib_read_author_id, nbib_read_publication_date, nbib_read_pagination, nbib_read_issn,
    nbib_read_eric_issn, nbib_read_isbn, nbib_read_article_id, nbib_read_pmcid, nbib_read_pmid,
    nbib_read_nothing;

#endif
