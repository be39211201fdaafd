/* key_table.c - the keys taken so far, about 20 bytes for each.
 *
 * Of a key only its hash is kept.  Two keys of one hash, one pair in a million
 * million, cost the second a suffix that it did not need. */
#include "key_table.h"

#include <stdlib.h>

enum { FIRST_ROOM = 64 };

static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    return x ^ x >> 32;
}

static uint64_t load(const char *p, size_t n)
{
    uint64_t word = 0;

    for (size_t i = 0; i < n; i++)
        word |= (uint64_t)(unsigned char)p[i] << 8 * i;
    return word;
}

uint64_t pc_key_hash(uint64_t hash, pc_str bytes)
{
    hash = mix(hash ^ (bytes.n + 0x9E3779B97F4A7C15u));
    for (; bytes.n >= 8; bytes = pc_drop(bytes, 8))
        hash = mix(hash ^ load(bytes.p, 8));
    return mix(hash ^ load(bytes.p, bytes.n));
}

/* In the alphabet of keys only the two cases of a letter differ by this bit alone. */
static uint64_t hash_ignoring_case(pc_text *key)
{
    const uint64_t either_case = 0x2020202020202020u;
    uint64_t hash = 0, word;

    memset(pc_text_room(key, sizeof word), 0, sizeof word); /* the last word is whole, too */
    for (size_t i = 0; i < key->n; i += sizeof word) {
        memcpy(&word, key->p + i, sizeof word);
        hash = mix(hash ^ (word | either_case));
    }
    return hash != 0 ? hash : 1;
}

/* Where HASH is, or is to go.  Homes are in the order of the hashes. */
static size_t place_of(const pc_keys *keys, uint64_t hash)
{
    size_t i = (size_t)((hash >> 32) * keys->room >> 32);

    while (keys->hashes[i] != 0 && keys->hashes[i] != hash)
        i = i + 1 < keys->room ? i + 1 : 0;
    return i;
}

static void *allocate(size_t count, size_t size)
{
    void *p = calloc(count, size);

    if (p == NULL)
        abort();
    return p;
}

/* By a quarter: larger steps would leave more of the table empty than full. */
static void grow(pc_keys *keys)
{
    pc_keys old = *keys;

    keys->room = old.room == 0 ? FIRST_ROOM : old.room + old.room / 4;
    keys->hashes = allocate(keys->room, sizeof *keys->hashes);
    keys->counts = allocate(keys->room, sizeof *keys->counts);
    for (size_t i = 0; i < old.room; i++) {
        size_t at;

        if (old.hashes[i] == 0)
            continue;
        at = place_of(keys, old.hashes[i]);
        keys->hashes[at] = old.hashes[i];
        keys->counts[at] = old.counts[i];
    }
    free(old.hashes);
    free(old.counts);
}

/* False when the key of HASH was taken before. */
static bool take(pc_keys *keys, uint64_t hash)
{
    size_t at;

    if (keys->taken >= keys->room / 20 * 17)
        grow(keys);
    at = place_of(keys, hash);
    if (keys->hashes[at] != 0)
        return false;
    keys->hashes[at] = hash;
    keys->taken++;
    return true;
}

/* a ... z, aa ... */
static void add_suffix(pc_text *key, uint32_t count)
{
    char letters[8];
    size_t n = sizeof letters;

    for (; count != 0; count = (count - 1) / 26)
        letters[--n] = (char)('a' + (count - 1) % 26);
    pc_text_add(key, pc_sub(letters + n, sizeof letters - n));
}

void pc_key_table_take(pc_keys *keys, pc_text *key)
{
    uint64_t base = hash_ignoring_case(key);
    size_t bare = key->n;
    uint32_t count;

    if (take(keys, base))
        return;
    count = keys->counts[place_of(keys, base)];
    do {
        key->n = bare;
        add_suffix(key, ++count);
    } while (!take(keys, hash_ignoring_case(key)));
    keys->counts[place_of(keys, base)] = count;
}
