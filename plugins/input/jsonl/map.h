/* map.h - the option `map`: which values of a line become which fields. */
#ifndef PAPERCONV_JSONL_MAP_H
#define PAPERCONV_JSONL_MAP_H

#include "paperconv/fields.h"
#include "paperconv/json.h"

struct rule;

struct map {
    struct rule *rules;
    size_t count;
    struct step *steps;
    pc_text names;   /* those with escapes */
    pc_text decoded; /* strings of a line */
    pc_text parts;   /* of a person */
};

/* Reads TEXT, as in "id=arxiv_id,tags[1:]=keyword", which must live as long as MAP.  PC_FATAL after
 * reporting to STAGE what is wrong. */
int map_open(struct map *map, pc_str text, pc_stage *stage);
void map_close(struct map *map);

/* Adds to RECORD what MAP says about the member NAME of an object; READ counts what no field can
 * hold.  False when no rule begins with NAME. */
bool map_read(struct map *map, pc_str name, pc_str value, pc_record *record, pc_json_record *read);

#endif
