/* reference.h - a reference of RIS: which field is written at which tag.
 *
 * places.c has the table, values.c, people.c and dates.c write the values. */
#ifndef PAPERCONV_RIS_REFERENCE_H
#define PAPERCONV_RIS_REFERENCE_H

#include "paperconv/fields.h"
#include "paperconv/gather.h"
#include "paperconv/ris.h"

/* What a tag means depends on the type of the reference: bits for groups of types. */
enum kind {
    ARTICLE = PC_RIS_ARTICLE,
    PART = PC_RIS_PART,
    CONFERENCE = PC_RIS_CONFERENCE,
    BOOK = PC_RIS_BOOK,
    REPORT = PC_RIS_REPORT,
    THESIS = PC_RIS_THESIS,
    SOFTWARE = PC_RIS_SOFTWARE,
    PATENT = PC_RIS_PATENT,
    OTHER = PC_RIS_OTHER,
    ANY = 511
};

enum { PLACES_MOST = 128 };
/* Places of the table, a bit each. */
struct places {
    uint64_t words[PLACES_MOST / 64];
};

struct reference {
    pc_gather *out;
    const pc_fields *fields;
    unsigned kind;                          /* one bit */
    const char *taken;                      /* the tag that has its only value; NULL at first */
    uint64_t written[(PC_LISTS + 63) / 64]; /* bits of the lists that are written */
};

/* One line of the table. */
struct place {
    char tag[9];  /* "\r\nTI  - ": the first line of a reference has none before it */
    pc_str start; /* what stands before every value; absent as a rule */
    enum pc_list list;
    unsigned kinds; /* of references that have the place */
    enum {
        ONE = 1, /* the tag has one value: the first of its places takes it */
        REST = 2 /* only for a field that is not written yet */
    } rules;
    bool (*put)(struct reference *r, const struct place *place); /* false: not written */
};

static inline void ris_mark(struct reference *r, enum pc_list list)
{
    r->written[list / 64] |= (uint64_t)1 << list % 64;
}

static inline bool ris_is_written(const struct reference *r, enum pc_list list)
{
    return (r->written[list / 64] >> list % 64 & 1) != 0;
}

/* The number of the lowest bit of WORD, which is not 0. */
static inline unsigned ris_lowest(uint64_t word)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(word);
#else
    unsigned n = 0;

    for (; (word & 1) == 0; word >>= 1)
        n++;
    return n;
#endif
}

/* ---- places.c -------------------------------------------------------------------- */

/* True when TYPE is a word of capitals and digits, as types and tags are. */
bool ris_is_type(pc_str type);
/* Stores in PLACES_OF[L] the places of the fields of list L. */
void ris_find_places(struct places places_of[PC_LISTS]);
/* Writes all fields but the type and the key, in the order of the tags. */
void ris_put_fields(struct reference *r, const struct places places_of[PC_LISTS]);

/* ---- values.c -------------------------------------------------------------------- */

/* S, which may begin with white space, without it. */
pc_str ris_drop_front(pc_str s);
/* S without white space at its start.  Inline, because few texts begin with any. */
static inline pc_str ris_drop_blanks(pc_str s)
{
    return s.n == 0 || (s.p[0] > ' ' && s.p[0] < 0x7F) ? s : ris_drop_front(s);
}

/* Writes TEXT, which does not begin with white space, on one line. */
void ris_put_text(pc_gather *out, pc_str text);
/* The tag of the custom field KEY, "ris:U1", that RIS was read with; absent for others. */
pc_str ris_custom_tag(pc_str key);

/* Writes the tag, which has one length, so that no call is necessary to copy it. */
static inline void ris_put_tag(const struct reference *r, const struct place *place)
{
    pc_gather_put(r->out, pc_sub(place->tag, sizeof place->tag - 1));
    if (place->start.n != 0)
        pc_gather_put(r->out, place->start);
}

/* Writes VALUE as a line, whose end the next one writes; nothing when it is only white space. */
static inline void ris_put_line(const struct reference *r, const struct place *place, pc_str value)
{
    value = ris_drop_blanks(value);
    if (value.n == 0)
        return;
    ris_put_tag(r, place);
    ris_put_text(r->out, value);
}

bool ris_put_each(struct reference *r, const struct place *place);   /* a line for each value */
bool ris_put_joined(struct reference *r, const struct place *place); /* all values on a line */
bool ris_put_start(struct reference *r, const struct place *place);  /* no value */
bool ris_put_title(struct reference *r, const struct place *place);
bool ris_put_pages(struct reference *r, const struct place *place);
bool ris_put_category(struct reference *r, const struct place *place);
bool ris_put_custom(struct reference *r, const struct place *place);

/* ---- people.c -------------------------------------------------------------------- */

bool ris_put_people(struct reference *r, const struct place *place);
/* True when KEY is the qualifier of a person that is part of the name. */
bool ris_is_name_part(pc_str key);

/* ---- dates.c --------------------------------------------------------------------- */

bool ris_put_date(struct reference *r, const struct place *place);    /* PY and DA */
bool ris_put_day(struct reference *r, const struct place *place);     /* YYYY/MM/DD/ */
bool ris_put_no_year(struct reference *r, const struct place *place); /* as a note */

#endif
