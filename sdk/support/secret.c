/* secret.c - asks the system for random numbers. */
#include "paperconv/secret.h"

#include <time.h>
#include <unistd.h>

/* splitmix64 (Vigna, 2015) */
static uint64_t next_of_seed(uint64_t *seed)
{
    uint64_t x = *seed += 0x9E3779B97F4A7C15u;

    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

/* The kernel decides where the memory and the stack are. */
static uint64_t unforeseen_seed(const void *memory)
{
    struct timespec now = { 0, 0 };

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)(uintptr_t)memory << 32 ^ (uint64_t)(uintptr_t)&now ^
           (uint64_t)now.tv_sec << 40 ^ (uint64_t)now.tv_nsec;
}

void pc_secret(uint64_t *words, size_t n)
{
    uint64_t seed;

    if (getentropy(words, n * sizeof *words) == 0)
        return;
    seed = unforeseen_seed(words);
    for (size_t i = 0; i < n; i++)
        words[i] = next_of_seed(&seed);
}
