/* entry.h - shared by the files that write an entry; private to the support library. */
#ifndef PAPERCONV_ENTRY_H
#define PAPERCONV_ENTRY_H

#include "entry_types.h"
#include "paperconv/bibtex_entry.h"
#include "paperconv/dates.h"
#include "paperconv/tex.h"

/* The parts of a person, escaped one behind the other. */
struct escaped_parts {
    pc_text text, part;
    size_t ends[6];
    bool reported; /* one report for a name */
};

/* The parts of people that biblatex's data annotations have. */
enum { ANNOTATED_AFFILIATION, ANNOTATED_ORCID, ANNOTATED_PARTS };
enum { ANNOTATED_MOST = 8 }; /* fields; there are fewer lists of people */

/* A field that annotates people: START is that of theirs. */
struct annotation {
    const char *start;
    int part;
};

/* One entry while it is written. */
struct entry {
    const pc_bibtex_style *style;
    const pc_record *record;
    const pc_fields *fields;
    struct entry_type type;
    bool has_year;                          /* else BibTeX has no place for the date */
    uint64_t written[(PC_LISTS + 63) / 64]; /* bit L % 64 of word L / 64: the entry has list L */
    enum pc_markup markup;
    pc_text out;
    pc_text part; /* a value that is not written as it is */
    struct escaped_parts person;
    pc_text annotations[ANNOTATED_PARTS];        /* of the people of one field */
    struct annotation annotated[ANNOTATED_MOST]; /* the fields that were written */
    size_t annotated_count;
    bool too_long;
};

typedef void put_value(struct entry *e, pc_str value);

/* ---- entry_values.c ---- */

/* Appends VALUE, escaped, and reports unexpected TeX. */
void pc_entry_put(struct entry *e, pc_str value, enum pc_protect protect);
/* The same for text that is not a title, and for a title. */
void pc_entry_put_text(struct entry *e, pc_str value);
void pc_entry_put_heading(struct entry *e, pc_str value);
/* The same for one of several names that " and " separates: a name with that word is braced. */
void pc_entry_put_group(struct entry *e, pc_str value);
/* Appends an address, which readers take verbatim. */
void pc_entry_put_address(struct entry *e, pc_str address);
/* Appends one of the paths that ";" separates. */
void pc_entry_put_path(struct entry *e, pc_str path);
/* Appends a person as "von Last, Jr, First". */
void pc_entry_put_person(struct entry *e, const pc_value *person);

/* Notes that the entry has the fields of LIST. */
static inline void entry_mark(struct entry *e, enum pc_list list)
{
    e->written[list / 64] |= (uint64_t)1 << list % 64;
}

/* Most records have few of the fields: the calls below that have nothing to write cost little. */
static inline bool entry_has(const struct entry *e, enum pc_list list)
{
    return e->fields->first[list] != NULL;
}

/* True when the text from START on prints nothing. */
bool pc_entry_is_blank(const struct entry *e, size_t start);
/* START, VALUE as PUT writes it, and a brace; nothing when it prints nothing. */
void pc_entry_put_one(struct entry *e, pc_str start, pc_str value, put_value *put);

void pc_entry_put_value(struct entry *e, pc_str start, enum pc_list list, put_value *put);
bool pc_entry_put_values(struct entry *e, pc_str start, enum pc_list list, put_value *put,
                         const char *separator);

/* START, the first value of LIST as PUT writes it, and a brace; nothing when it prints nothing. */
static inline void entry_put_field(struct entry *e, const char *start, enum pc_list list,
                                   put_value *put)
{
    if (entry_has(e, list))
        pc_entry_put_value(e, pc_s(start), list, put);
}

/* The same for all values; false when none prints anything. */
static inline bool entry_put_all(struct entry *e, const char *start, enum pc_list list,
                                 put_value *put, const char *separator)
{
    return entry_has(e, list) && pc_entry_put_values(e, pc_s(start), list, put, separator);
}

/* ---- entry_people.c ---- */

/* Appends START, the people of LIST and a brace; false when none prints anything.  Notes what each of them
 * is annotated with. */
bool pc_entry_put_people(struct entry *e, const char *start, enum pc_list list);
static inline bool entry_put_people(struct entry *e, const char *start, enum pc_list list)
{
    return entry_has(e, list) && pc_entry_put_people(e, start, list);
}
/* Appends what was noted about the people of the field that START begins, as fields of their own. */
void pc_entry_put_annotations(struct entry *e, const char *start);
/* True when such a field is called NAME; then it has the custom field of that name, too. */
bool pc_entry_has_annotation(const struct entry *e, pc_str name);
void pc_entry_free_annotations(struct entry *e);

/* ---- entry_publication.c ---- */

/* Appends the fields that records of pages do not have. */
void pc_entry_put_publication(struct entry *e);
/* Appends a custom field bibtex:NAME as NAME; false when VALUE is none, or NAME is there. */
bool pc_entry_put_own(struct entry *e, const pc_value *value);

#endif
