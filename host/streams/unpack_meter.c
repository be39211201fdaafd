/* unpack_meter.c - checks LIMIT_MEMBER and LIMIT_RATIO whenever bytes have been unpacked. */
#include "streams/unpack_meter.h"

/* Up to this size, LIMIT_RATIO does not apply. */
static const uint64_t harmless = 16 << 20;

/* How many of the last COUNT bytes are below MOST, when there are TOTAL. */
static size_t allowed(uint64_t total, size_t count, uint64_t most)
{
    uint64_t beyond = total > most ? total - most : 0;

    return beyond < count ? count - (size_t)beyond : 0;
}

/* The bytes that all of the file may unpack to. */
static uint64_t most_unpacked(const struct unpack_meter *m)
{
    uint64_t packed = (m->packed < m->size ? m->packed : m->size) + 1;
    uint64_t ratio = m->limits->of[LIMIT_RATIO];
    uint64_t most = ratio < UINT64_MAX / packed ? ratio * packed : UINT64_MAX;

    return most > harmless ? most : harmless;
}

size_t unpack_meter_count(struct unpack_meter *m, uint64_t *so_far, size_t count, struct problem *p)
{
    size_t of_member, of_file;

    *so_far += count;
    if (m == NULL)
        return count;
    m->unpacked += count;
    of_member = allowed(*so_far, count, m->limits->of[LIMIT_MEMBER]);
    of_file = allowed(m->unpacked, count, most_unpacked(m));
    if (of_member < count)
        limits_met(m->limits, LIMIT_MEMBER, p);
    else if (of_file < count)
        limits_met(m->limits, LIMIT_RATIO, p);
    return of_member < of_file ? of_member : of_file;
}
