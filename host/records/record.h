/* record.h - a record: fields that are slices of blocks or of an arena. */
#ifndef PAPERCONV_HOST_RECORDS_RECORD_H
#define PAPERCONV_HOST_RECORDS_RECORD_H

#include "api/callback.h"

#include "paperconv/fields.h"

struct field {
    pc_str key, value;
    enum pc_list list;
    enum { IN_ARENA, IN_BLOCK, CONSTANT } home; /* of the value: the record's arena, ... */
    struct block *block;                        /* ... this one, which others keep */
};

struct record {
    pc_record base;
    struct callback *callback; /* whose callback has it */
    struct arena *arena;       /* where what it must copy lives */
    struct field *fields;
    size_t count, room;
    uint64_t line;  /* where it begins */
    uint64_t order; /* ordinal in its document, from 1 */
    struct origin *origin;
    struct facts *facts;       /* stated before it */
    const struct batch *batch; /* whose blocks its slices are in; NULL: none */
    pc_str *raw;               /* its bytes in the document, for the quarantine */
    size_t raw_count;
};

/* Checks the known fields of a record that an input has handed over: a second
 * value of a single field and a bad value are reported and renamed to
 * KEY_as_printed, so that they travel as extras. */
void record_check(struct record *r);

/* The table's functions. */
void record_add(pc_record *r, pc_str key, pc_str value);
void record_remove(pc_record *r, pc_str key);
pc_str record_get(const pc_record *r, pc_str key, size_t i);
bool record_field(const pc_record *r, size_t i, pc_str *key, pc_str *value);
void record_place(const pc_record *r, struct pc_place *place);
pc_str record_known(const pc_record *r, pc_str key);
void record_lost(const pc_record *r, pc_str key);

#endif
