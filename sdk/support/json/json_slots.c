/* json_slots.c - remembers the values of a member, so that no string is scanned twice. */
#include "json/json_slots.h"

static inline void remember_item(struct pc_json_slots *slots, enum pc_json_token token, pc_str text)
{
    slots->item[slots->items++] = (struct pc_json_item){ token, text };
}

/* Reads the items of the array that JSON has begun.  False when they are not remembered; then the
 * rest is passed over. */
static bool remember_array(struct pc_json_slots *slots, pc_json *json)
{
    const uint32_t outer = json->depth - 1;
    pc_text *const decoded = json->decoded;
    bool is_flat = true;
    pc_str text;

    for (;;) {
        const enum pc_json_token token = pc_json_next(json, &text);

        if (json->depth <= outer) /* the end of the array, or an error */
            break;
        if (token == PC_JSON_ARRAY || token == PC_JSON_OBJECT || slots->items == PC_JSON_ITEMS) {
            is_flat = false;
            json->decoded = NULL; /* strings are only checked */
        }
        if (is_flat)
            remember_item(slots, token, text);
    }
    json->decoded = decoded;
    return is_flat;
}

void pc_json_read_slot(struct pc_json_slots *slots, pc_json *json, struct pc_json_slot *slot)
{
    const char *const start = json->p;
    pc_str text;
    enum pc_json_token token;

    slot->first = slots->items;
    slot->has_items = false;
    if (slots->items == PC_JSON_ITEMS) {
        slot->raw = pc_json_raw(json);
        return;
    }
    token = pc_json_next(json, &text);
    if (token == PC_JSON_ARRAY) {
        slot->has_items = remember_array(slots, json);
    } else if (token == PC_JSON_OBJECT) {
        pc_json_skip(json);
    } else {
        remember_item(slots, token, text);
        slot->has_items = true;
    }
    if (!slot->has_items)
        slots->items = slot->first;
    slot->count = slots->items - slot->first;
    slot->raw =
        json->reason == NULL ? pc_trim(pc_sub(start, (size_t)(json->p - start))) : pc_none();
}
