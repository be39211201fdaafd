/* fields.c - the fields of a record, sorted by key. */
#include "paperconv/fields.h"

#if defined(__GNUC__)
#define ALWAYS_INLINE static inline __attribute__((always_inline))
#else
#define ALWAYS_INLINE static inline
#endif

/* Inline, so that the size of the literal is a constant, which compiles to comparisons of words. */
ALWAYS_INLINE bool is_key(pc_str key, const char *name)
{
    return memcmp(key.p, name, strlen(name)) == 0;
}

/* By length and then by one byte: at most a few keys are left to compare.  Inline, because
 * pc_fields_read() asks for every field, and a call takes as long as the comparisons. */
ALWAYS_INLINE enum pc_list find_list(pc_str key)
{
#include "key_switch.h"
    return PC_LIST_OTHERS;
}

enum pc_list pc_list_of(pc_str key)
{
    return find_list(key);
}

/* Arrays, because pointers would be relocated at every start. */
static const struct {
    unsigned char n;
    char name[39];
} keys[PC_KEYS] = {
#define KEY(list, key, ...) [PC_LIST_##list] = { sizeof key - 1, key },
#define QUALIFIER(list, parent, ...) KEY(list, __VA_ARGS__)
    PC_FIELDS(KEY) PC_QUALIFIERS(QUALIFIER)
#undef QUALIFIER
#undef KEY
};

pc_str pc_key_of(enum pc_list list)
{
    return pc_sub(keys[list].name, keys[list].n);
}

enum pc_list pc_parent_of(enum pc_list list)
{
#define PARENT(list, parent, ...) PC_LIST_##parent,
    static const unsigned char parents[PC_KEYS - PC_LISTS] = { PC_QUALIFIERS(PARENT) };
#undef PARENT

    return list < PC_LISTS ? PC_LIST_OTHERS : (enum pc_list)parents[list - PC_LISTS];
}

static void append_to_list(pc_fields *fields, pc_value *value)
{
    value->next = NULL;
    if (fields->first[value->list] == NULL)
        fields->first[value->list] = value;
    else
        fields->last[value->list]->next = value;
    fields->last[value->list] = value;
    fields->present[value->list / 64] |= (uint64_t)1 << value->list % 64;
}

static void append_qualifier(pc_fields *fields, pc_value *value)
{
    enum pc_list parent = pc_parent_of(value->list);
    pc_value *field = fields->first[parent] != NULL ? fields->last[parent] : NULL;

    if (field == NULL) {
        value->list = PC_LIST_OTHERS;
        append_to_list(fields, value);
        return;
    }
    value->next = NULL;
    if (field->qualifiers == NULL)
        field->qualifiers = value;
    else
        field->last_qualifier->next = value;
    field->last_qualifier = value;
}

/* In pieces: compilers clear the whole by an instruction that takes a step for each list. */
static inline void clear(pc_value *first[PC_LISTS])
{
    enum { PIECE = 8 };
    size_t i = 0;

    for (; i + PIECE <= PC_LISTS; i += PIECE)
        memset(first + i, 0, PIECE * sizeof *first);
    memset(first + i, 0, (PC_LISTS - PC_LISTS / PIECE * PIECE) * sizeof *first);
}

void pc_fields_read(pc_fields *fields, const pc_record *record)
{
    enum { CHUNK = sizeof fields->values / sizeof fields->values[0] };
    pc_value *value = fields->values, **end = &fields->all;
    pc_str key, text;

    clear(fields->first);
    memset(fields->present, 0, sizeof fields->present);
    for (size_t i = 0; pc_field(record, i, &key, &text); i++) {
        if (i != 0)
            value = i % CHUNK == 0 ? pc_scratch(record, CHUNK * sizeof *value) : value + 1;
        value->key = key;
        value->text = text;
        value->list = find_list(key);
        value->qualifiers = NULL;
        if (value->list < PC_LISTS)
            append_to_list(fields, value);
        else
            append_qualifier(fields, value);
        *end = value;
        end = &value->after;
    }
    *end = NULL;
}

void pc_fields_remove(pc_fields *fields, enum pc_list list)
{
    pc_value **place = &fields->all;

    while (*place != NULL) {
        const enum pc_list of = (*place)->list;

        if (of == list || (of >= PC_LIST_OTHERS && pc_parent_of(of) == list))
            *place = (*place)->after;
        else
            place = &(*place)->after;
    }
    fields->first[list] = NULL;
    fields->present[list / 64] &= ~((uint64_t)1 << list % 64);
}

static unsigned lowest_bit(uint64_t word)
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

enum pc_list pc_fields_from(const pc_fields *fields, unsigned from)
{
    for (; from < PC_LISTS; from = (from / 64 + 1) * 64) {
        uint64_t word = fields->present[from / 64] >> from % 64;

        if (word != 0)
            return (enum pc_list)(from + lowest_bit(word));
    }
    return PC_LISTS;
}

pc_str pc_qualifier(const pc_value *value, enum pc_list list)
{
    const pc_value *q = value->qualifiers;

    while (q != NULL && q->list != list)
        q = q->next;
    return q != NULL ? q->text : pc_none();
}

/* The first qualifier of each field that has some, else 0; a person's begin with its parts. */
static const unsigned char first_qualifier[PC_LISTS] = {
#define FIRST(list, first, count) [PC_LIST_##list] = PC_LIST_##first,
    PC_QUALIFIED(FIRST)
#undef FIRST
};

static bool is_person(enum pc_list list)
{
#define PERSON(list, key, member, repeats, holds, choices) (holds) == PC_HOLDS_PERSON,
    static const bool persons[PC_LISTS] = { PC_FIELDS(PERSON) };
#undef PERSON

    return persons[list];
}

enum pc_part pc_part_of(enum pc_list list)
{
    enum pc_list parent = pc_parent_of(list);
    unsigned part = (unsigned)list - first_qualifier[parent];

    return is_person(parent) && part < PC_PARTS ? (enum pc_part)part : PC_PARTS;
}

pc_str pc_person_part(const pc_value *value, enum pc_part part)
{
    if (value->qualifiers == NULL || !is_person(value->list))
        return pc_none();
    return pc_qualifier(value, (enum pc_list)(first_qualifier[value->list] + (unsigned)part));
}
