/* layout.h - which of its layouts a page has. */
#ifndef TRENDING_LAYOUT_H
#define TRENDING_LAYOUT_H

#include "paperconv/plugin.h"

enum layout {
    LAYOUT_FEED,  /* titles and abstracts */
    LAYOUT_CARDS, /* the trending page: cards with the day of publication */
    LAYOUT_DAILY, /* the papers of a day, or of a search: votes before the titles */
    LAYOUT_PAPER  /* pages of single papers */
};

/* The layout of the text HEAD, raw bytes: that of the first sign.  The feed has none; DECIDED is set,
 * if it is given, when more text would not change the answer. */
enum layout layout_of(pc_str head, bool *decided);

/* True when LINE is a text and no title, by its length or its sentences. */
bool layout_is_text(pc_str line);
/* True when LINE is one of the first lines of a list of papers. */
bool layout_begins_list(pc_str line);
/* True when LINE, followed by AHEAD, begins the page of a paper: "Papers arxiv:2401.01234" in one
 * line or two. */
bool layout_is_paper_head(pc_str line, pc_str ahead);
/* True when "Upvote" follows, in AHEAD, as on a card of the trending page. */
bool layout_upvote_follows(pc_str ahead);
/* The layout of a card that begins with "Submitted by", whose other lines are AHEAD; the feed's when
 * they are of no card. */
enum layout layout_of_submitted(pc_str ahead);

#endif
