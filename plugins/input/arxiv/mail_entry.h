/* mail_entry.h - one paper of an e-mail alert. */
#ifndef MAIL_ENTRY_H
#define MAIL_ENTRY_H

#include "mail_lines.h"

struct mail_entry {
    struct arxiv_paper paper;
    struct arxiv_text subject_class, licence, proxy, from; /* which struct arxiv_paper has not */
    pc_str date, updated; /* as printed: of the first version, of a later one */
    bool replaced;        /* the entry says so */
    bool versions;        /* several dates, each with its version: the paper's own page */
    bool tight;           /* lines stand below each other without a blank one between */
    size_t quotes;        /* marks of a quoted mail in front of each line */
    size_t margin;        /* the indent of lines that have none of their own */
};

/* Reads the paper whose opening was read, into ENTRY, which is all-zero but for that and QUOTES; up
 * to the rule behind the paper, or up to the next paper. */
void mail_entry_read(struct mail_entry *entry, const struct arxiv_page *page, pc_source *src);

/* True when LINE and the next one are of the head of a mail, or LINE says that a mail was
 * forwarded; in mail.c. */
bool mail_begins_head(pc_source *src, pc_str line);
/* True when the next line is one of such a head and of no paper. */
bool mail_subject_follows(pc_source *src);

#endif
