/* random_numbers.h - the same random numbers on every machine, from a seed (xorshift64*). */
#ifndef PAPERCONV_RANDOM_NUMBERS_H
#define PAPERCONV_RANDOM_NUMBERS_H

#include <stddef.h>
#include <stdint.h>

struct random_numbers {
    uint64_t state; /* the seed, not 0 */
};

/* From 0 to LIMIT - 1. */
static inline size_t random_below(struct random_numbers *r, size_t limit)
{
    r->state ^= r->state >> 12;
    r->state ^= r->state << 25;
    r->state ^= r->state >> 27;
    return (size_t)((r->state * UINT64_C(2685821657736338717)) >> 33) % limit;
}

#endif
