/* key_table.c - the keys that are taken: 11 to 21 bytes for each different key, 16 to 32 more when
 * it occurs a second time, nothing for further times.
 *
 * Only the hash of a key is kept.  When two keys have the same hash (one pair in a million
 * million), the second gets a suffix that it did not need.
 *
 * Keys with a suffix are not kept at all.  When `deep` has given out three suffixes, then deepa,
 * deepb and deepc are taken.  So a key is taken when it is in the table itself, or when its last
 * letters, read as the number of a suffix, are a suffix that the key before them has given out.
 * A feed without authors and dates has few different keys, and their table stays in the cache. */
#include "key_table.h"

#include "paperconv/secret.h"

#include <stdlib.h>

enum { FIRST_BITS = 6, WORD = sizeof(uint64_t), LETTERS = 26 };

static uint64_t mix_bits(uint64_t x)
{
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    return x ^ x >> 32;
}

static uint64_t word_of_bytes(const char *p, size_t n)
{
    uint64_t word = 0;

    for (size_t i = 0; i < n; i++)
        word |= (uint64_t)(unsigned char)p[i] << 8 * i;
    return word;
}

uint64_t pc_key_hash(uint64_t hash, pc_str bytes)
{
    hash = mix_bits(hash ^ (bytes.n + 0x9E3779B97F4A7C15u));
    for (; bytes.n >= 8; bytes = pc_drop(bytes, 8))
        hash = mix_bits(hash ^ word_of_bytes(bytes.p, 8));
    return mix_bits(hash ^ word_of_bytes(bytes.p, bytes.n));
}

/* ---- the hash of a key ----------------------------------------------------------- */

/* In the alphabet of keys, only the two cases of a letter differ in this bit alone. */
static const uint64_t either_case = 0x2020202020202020u;

/* The state of the hash after the first WHOLE bytes of a key, which fill words. */
struct prefix {
    size_t whole; /* bytes */
    uint64_t secret, state;
};

static struct prefix prefix_of(const pc_text *key, size_t n, uint64_t secret)
{
    struct prefix prefix = { n / WORD * WORD, secret, secret };
    uint64_t word;

    for (size_t i = 0; i < prefix.whole; i += WORD) {
        memcpy(&word, key->p + i, WORD);
        prefix.state = (prefix.state ^ (word | either_case)) * 0xD6E8FEB86659FD93u;
        prefix.state ^= prefix.state >> 32;
    }
    return prefix;
}

/* The hash of the first N bytes of KEY.  PREFIX is used when it fits N, and replaced otherwise.
 * There must be room for a word after the key. */
static uint64_t hash_ignoring_case(const pc_text *key, size_t n, struct prefix *prefix)
{
    static const unsigned char kept[2 * WORD] = { 255, 255, 255, 255, 255, 255, 255, 255 };
    uint64_t word, mask, hash;

    if (prefix->whole != n / WORD * WORD)
        *prefix = prefix_of(key, n, prefix->secret);
    memcpy(&word, key->p + prefix->whole, WORD);
    memcpy(&mask, kept + WORD - (n - prefix->whole), WORD);
    hash = mix_bits(prefix->state ^ ((word & mask) | either_case) ^ n);
    return hash != 0 ? hash : 1;
}

/* ---- sets ------------------------------------------------------------------------ */

static size_t room_of(const struct pc_key_set *set)
{
    return set->bits != 0 ? (size_t)1 << set->bits : 0;
}

/* Where HASH is, or belongs, in a SET that has places.  Places are in the order of the hashes. */
static size_t place_of(const struct pc_key_set *set, uint64_t hash)
{
    size_t i = (size_t)(hash >> (64 - set->bits)), last = room_of(set) - 1;

    while (set->hashes[i] != 0 && set->hashes[i] != hash)
        i = (i + 1) & last;
    return i;
}

static bool has_hash(const struct pc_key_set *set, uint64_t hash)
{
    return set->taken != 0 && set->hashes[place_of(set, hash)] != 0;
}

static uint32_t count_of(const struct pc_key_set *set, uint64_t hash)
{
    return has_hash(set, hash) ? set->counts[place_of(set, hash)] : 0;
}

static void *allocate_array(size_t count, size_t size)
{
    void *p = calloc(count, size);

    if (p == NULL)
        abort();
    return p;
}

static void free_set(struct pc_key_set *set)
{
    free(set->hashes);
    free(set->counts);
}

static void grow_set(struct pc_key_set *set, bool counts)
{
    struct pc_key_set old = *set;

    set->bits = old.bits != 0 ? old.bits + 1 : FIRST_BITS;
    set->hashes = allocate_array(room_of(set), sizeof *set->hashes);
    set->counts = counts ? allocate_array(room_of(set), sizeof *set->counts) : NULL;
    for (size_t i = 0; i < room_of(&old); i++) {
        size_t at;

        if (old.hashes[i] == 0)
            continue;
        at = place_of(set, old.hashes[i]);
        set->hashes[at] = old.hashes[i];
        if (counts)
            set->counts[at] = old.counts[i];
    }
    free_set(&old);
}

/* The place of HASH in SET; adds it if it is not there. */
static size_t insert_hash(struct pc_key_set *set, uint64_t hash, bool counts)
{
    size_t at;

    if (set->taken >= room_of(set) / 4 * 3)
        grow_set(set, counts);
    at = place_of(set, hash);
    set->taken += set->hashes[at] == 0;
    set->hashes[at] = hash;
    return at;
}

/* ---- keys ------------------------------------------------------------------------ */

/* a ... z, aa ...; returns the number of letters. */
static size_t add_suffix(pc_text *key, uint32_t count)
{
    char letters[8];
    size_t n = sizeof letters;

    for (; count != 0; count = (count - 1) / LETTERS)
        letters[--n] = (char)('a' + (count - 1) % LETTERS);
    pc_text_add(key, pc_sub(letters + n, sizeof letters - n));
    return sizeof letters - n;
}

/* True when KEY is some other key with a suffix that was given out; the key of its first BARE
 * bytes does not count.  PREFIX may change. */
static bool has_suffix(const struct pc_key_table *t, const pc_text *key, size_t bare,
                       struct prefix *prefix)
{
    uint64_t number = 0, unit = 1;

    for (size_t n = key->n; n > 0 && key->n - n < t->longest; unit *= LETTERS) {
        unsigned letter = (unsigned)((unsigned char)key->p[--n] | 0x20) - 'a';

        if (letter >= LETTERS)
            return false;
        number += unit * (letter + 1);
        if (number > t->most)
            return false;
        if (n != bare && number <= count_of(&t->repeated, hash_ignoring_case(key, n, prefix)))
            return true;
    }
    return false;
}

static bool is_taken(const struct pc_key_table *t, const pc_text *key, size_t bare, uint64_t hash,
                     struct prefix *prefix)
{
    return has_hash(&t->bare, hash) || has_suffix(t, key, bare, prefix);
}

static struct pc_key_table *new_table(void)
{
    struct pc_key_table *t = allocate_array(1, sizeof *t);

    pc_secret(&t->secret, 1);
    return t;
}

void pc_key_table_take(pc_keys *keys, pc_text *key)
{
    struct pc_key_table *t = keys->table;
    size_t bare = key->n, letters, at;
    struct prefix prefix;
    uint32_t count;
    uint64_t hash;

    if (t == NULL)
        t = keys->table = new_table();
    pc_text_room(key, WORD);
    prefix = prefix_of(key, bare, t->secret);
    hash = hash_ignoring_case(key, bare, &prefix);
    if (!has_hash(&t->repeated, hash) && !is_taken(t, key, bare, hash, &prefix)) {
        insert_hash(&t->bare, hash, false);
        return;
    }
    at = insert_hash(&t->repeated, hash, true);
    count = t->repeated.counts[at];
    do {
        key->n = bare;
        letters = add_suffix(key, ++count);
        pc_text_room(key, WORD);
        prefix = prefix_of(key, key->n, t->secret);
        hash = hash_ignoring_case(key, key->n, &prefix);
    } while (is_taken(t, key, bare, hash, &prefix));
    t->repeated.counts[at] = count;
    if (count > t->most)
        t->most = count;
    if (letters > t->longest)
        t->longest = letters;
}

void pc_key_table_free(pc_keys *keys)
{
    if (keys->table == NULL)
        return;
    free_set(&keys->table->bare);
    free_set(&keys->table->repeated);
    free(keys->table);
}
