/* unpack_meter.c - checks LIMIT_MEMBER and LIMIT_RATIO whenever bytes have been unpacked. */
#include "streams/unpack_meter.h"

/* Up to this size, LIMIT_RATIO does not apply. */
static const uint64_t harmless = 16 << 20;

bool unpack_meter_count(struct unpack_meter *m, uint64_t *so_far, size_t count, struct problem *p)
{
    const uint64_t *limit;
    uint64_t packed;

    *so_far += count;
    if (m == NULL)
        return true;
    limit = m->limits->of;
    m->unpacked += count;
    packed = m->packed < m->size ? m->packed : m->size;
    if (*so_far > limit[LIMIT_MEMBER])
        limits_met(m->limits, LIMIT_MEMBER, p);
    else if (m->unpacked > harmless && m->unpacked / (packed + 1) >= limit[LIMIT_RATIO])
        limits_met(m->limits, LIMIT_RATIO, p);
    else
        return true;
    return false;
}
