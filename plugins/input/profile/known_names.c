/* people.c - a set of names. */
#include "known_names.h"

static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

/* The bytes of S, 1 to 8, in one word; others give another one. */
static uint64_t word_of(pc_str s)
{
    uint32_t front, back;

    if (s.n < sizeof front)
        return (uint64_t)(unsigned char)s.p[0] << 16 | (uint64_t)(unsigned char)s.p[s.n / 2] << 8 |
               (unsigned char)s.p[s.n - 1];
    memcpy(&front, s.p, sizeof front);
    memcpy(&back, s.p + s.n - sizeof back, sizeof back);
    return (uint64_t)front << 32 | back;
}

/* What was hashed is part of the hash, so that one table holds all three. */
static uint32_t hash_of(pc_str s, uint32_t what)
{
    uint64_t hash = mix(what, s.n), word;

    for (; s.n > sizeof word; s = pc_drop(s, sizeof word)) {
        memcpy(&word, s.p, sizeof word);
        hash = mix(hash, word);
    }
    if (s.n != 0)
        hash = mix(hash, word_of(s));
    hash = mix(hash, 0);
    return (uint32_t)hash == 0 ? 1 : (uint32_t)hash;
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
