/* json_slots.h - the members of an object and their values, which were read once. */
#ifndef PAPERCONV_SUPPORT_JSON_SLOTS_H
#define PAPERCONV_SUPPORT_JSON_SLOTS_H

#include "paperconv/json.h"

/* Far more than a line of the output jsonl has, except with very many authors. */
enum { PC_JSON_SLOTS = 64, PC_JSON_ITEMS = 256 };

/* A value that is no array and no object. */
struct pc_json_item {
    enum pc_json_token token;
    pc_str text; /* decoded */
};

struct pc_json_slot {
    pc_str name, raw;      /* RAW is the value as it is written */
    enum pc_list list;     /* as the reader of records sorts the name */
    bool has_items;        /* else only RAW is known */
    uint32_t first, count; /* then: its items, which are those of an array or the value itself */
};

struct pc_json_slots {
    uint32_t items;
    struct pc_json_item item[PC_JSON_ITEMS];
};

/* Reads the value that comes next in JSON into SLOT.  The items of an array with other arrays or
 * objects in it are not remembered, nor are those for which SLOTS has no room. */
void pc_json_read_slot(struct pc_json_slots *slots, pc_json *json, struct pc_json_slot *slot);

#endif
