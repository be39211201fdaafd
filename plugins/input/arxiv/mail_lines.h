/* mail_lines.h - the kinds of lines of arXiv's e-mail alerts. */
#ifndef MAIL_LINES_H
#define MAIL_LINES_H

#include "arxiv.h"

/* Cuts the marks of a mail that is quoted in another one, "> > ", off the front of LINE, at most
 * MOST; returns their number. */
size_t mail_cut_quotes(pc_str *line, size_t most);

/* All other functions take a LINE without quotes and white space at its ends. */

enum mail_rule {
    MAIL_NO_RULE,
    MAIL_RULE,          /* ------, between papers */
    MAIL_RULE_CROSS,    /* %-%-%-, before the cross-listings */
    MAIL_RULE_REPLACED, /* %%--%%--, before the replacements */
    MAIL_RULE_END       /* %%%---%%%---, behind the last paper */
};
enum mail_rule mail_rule_of(pc_str line);

/* \\ alone, which separates the parts of a paper. */
static inline bool mail_is_separator(pc_str line)
{
    return line.n == 2 && line.p[0] == '\\' && line.p[1] == '\\';
}
/* \\ ( https://arxiv.org/abs/ID ,  42kb) */
bool mail_is_footer(pc_str line);

struct mail_opening {
    pc_str id, version;
    bool cross; /* (*cross-listing*) */
};
/* arXiv:ID[ (*cross-listing*)], and as alerts had it before 2007: Paper[ (*cross-listing*)]: ID */
bool mail_read_opening(pc_str line, struct mail_opening *opening);
/* True for the line behind it: Date: ..., replaced with revised version ..., From: ... */
bool mail_is_dated(pc_str line);
/* True when the next line that is not blank is such a line. */
bool mail_dated_follows(pc_source *src);
/* If LINE says that this is a later version, stores what follows: the date. */
bool mail_is_replaced(pc_str line, pc_str *date);

/* Reads the day at the front of PRINTED: as arxiv_cut_date(), and "Mon, Nov 24, 2025 at 5:40 AM",
 * as programs for mail write it. */
bool mail_read_day(pc_str printed, pc_date *day);

#endif
