/* people.c - a set of names. */
#include "people.h"

/* What was hashed is part of the hash, so that one table holds all three. */
static uint32_t hash_of(pc_str s, uint32_t what)
{
    uint32_t hash = 2166136261u ^ what; /* FNV-1a */

    for (size_t i = 0; i < s.n; i++)
        hash = (hash ^ (unsigned char)s.p[i]) * 16777619u;
    return hash == 0 ? 1 : hash;
}

static uint32_t slot_of(const struct people *people, uint32_t hash)
{
    uint32_t slot = hash % PEOPLE_SLOTS;

    while (people->slots[slot] != 0 && people->slots[slot] != hash)
        slot = (slot + 1) % PEOPLE_SLOTS;
    return slot;
}

static pc_str first_word(pc_str name)
{
    const char *blank = name.n == 0 ? NULL : (const char *)memchr(name.p, ' ', name.n);

    return blank == NULL ? name : pc_sub(name.p, (size_t)(blank - name.p));
}

static pc_str last_word(pc_str name)
{
    size_t start = name.n;

    while (start > 0 && name.p[start - 1] != ' ')
        start--;
    return pc_drop(name, start);
}

static void insert(struct people *people, uint32_t hash)
{
    people->slots[slot_of(people, hash)] = hash;
}

void people_add(struct people *people, pc_str name)
{
    uint32_t hash;

    if (people->count == PEOPLE_MOST)
        return;
    hash = hash_of(name, PEOPLE_NAME);
    if (people->slots[slot_of(people, hash)] != 0)
        return;
    people->count++;
    insert(people, hash);
    insert(people, hash_of(first_word(name), PEOPLE_FIRST));
    insert(people, hash_of(last_word(name), PEOPLE_LAST));
}

static int known(const struct people *people, pc_str s, int what)
{
    return people->slots[slot_of(people, hash_of(s, (uint32_t)what))] != 0 ? what : 0;
}

int people_find(const struct people *people, pc_str name)
{
    return known(people, name, PEOPLE_NAME) | known(people, first_word(name), PEOPLE_FIRST) |
           known(people, last_word(name), PEOPLE_LAST);
}
