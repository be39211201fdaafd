/* keys.c - a table of fingerprints. */
#include "keys.h"

#include "paperconv/secret.h"

#include <stdlib.h>

#if defined(__GNUC__)
#define PREFETCH(p) __builtin_prefetch(p)
#else
#define PREFETCH(p) ((void)(p))
#endif

void key_set_open(struct key_set *set)
{
    *set = (struct key_set){ 0 };
    pc_secret(&set->secret, 1);
}

static uint64_t fingerprint_of(uint64_t secret, pc_str key)
{
    uint64_t h = 0xcbf29ce484222325u ^ secret;

    for (size_t i = 0; i < key.n; i++)
        h = (h ^ (unsigned char)key.p[i]) * 0x100000001b3u;
    h ^= h >> 32;
    return h != 0 ? h : 1;
}

uint64_t key_expect(const struct key_set *set, pc_str key)
{
    uint64_t h;

    if (key.n == 0)
        return 0;
    h = fingerprint_of(set->secret, key);
    if (set->room != 0)
        PREFETCH(&set->slots[(size_t)h & (set->room - 1)]);
    return h;
}

static bool put(struct key_set *set, uint64_t h)
{
    size_t at = (size_t)h & (set->room - 1);

    while (set->slots[at] != 0 && set->slots[at] != h)
        at = (at + 1) & (set->room - 1);
    if (set->slots[at] == h)
        return false;
    set->slots[at] = h;
    set->count++;
    return true;
}

static void grow(struct key_set *set)
{
    struct key_set more = { .secret = set->secret, .room = set->room == 0 ? 256 : 4 * set->room };

    more.slots = calloc(more.room, sizeof *more.slots);
    if (more.slots == NULL)
        abort();
    for (size_t i = 0; i < set->room; i++) {
        if (set->slots[i] != 0)
            put(&more, set->slots[i]);
    }
    free(set->slots);
    *set = more;
}

bool key_add(struct key_set *set, uint64_t fingerprint)
{
    if (2 * (set->count + 1) > set->room)
        grow(set);
    return put(set, fingerprint);
}

void key_set_free(struct key_set *set)
{
    free(set->slots);
    *set = (struct key_set){ 0 };
}
