/* seen.c - the identities seen so far: hashes in a table with open addressing. */
#include "seen.h"

#include "paperconv/secret.h"

#include <stdlib.h>

/* ---- SipHash (Aumasson and Bernstein, 2012) --------------------------------------- */

struct sip {
    uint64_t a, b, c, d;
};

static uint64_t rotate_left(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

static void sip_rounds(struct sip *v, int rounds)
{
    while (rounds-- > 0) {
        v->a += v->b;
        v->b = rotate_left(v->b, 13) ^ v->a;
        v->a = rotate_left(v->a, 32);
        v->c += v->d;
        v->d = rotate_left(v->d, 16) ^ v->c;
        v->a += v->d;
        v->d = rotate_left(v->d, 21) ^ v->a;
        v->c += v->b;
        v->b = rotate_left(v->b, 17) ^ v->c;
        v->c = rotate_left(v->c, 32);
    }
}

/* The N <= 8 bytes at P as a number, the first byte lowest. */
static uint64_t little_endian(const char *p, size_t n)
{
    uint64_t word = 0;

    while (n-- > 0)
        word = word << 8 | (unsigned char)p[n];
    return word;
}

static void sip_word(struct sip *v, uint64_t word)
{
    v->d ^= word;
    sip_rounds(v, 2);
    v->a ^= word;
}

struct hash seen_hash(const struct seen *s, pc_str text)
{
    struct sip v = { 0x736f6d6570736575 ^ s->secret[0], 0x646f72616e646f6d ^ 0xee ^ s->secret[1],
                     0x6c7967656e657261 ^ s->secret[0], 0x7465646279746573 ^ s->secret[1] };
    const uint64_t length = (uint64_t)text.n << 56;
    struct hash hash;

    for (; text.n >= 8; text = pc_drop(text, 8))
        sip_word(&v, little_endian(text.p, 8));
    sip_word(&v, length | little_endian(text.p, text.n));
    v.c ^= 0xee;
    sip_rounds(&v, 4);
    hash.low = v.a ^ v.b ^ v.c ^ v.d;
    v.b ^= 0xdd;
    sip_rounds(&v, 4);
    hash.high = v.a ^ v.b ^ v.c ^ v.d;
    return hash;
}

/* ---- the table ------------------------------------------------------------------- */

void seen_open(struct seen *s)
{
    pc_secret(s->secret, sizeof s->secret / sizeof *s->secret);
}

/* The slot of KEY, or the free slot where it belongs. */
static struct sighting *slot_of(const struct seen *s, struct hash key)
{
    size_t i = key.low & (s->room - 1);

    while (s->slots[i].document != 0 &&
           (s->slots[i].key.low != key.low || s->slots[i].key.high != key.high))
        i = (i + 1) & (s->room - 1);
    return &s->slots[i];
}

struct sighting *seen_find(const struct seen *s, struct hash key)
{
    struct sighting *slot = s->room != 0 ? slot_of(s, key) : NULL;

    return slot != NULL && slot->document != 0 ? slot : NULL;
}

static void grow_table(struct seen *s)
{
    struct seen more = *s;

    more.room = s->room != 0 ? 2 * s->room : 256;
    more.slots = calloc(more.room, sizeof *more.slots);
    if (more.slots == NULL)
        abort();
    for (size_t i = 0; i < s->room; i++)
        if (s->slots[i].document != 0)
            *slot_of(&more, s->slots[i].key) = s->slots[i];
    free(s->slots);
    *s = more;
}

void seen_add(struct seen *s, struct sighting sighting)
{
    if (s->count >= s->room / 4 * 3)
        grow_table(s);
    *slot_of(s, sighting.key) = sighting;
    s->count++;
}

void seen_free(struct seen *s)
{
    free(s->slots);
}
