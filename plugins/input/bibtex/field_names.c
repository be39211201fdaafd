/* field_names.c - finds the name of a field. */
#include "field_names.h"

#include "words.h"

static const struct field_kind kinds[ID_COUNT] = { [ID_NONE] = { "", PC_LIST_OTHERS, HOW_OWN },
#define X(id, name, list, how) [ID_##id] = { name, PC_LIST_##list, HOW_##how },
                                                   FIELD_NAMES(X)
#undef X
};

static unsigned slot_of_name(pc_str name)
{
    unsigned h = (unsigned)name.n;

    for (size_t i = 0; i < name.n; i++)
        h = h * 31 + ((unsigned char)name.p[i] | 0x20);
    return (h ^ h >> 9) % FIELD_SLOTS;
}

void field_index_make(struct field_index *index)
{
    for (unsigned id = 1; id < ID_COUNT; id++) {
        unsigned slot = slot_of_name(pc_s(kinds[id].name));

        while (index->slots[slot] != 0)
            slot = (slot + 1) % FIELD_SLOTS;
        index->slots[slot] = (unsigned char)id;
    }
}

enum field_id field_id_of(const struct field_index *index, pc_str name)
{
    enum { LONGEST = 24 };
    unsigned slot;

    if (name.n > LONGEST)
        return ID_NONE;
    slot = slot_of_name(name);
    while (index->slots[slot] != 0 && !is_word(name, kinds[index->slots[slot]].name))
        slot = (slot + 1) % FIELD_SLOTS;
    return index->slots[slot];
}

const struct field_kind *field_kind_of(enum field_id id)
{
    return &kinds[id];
}
