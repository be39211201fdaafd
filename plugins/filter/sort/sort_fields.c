/* sort_fields.c - several fields, each up or down, as one key. */
#define _POSIX_C_SOURCE 200809L /* locale_t */
#include "sort_fields.h"

#include "paperconv/fields.h"

#include <stdlib.h>

static unsigned char what_it_holds(pc_str key)
{
    static const unsigned char holds[PC_KEYS] = {
#define HOLDS(list, key, member, repeats, holds, ...) [PC_LIST_##list] = holds,
        PC_FIELDS(HOLDS)
#undef HOLDS
    }; /* all others are texts, which is 0 */

    return holds[pc_list_of(key)];
}

int sort_fields_read(struct sort_fields *fields, pc_str by, bool reverse, pc_stage *stage)
{
    bool more;

    do {
        struct sort_field *f;
        bool descending;
        pc_str name;

        more = pc_cut(by, ',', &name, &by);
        descending = pc_starts(name, "-");
        if (descending)
            name = pc_drop(name, 1);
        fields->items = realloc(fields->items, (fields->count + 1) * sizeof *fields->items);
        if (fields->items == NULL)
            abort(); /* the host reports that memory ran out */
        f = &fields->items[fields->count++];
        f->descending = descending != reverse;
        if (pc_field_named(name, &f->key, stage, "by") != PC_OK)
            return PC_FATAL;
        f->holds = what_it_holds(f->key);
    } while (more);
    return PC_OK;
}

void sort_fields_free(struct sort_fields *fields)
{
    free(fields->items);
    pc_text_free(&fields->value);
}

static enum rank key_of_field(struct sort_fields *fields, const struct sort_field *f,
                              const pc_record *record)
{
    const pc_str value = record->h.host->get(record, f->key, 0);

    fields->value.n = 0;
    if (value.n == 0)
        return UNKNOWN;
    switch (f->holds) {
    case PC_HOLDS_DATE:
        return key_of_date(&fields->value, value);
    case PC_HOLDS_NUMBER:
        return key_of_number(&fields->value, value);
    case PC_HOLDS_PERSON:
        return key_of_name(&fields->value, value, &fields->comparison);
    default:
        return key_of_text(&fields->value, value, &fields->comparison);
    }
}

/* Of each field the rank, then its key, in which 0 is followed by 255, then 0 and 1: so the end is
 * lower than anything that may follow.  The bits are inverted when the larger one is to come first. */
void sort_fields_key(struct sort_fields *fields, const pc_record *record, pc_text *key)
{
    for (size_t i = 0; i < fields->count; i++) {
        const struct sort_field *f = &fields->items[i];
        const enum rank rank = key_of_field(fields, f, record);
        size_t start;

        pc_text_putc(key, (char)rank);
        start = key->n;
        for (size_t c = 0; rank != UNKNOWN && c < fields->value.n; c++) {
            pc_text_putc(key, fields->value.p[c]);
            if (fields->value.p[c] == '\0')
                pc_text_putc(key, (char)0xFF);
        }
        pc_text_putc(key, '\0');
        pc_text_putc(key, '\1');
        for (; f->descending && start < key->n; start++)
            key->p[start] = (char)~key->p[start];
    }
}
