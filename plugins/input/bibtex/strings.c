/* strings.c - the macros that @string defines, and the months. */
#include "reader.h"

#include "paperconv/secret.h"

#include <stdlib.h>

static uint64_t hash_of_name(const struct strings *s, pc_str name)
{
    uint64_t h = 0xcbf29ce484222325u ^ s->secret; /* FNV-1a */

    for (size_t i = 0; i < name.n; i++)
        h = (h ^ (unsigned char)word_small(name.p[i])) * 0x100000001b3u;
    return h ^ h >> 29;
}

static bool is_same_name(const struct strings *s, const struct string_entry *item, pc_str name)
{
    if (item->name_size != name.n)
        return false;
    for (size_t i = 0; i < name.n; i++) {
        if (word_small(s->text.p[item->name + i]) != word_small(name.p[i]))
            return false;
    }
    return true;
}

/* The slot that has NAME, or the free one where it would be. */
static uint32_t *slot_of(const struct strings *s, pc_str name)
{
    size_t at = (size_t)hash_of_name(s, name) & (s->slot_count - 1);

    while (s->slots[at] != 0 && !is_same_name(s, &s->items[s->slots[at] - 1], name))
        at = (at + 1) & (s->slot_count - 1);
    return &s->slots[at];
}

static bool find_month(pc_str name, pc_str *value)
{
    /* What biber and the standard styles define; the number is what dates are made of. */
    static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                          "jul", "aug", "sep", "oct", "nov", "dec" };

    for (size_t i = 0; name.n == 3 && i < sizeof months / sizeof months[0]; i++) {
        if (is_word(name, months[i])) {
            *value = pc_s(months[i]);
            return true;
        }
    }
    return false;
}

bool strings_find(const struct strings *s, pc_str name, pc_str *value)
{
    uint32_t slot = s->slot_count != 0 ? *slot_of(s, name) : 0;

    if (slot == 0)
        return false;
    *value = pc_sub(s->text.p + s->items[slot - 1].value, s->items[slot - 1].value_size);
    return true;
}

bool strings_find_macro(const struct strings *s, pc_str name, pc_str *value)
{
    return strings_find(s, name, value) || find_month(name, value);
}

static void grow_slots(struct strings *s)
{
    if (s->slot_count == 0) /* nobody can choose names that fall into one place */
        pc_secret(&s->secret, 1);
    s->slot_count = s->slot_count == 0 ? 64 : 2 * s->slot_count;
    free(s->slots);
    s->slots = calloc(s->slot_count, sizeof *s->slots);
    if (s->slots == NULL)
        abort();
    for (size_t i = 0; i < s->count; i++) {
        const struct string_entry *item = &s->items[i];

        *slot_of(s, pc_sub(s->text.p + item->name, item->name_size)) = (uint32_t)(i + 1);
    }
}

static struct string_entry *new_item(struct strings *s)
{
    if (s->count == s->room) {
        s->room = s->room == 0 ? 32 : 2 * s->room;
        s->items = realloc(s->items, s->room * sizeof *s->items);
        if (s->items == NULL)
            abort();
    }
    return &s->items[s->count++];
}

static void store_value(struct strings *s, struct string_entry *item, pc_str value)
{
    if (value.n > item->value_size || item->value_size == 0) {
        item->value = (uint32_t)s->text.n;
        pc_text_add(&s->text, value);
    } else if (value.n != 0) {
        memmove(s->text.p + item->value, value.p, value.n);
    }
    item->value_size = (uint32_t)value.n;
}

/* Makes room for NAME and *VALUE, which may be the value of another macro: it moves with the text. */
static void make_room(struct strings *s, pc_str name, pc_str *value)
{
    const uintptr_t text = (uintptr_t)s->text.p, start = (uintptr_t)value->p;
    const bool is_own = s->text.n != 0 && start >= text && start < text + s->text.n;

    pc_text_room(&s->text, name.n + value->n);
    if (is_own)
        value->p = s->text.p + (start - text);
}

enum string_fault strings_define(struct strings *s, pc_str name, pc_str value, size_t most)
{
    bool is_cut = value.n > most, again;
    uint32_t *slot;

    if (is_cut)
        value.n = most;
    if (s->text.n + s->count * sizeof *s->items + name.n + value.n > STRINGS_MOST)
        return STRING_FULL;
    while (is_cut && /* not within a character */
           value.n != 0 && ((unsigned char)value.p[value.n] & 0xC0) == 0x80)
        value.n--;
    make_room(s, name, &value);
    if (2 * (s->count + 1) > s->slot_count)
        grow_slots(s);
    slot = slot_of(s, name);
    again = *slot != 0;
    if (!again) {
        *new_item(s) =
            (struct string_entry){ .name = (uint32_t)s->text.n, .name_size = (uint32_t)name.n };
        pc_text_add(&s->text, name);
        *slot = (uint32_t)s->count;
    }
    store_value(s, &s->items[*slot - 1], value);
    return is_cut ? STRING_CUT : again ? STRING_AGAIN : STRING_OK;
}

void strings_free(struct strings *s)
{
    free(s->items);
    free(s->slots);
    pc_text_free(&s->text);
    *s = (struct strings){ 0 };
}
