/* paperconv/fields.h - support library: all fields of a record, sorted by key in one pass.
 *
 * For outputs that need many fields: pc_get() searches the whole record each time. */
#ifndef PAPERCONV_FIELDS_H
#define PAPERCONV_FIELDS_H

#include "paperconv/field_table.h"
#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A field, or a qualifier. */
typedef struct pc_value {
    pc_str key, text;
    enum pc_list list;
    struct pc_value *next;           /* in its list, or of its field; NULL: it is the last */
    struct pc_value *after;          /* in the record */
    struct pc_value *qualifiers;     /* of the field, NULL when it has none */
    struct pc_value *last_qualifier; /* the same; not set when it has none */
} pc_value;

/* The fields of a record.  A qualifier is in no list: the field that it belongs to has it.  A
 * qualifier that belongs to no field is among the others. */
typedef struct pc_fields {
    pc_value *all;             /* the first field of the record, NULL when it is empty */
    pc_value *first[PC_LISTS]; /* of each list, NULL when it is empty */
    pc_value *last[PC_LISTS];  /* the same; not set when it is empty */
    uint64_t present[(PC_LISTS + 63) / 64]; /* bit L % 64 of word L / 64: list L is not empty */
    pc_value values[24]; /* the first fields; other members point to them: do not copy */
} pc_fields;

/* The list of the fields that have this KEY: a qualifier's is beyond PC_LISTS. */
enum pc_list pc_list_of(pc_str key);
/* The key of LIST, with a NUL behind it, in static memory; empty for PC_LIST_OTHERS. */
pc_str pc_key_of(enum pc_list list);
/* The list of the fields that qualifiers of LIST belong to; PC_LIST_OTHERS when LIST is none of
 * a qualifier. */
enum pc_list pc_parent_of(enum pc_list list);

/* In open(): the key that a user means by NAME, a slice of the setting OPTION.  It is a key of the
 * table, has a namespace (bibtex:note), is KEY_as_printed, or stands in quotes ("any name"), which *KEY
 * is without.  PC_OK, or PC_FATAL after reporting the nearest key to STAGE. */
int pc_field_named(pc_str name, pc_str *key, pc_stage *stage, const char *option);

/* Sorts the fields of RECORD into FIELDS, which need not be initialised.  The result is valid
 * until the callback returns. */
void pc_fields_read(pc_fields *fields, const pc_record *record);

/* Takes the tags from the fields of a RECORD whose markup is html, by pc_html_decode(), for formats
 * without markup.  FIELDS have the markup plain then; those of other records stay as they are. */
void pc_fields_drop_html(pc_fields *fields, const pc_record *record);

/* Takes the fields of LIST and their qualifiers out of FIELDS, for an output that leaves them out. */
void pc_fields_remove(pc_fields *fields, enum pc_list list);

/* The first list from FROM on that is not empty; PC_LISTS when there is none. */
enum pc_list pc_fields_from(const pc_fields *fields, unsigned from);

/* The first value of LIST, absent when there is none. */
static inline pc_str pc_fields_first(const pc_fields *fields, enum pc_list list)
{
    return fields->first[list] != NULL ? fields->first[list]->text : pc_none();
}

/* The parts of a person, in the order of the table. */
enum pc_part {
    PC_PART_FAMILY,
    PC_PART_GIVEN,
    PC_PART_PREFIX,
    PC_PART_DROPPING_PREFIX,
    PC_PART_SUFFIX,
    PC_PART_LITERAL,
    PC_PART_AFFILIATION,
    PC_PART_ORCID,
    PC_PARTS
};

/* Which part of a person the qualifier LIST is; PC_PARTS when it is none. */
enum pc_part pc_part_of(enum pc_list list);

/* The first qualifier of LIST that VALUE has; absent when there is none. */
pc_str pc_qualifier(const pc_value *value, enum pc_list list);
/* The PART of the person VALUE; absent when there is none, or when VALUE is no person. */
pc_str pc_person_part(const pc_value *value, enum pc_part part);

#ifdef __cplusplus
}
#endif
#endif
