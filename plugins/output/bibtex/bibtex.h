/* bibtex.h - shared by the files of this module. */
#ifndef BIBTEX_H
#define BIBTEX_H

#include "paperconv/dates.h"
#include "paperconv/fields.h"
#include "paperconv/keys.h"
#include "paperconv/tex.h"

/* In the order of the option's choices. */
enum protect { ACRONYMS, ALL, WHOLE, NONE };
enum encoding { ASCII, UTF8 };

struct bibtex {
    pc_str keys;
    int64_t protect, encoding;
    bool biblatex;
    pc_keys maker;
    uint64_t untitled; /* counted by prepare(), in order; write() reads neither of the two */
};

enum { ENTRY_MOST = 8 << 20 }; /* bytes; escaping makes up to 18 of one */

/* One entry while it is written. */
struct entry {
    const struct bibtex *options;
    const pc_record *record;
    const pc_fields *fields;
    pc_date date; /* year 0: BibTeX has no place for the date */
    enum pc_markup markup;
    pc_text out, part;
    bool too_long;
};

/* Appends VALUE, escaped, and reports unexpected TeX. */
void bibtex_put(struct entry *e, pc_str value, enum pc_protect protect);
/* The same for text that is not a title. */
void bibtex_put_text(struct entry *e, pc_str value);
/* Appends an address, which readers take verbatim. */
void bibtex_put_address(struct entry *e, pc_str address);
/* Appends a name as "von Last, Jr, First". */
void bibtex_put_name(struct entry *e, pc_str printed);
/* Appends the entry, and counts the fields that it has no place for. */
void bibtex_put_entry(struct entry *e);

#endif
