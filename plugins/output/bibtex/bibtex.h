/* bibtex.h - what the files of this module share. */
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
    uint64_t untitled; /* counted by prepare(), in order; write() reads neither */
};

/* One entry on its way out. */
struct entry {
    const struct bibtex *options;
    const pc_record *record;
    const pc_fields *fields;
    pc_date date; /* of year 0 when the format has no place for it: it wants a year */
    enum pc_markup markup;
    pc_text out, part;
};

/* Appends VALUE, escaped, and reports what may surprise. */
void bibtex_put(struct entry *e, pc_str value, enum pc_protect protect);
/* The same, as text that no style changes. */
void bibtex_put_text(struct entry *e, pc_str value);
/* Appends an address, which readers take verbatim. */
void bibtex_put_address(struct entry *e, pc_str address);
/* Appends a name as "von Last, Jr, First". */
void bibtex_put_name(struct entry *e, pc_str printed);
/* Appends the entry, and counts what it cannot carry. */
void bibtex_put_entry(struct entry *e);

#endif
