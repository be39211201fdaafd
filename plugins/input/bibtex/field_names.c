/* field_names.c - finds the name of a field. */
#include "field_names.h"

#include "words.h"

static const struct field_kind kinds[ID_COUNT] = { [ID_NONE] = { "", PC_LIST_OTHERS, HOW_OWN },
#define X(id, name, list, how) [ID_##id] = { name, PC_LIST_##list, HOW_##how },
                                                   FIELD_NAMES(X)
#undef X
};

/* ---- names as words of the processor ------------------------------------------------- */

enum { WORD = 8, COVERED = 2 * WORD };

/* B in each byte of a word. */
#define EACH(b) ((b)*UINT64_C(0x0101010101010101))

/* The bytes of W with small letters for capitals. */
static uint64_t small_letters(uint64_t w)
{
    const uint64_t low = w & EACH(0x7F);
    const uint64_t from_a = low + EACH(0x80 - 'A'), behind_z = low + EACH(0x80 - 'Z' - 1);

    return w | ((from_a ^ behind_z) & ~w & EACH(0x80)) >> 2;
}

/* The N bytes at P, of which only the last word counts. */
static uint64_t word_at(const char *p, size_t n)
{
    uint32_t half;
    uint64_t w = 0;

    if (n >= WORD) {
        memcpy(&w, p + n - WORD, WORD);
    } else if (n >= sizeof half) { /* twice the bytes in the middle */
        memcpy(&half, p, sizeof half);
        w = (uint64_t)half << 32;
        memcpy(&half, p + n - sizeof half, sizeof half);
        w |= half;
    } else {
        for (size_t i = 0; i < n; i++)
            w = w << 8 | (unsigned char)p[i];
    }
    return small_letters(w);
}

/* The first and last word of NAME; they may overlap, and cover all of a name of COVERED bytes. */
static struct name_words words_of(pc_str name)
{
    struct name_words words = { .last = word_at(name.p, name.n) };

    if (name.n > WORD)
        words.first = word_at(name.p, WORD);
    return words;
}

static unsigned slot_of_name(struct name_words words, size_t n)
{
    const uint64_t h = (words.last ^ words.first ^ n) * UINT64_C(0x9E3779B97F4A7C15);

    return (unsigned)(h >> 32) % FIELD_SLOTS;
}

void field_index_make(struct field_index *index)
{
    for (unsigned id = 1; id < ID_COUNT; id++) {
        pc_str name = pc_s(kinds[id].name);
        struct name_words words = words_of(name);
        unsigned slot = slot_of_name(words, name.n);

        while (index->slots[slot].size != 0)
            slot = (slot + 1) % FIELD_SLOTS;
        index->slots[slot] = (struct field_slot){ words, (unsigned char)name.n, (unsigned char)id };
    }
}

enum field_id field_id_of(const struct field_index *index, pc_str name)
{
    const struct field_slot *slot;
    struct name_words words;
    unsigned i;

    words = words_of(name);
    for (i = slot_of_name(words, name.n); index->slots[i].size != 0; i = (i + 1) % FIELD_SLOTS) {
        slot = &index->slots[i];
        if (slot->words.last == words.last && slot->words.first == words.first &&
            slot->size == name.n && (name.n <= COVERED || is_word(name, kinds[slot->id].name)))
            return slot->id;
    }
    return ID_NONE;
}

const struct field_kind *field_kind_of(enum field_id id)
{
    return &kinds[id];
}

bool annotation_name_read(pc_str name, pc_str *field, pc_str *which)
{
    static const char mark[] = "+an";
    const size_t size = sizeof mark - 1;
    const char *plus = name.n != 0 ? memchr(name.p, '+', name.n) : NULL;
    pc_str rest;

    if (plus == NULL)
        return false;
    *field = pc_sub(name.p, (size_t)(plus - name.p));
    rest = pc_drop(name, field->n);
    if (rest.n < size || !is_word(pc_sub(rest.p, size), mark))
        return false;
    *which = pc_drop(rest, size);
    if (which->n == 0)
        return true;
    *which = pc_drop(*which, 1);
    return rest.p[size] == ':' && which->n != 0;
}
