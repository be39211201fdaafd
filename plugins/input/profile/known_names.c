/* known_names.c - a set of names. */
#include "known_names.h"

static uint64_t mix_word(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

/* The 1 to 8 bytes of S in one word; different bytes give different words. */
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

/* WHAT is part of the hash, so that one table holds whole names, first words and last words. */
static uint32_t hash_of(pc_str s, uint32_t what)
{
    uint64_t hash = mix_word(what, s.n), word;

    for (; s.n > sizeof word; s = pc_drop(s, sizeof word)) {
        memcpy(&word, s.p, sizeof word);
        hash = mix_word(hash, word);
    }
    if (s.n != 0)
        hash = mix_word(hash, word_of(s));
    hash = mix_word(hash, 0);
    return (uint32_t)hash == 0 ? 1 : (uint32_t)hash;
}

static uint32_t slot_of(const struct known_names *names, uint32_t hash)
{
    uint32_t slot = hash % KNOWN_NAMES_SLOTS;

    while (names->slots[slot] != 0 && names->slots[slot] != hash)
        slot = (slot + 1) % KNOWN_NAMES_SLOTS;
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

static void insert_hash(struct known_names *names, uint32_t hash)
{
    names->slots[slot_of(names, hash)] = hash;
}

void known_names_add(struct known_names *names, pc_str name)
{
    uint32_t hash;

    if (names->count == KNOWN_NAMES_MOST)
        return;
    hash = hash_of(name, KNOWN_NAME);
    if (names->slots[slot_of(names, hash)] != 0)
        return;
    names->count++;
    insert_hash(names, hash);
    insert_hash(names, hash_of(first_word(name), KNOWN_FIRST));
    insert_hash(names, hash_of(last_word(name), KNOWN_LAST));
}

static int is_known(const struct known_names *names, pc_str s, int what)
{
    return names->slots[slot_of(names, hash_of(s, (uint32_t)what))] != 0 ? what : 0;
}

int known_names_find(const struct known_names *names, pc_str name)
{
    return is_known(names, name, KNOWN_NAME) | is_known(names, first_word(name), KNOWN_FIRST) |
           is_known(names, last_word(name), KNOWN_LAST);
}
