/* cost.c - measures the memory and the processor time of this process. */
#include "check/cost.h"

#include "base/memory.h"

#include <malloc.h>
#include <stdlib.h>
#include <time.h>

enum {
    WARM_UP = 16, /* rounds in which caches fill */
    ROUNDS = 48,
    SMALL = 256 * 1024, /* bytes of the smaller document */
    FACTOR = 4,
    RUNS = 3,
    TOLERANCE = 2 /* quadratic work takes four times as long as linear work */
};
static const double UNMEASURABLE = 0.1; /* seconds: less than this proves nothing */

/* The allocators of the sanitizers have a counter of their own. */
size_t __sanitizer_get_current_allocated_bytes(void) __attribute__((weak));

static size_t allocated_bytes(void)
{
    return __sanitizer_get_current_allocated_bytes != NULL
               ? __sanitizer_get_current_allocated_bytes()
               : mallinfo2().uordblks + mallinfo2().hblkhd;
}

void check_no_leak(const struct check *c, void (*work)(const struct check *))
{
    size_t before, after, grown = 0;

    for (int i = 0; i < WARM_UP; i++)
        work(c);
    for (int i = 0; i < ROUNDS; i++) {
        before = allocated_bytes();
        work(c);
        after = allocated_bytes();
        grown += after > before;
    }
    if (grown == ROUNDS)
        check_fail("every run leaves %zu bytes more allocated", after - before);
}

static double seconds_for(const struct check *c, pc_str bytes, size_t n,
                          void (*work)(const struct check *, pc_str))
{
    char *repeated = memory_alloc(n + 1);
    struct timespec from, to;

    for (size_t i = 0; i < n; i++)
        repeated[i] = bytes.p[i % bytes.n];
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    work(c, pc_sub(repeated, n));
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    free(repeated);
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

/* The least of several runs: while other programs use the processor, some take twice as long. */
static double least_seconds_for(const struct check *c, pc_str bytes, size_t n,
                                void (*work)(const struct check *, pc_str))
{
    double least = seconds_for(c, bytes, n, work);

    for (int i = 1; i < RUNS; i++) {
        const double seconds = seconds_for(c, bytes, n, work);

        least = seconds < least ? seconds : least;
    }
    return least;
}

void check_linear(const struct check *c, pc_str bytes, void (*work)(const struct check *, pc_str))
{
    double bound, large;

    if (bytes.n == 0)
        return;
    bound = TOLERANCE * FACTOR * least_seconds_for(c, bytes, SMALL, work) + UNMEASURABLE;
    large = seconds_for(c, bytes, FACTOR * SMALL, work);
    if (large > bound)
        large = least_seconds_for(c, bytes, FACTOR * SMALL, work);
    if (large > bound)
        check_fail("four times the input takes %.0f times as long",
                   large * TOLERANCE * FACTOR / (bound - UNMEASURABLE));
}
