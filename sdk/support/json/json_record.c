/* json_record.c - writes a record as an object.
 *
 * Without a tree, because a jansson object per record takes twenty times as long; the tests of the
 * output jsonl read every line back with jansson. */
#include "paperconv/dates.h"
#include "paperconv/fields.h"
#include "paperconv/json.h"

#include <stdlib.h>

/* ---- the members of a line, in the order of the table of fields ---------------------- */

/* As it is written in a line: ,"name": of SIZE bytes.  An array of one size for all is copied without
 * a call, and is not relocated at every start. */
struct written_name {
    unsigned char size;
    char text[31];
};

#define NAME(name)                                    \
    {                                                 \
        sizeof ",\"" name "\":" - 1, ",\"" name "\":" \
    }

static const struct member {
    struct written_name name;
    bool repeats;
    unsigned char holds; /* enum pc_holds */
} members[PC_LISTS] = {
#define MEMBER(list, key, member, repeats, holds, choices) \
    [PC_LIST_##list] = { NAME(member), repeats, holds },
    PC_FIELDS(MEMBER)
#undef MEMBER
};

/* The array beside that of the field has an item for each value: an object with the qualifiers as
 * members, or the qualifier itself, which then has no name. */
static const struct qualifier {
    struct written_name array, name;
    bool repeats;
    unsigned char holds;
} qualifiers[PC_KEYS - PC_LISTS] = {
#define QUALIFIER(list, parent, key, array, member, repeats, holds, choices) \
    [PC_LIST_##list - PC_LISTS] = { NAME(array), NAME(member), repeats, holds },
    PC_QUALIFIERS(QUALIFIER)
#undef QUALIFIER
};

static const struct qualified {
    unsigned char first, count; /* qualifiers in a row; none when COUNT is 0 */
} qualified[PC_LISTS] = {
#define QUALIFIED(list, first, count) [PC_LIST_##list] = { PC_LIST_##first, count },
    PC_QUALIFIED(QUALIFIED)
#undef QUALIFIED
};

/* ---- custom fields --------------------------------------------------------------- */

struct extra {
    pc_str key, text;
    size_t place; /* among the custom fields */
    size_t group; /* PLACE of the first one with this key */
};

/* A further value of a member with a single value counts as a custom field, too. */
static bool is_extra(const pc_fields *fields, const pc_value *value)
{
    if (value->list >= PC_LIST_OTHERS)
        return value->list == PC_LIST_OTHERS;
    return !members[value->list].repeats && value != fields->first[value->list];
}

/* Which fields are members of `extra`. */
typedef bool choose_extra(const pc_fields *fields, const pc_value *value);

/* The chosen fields in the order of the record; *COUNT is their number. */
static struct extra *gather_extras(const pc_record *rec, const pc_fields *fields,
                                   choose_extra *is_chosen, size_t *count)
{
    struct extra *extras = NULL;
    size_t n = 0;

    for (const pc_value *v = fields->all; v != NULL; v = v->after)
        n += is_chosen(fields, v);
    *count = n;
    if (n != 0)
        extras = pc_scratch(rec, n * sizeof *extras);
    n = 0;
    for (const pc_value *v = fields->all; n < *count; v = v->after) {
        if (!is_chosen(fields, v))
            continue;
        extras[n] = (struct extra){ .key = v->key, .text = v->text, .place = n };
        n++;
    }
    return extras;
}

static int compare_places(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_key(const void *a, const void *b)
{
    const struct extra *x = a, *y = b;
    const int order = memcmp(x->key.p, y->key.p, x->key.n < y->key.n ? x->key.n : y->key.n);

    if (order != 0)
        return order;
    if (x->key.n != y->key.n)
        return x->key.n < y->key.n ? -1 : 1;
    return compare_places(x->place, y->place);
}

static int by_group(const void *a, const void *b)
{
    const struct extra *x = a, *y = b;

    return x->group != y->group ? compare_places(x->group, y->group)
                                : compare_places(x->place, y->place);
}

/* Groups the custom fields by key, keys in the order of their first occurrence.  Sorts twice, so
 * that a million keys take no quadratic time. */
static void group_extras(struct extra *extras, size_t count)
{
    qsort(extras, count, sizeof extras[0], by_key);
    for (size_t i = 0; i < count; i++)
        extras[i].group = i != 0 && pc_same(extras[i].key, extras[i - 1].key) ? extras[i - 1].group
                                                                              : extras[i].place;
    qsort(extras, count, sizeof extras[0], by_group);
}

/* ---- writing --------------------------------------------------------------------- */

/* Writes the start of the object or a comma, then the name of a member, made with NAME(). */
static inline void put_name(pc_gather *out, bool *first, const struct written_name *name)
{
    char *to = pc_gather_room(out, sizeof name->text);

    memcpy(to, name->text, sizeof name->text);
    if (*first)
        to[0] = '{';
    pc_gather_added(out, name->size);
    *first = false;
}

/* TEXT, or a number, true or false as it is. */
static void put_scalar(pc_gather *out, unsigned holds, pc_str text)
{
    if (holds == PC_HOLDS_FLAG || holds == PC_HOLDS_NUMBER)
        pc_gather_put(out, text);
    else
        pc_json_string(out, text);
}

static void put_array(pc_gather *out, const pc_value *value)
{
    char separator = '[';

    for (; value != NULL; value = value->next) {
        pc_gather_putc(out, separator);
        pc_json_string(out, value->text);
        separator = ',';
    }
    pc_gather_putc(out, ']');
}

/* The year of the first date of TEXT; 0 when there is none. */
static int64_t first_year(pc_str text)
{
    pc_date common;
    pc_edtf date;
    int64_t year;

    if (pc_date_parse(text, &common))
        return common.year;
    return pc_edtf_parse(text, &date) && pc_edtf_first_year(&date, &year) ? year : 0;
}

/* Puts the year as well; a year before the year 1 is only in the date. */
static void put_date(pc_gather *out, bool *first, pc_str text)
{
    static const struct written_name name = NAME("year");
    int64_t year = first_year(text);

    pc_json_string(out, text);
    if (year > 0) {
        put_name(out, first, &name);
        pc_gather_number(out, (uint64_t)year);
    }
}

static void put_member(pc_gather *out, bool *first, enum pc_list list, const pc_value *value)
{
    const struct member *m = &members[list];

    put_name(out, first, &m->name);
    if (m->repeats)
        put_array(out, value);
    else if (list == PC_LIST_DATE)
        put_date(out, first, value->text);
    else
        put_scalar(out, m->holds, value->text);
}

/* The values of qualifier Q from PART on; nothing when there are none. */
static void put_part(pc_gather *out, bool *first, unsigned q, const pc_value *part)
{
    const struct qualifier *qualifier = &qualifiers[q - PC_LISTS];
    const char *separator = "[";

    for (; part != NULL; part = part->next) {
        if (part->list != q)
            continue;
        if (!qualifier->repeats) {
            put_name(out, first, &qualifier->name);
            put_scalar(out, qualifier->holds, part->text);
            return;
        }
        if (separator[0] == '[')
            put_name(out, first, &qualifier->name);
        pc_gather_puts(out, separator);
        pc_json_string(out, part->text);
        separator = ",";
    }
    if (separator[0] == ',')
        pc_gather_puts(out, "]");
}

/* True when the qualifiers from PART on, at least one, come as in the table, and none twice. */
static bool is_in_order(const pc_value *part)
{
    while (part->next != NULL && part->list < part->next->list)
        part = part->next;
    return part->next == NULL;
}

/* The qualifiers from PART on, which come as in the table. */
static void put_parts_as_they_are(pc_gather *out, bool *first, const pc_value *part)
{
    for (; part != NULL; part = part->next) {
        const struct qualifier *qualifier = &qualifiers[part->list - PC_LISTS];

        put_name(out, first, &qualifier->name);
        if (qualifier->repeats) {
            pc_gather_putc(out, '[');
            pc_json_string(out, part->text);
            pc_gather_putc(out, ']');
        } else {
            put_scalar(out, qualifier->holds, part->text);
        }
    }
}

/* The qualifiers of VALUE, as an item of the array beside its own. */
static void put_parts(pc_gather *out, const struct qualified *range, const pc_value *value)
{
    const struct qualifier *first_qualifier = &qualifiers[range->first - PC_LISTS];
    bool first = true;

    if (value->qualifiers == NULL) {
        pc_gather_puts(out, "null");
    } else if (first_qualifier->name.size == sizeof ",\"\":" - 1) {
        put_scalar(out, first_qualifier->holds, value->qualifiers->text);
    } else {
        if (is_in_order(value->qualifiers)) {
            put_parts_as_they_are(out, &first, value->qualifiers);
        } else {
            for (unsigned q = range->first; q < (unsigned)range->first + range->count; q++)
                put_part(out, &first, q, value->qualifiers);
        }
        pc_gather_putc(out, '}');
    }
}

/* The array of the qualifiers of the values from VALUE on; nothing when none has any. */
static void put_qualifiers(pc_gather *out, bool *first, enum pc_list list, const pc_value *value)
{
    const struct qualified *range = &qualified[list];
    const pc_value *with = value;
    char separator = '[';

    while (with != NULL && with->qualifiers == NULL)
        with = with->next;
    if (with == NULL)
        return;
    put_name(out, first, &qualifiers[range->first - PC_LISTS].array);
    for (; value != NULL; value = value->next) {
        pc_gather_putc(out, separator);
        put_parts(out, range, value);
        separator = ',';
    }
    pc_gather_putc(out, ']');
}

static void put_extras(pc_gather *out, bool *first, const pc_record *rec, const pc_fields *fields)
{
    static const struct written_name name = NAME("extra");
    size_t count;
    struct extra *extras = gather_extras(rec, fields, is_extra, &count);

    if (count == 0)
        return;
    group_extras(extras, count);
    put_name(out, first, &name);
    for (size_t i = 0; i < count; i++) {
        if (i != 0 && extras[i].group == extras[i - 1].group) {
            pc_gather_puts(out, ",");
        } else {
            pc_gather_puts(out, i == 0 ? "{" : "],");
            pc_json_string(out, extras[i].key);
            pc_gather_puts(out, ":[");
        }
        pc_json_string(out, extras[i].text);
    }
    pc_gather_puts(out, "]}");
}

static void put_field(pc_gather *out, bool *first, enum pc_list list, const pc_fields *fields)
{
    put_member(out, first, list, fields->first[list]);
    if (qualified[list].count != 0)
        put_qualifiers(out, first, list, fields->first[list]);
}

bool pc_json_write_fields(pc_gather *out, const pc_record *rec, const pc_fields *fields)
{
    bool first = true, has_extras = fields->first[PC_LIST_OTHERS] != NULL;

    for (unsigned list = pc_fields_from(fields, 0); list < PC_LIST_OTHERS;
         list = pc_fields_from(fields, list + 1)) {
        put_field(out, &first, list, fields);
        has_extras = has_extras || (!members[list].repeats && fields->first[list]->next != NULL);
    }
    if (has_extras)
        put_extras(out, &first, rec, fields);
    return !first;
}

bool pc_json_write_record(pc_gather *out, const pc_record *rec)
{
    pc_fields fields;

    pc_fields_read(&fields, rec);
    return pc_json_write_fields(out, rec, &fields);
}

/* ---- a part of a record ---------------------------------------------------------- */

static bool is_other(const pc_fields *fields, const pc_value *value)
{
    (void)fields;
    return value->list == PC_LIST_OTHERS;
}

/* The values of extras[0], which has COUNT of them in a row. */
static void put_other(pc_gather *out, bool *first, const struct extra *extras, size_t count)
{
    pc_gather_puts(out, *first ? "{" : ",");
    *first = false;
    pc_json_string(out, extras[0].key);
    pc_gather_puts(out, count == 1 ? ":" : ":[");
    for (size_t i = 0; i < count; i++) {
        pc_gather_puts(out, i != 0 ? "," : "");
        pc_json_string(out, extras[i].text);
    }
    pc_gather_puts(out, count == 1 ? "" : "]");
}

static void put_others(pc_gather *out, bool *first, const pc_record *rec, const pc_fields *fields,
                       bool (*is_left_out)(pc_str key))
{
    size_t count, size;
    struct extra *extras = gather_extras(rec, fields, is_other, &count);

    if (count != 0)
        group_extras(extras, count);
    for (size_t i = 0; i < count; i += size) {
        for (size = 1; i + size < count && extras[i + size].group == extras[i].group;)
            size++;
        if (!is_left_out(extras[i].key))
            put_other(out, first, extras + i, size);
    }
}

bool pc_json_write_rest(pc_gather *out, const pc_record *rec, const pc_fields *fields,
                        const uint64_t *left_out, bool (*is_left_out)(pc_str key))
{
    bool first = true;

    for (unsigned list = pc_fields_from(fields, 0); list < PC_LIST_OTHERS;
         list = pc_fields_from(fields, list + 1)) {
        if ((left_out[list / 64] >> list % 64 & 1) == 0)
            put_field(out, &first, list, fields);
    }
    put_others(out, &first, rec, fields, is_left_out);
    return !first;
}
