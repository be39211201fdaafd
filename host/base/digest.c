/* digest.c - the checksum, from the header of libxxhash, so that nothing more is loaded at start. */
#include "base/digest.h"

#include "base/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

struct digest {
    XXH3_state_t *state; /* aligned by the library */
};

struct digest *digest_new(void)
{
    struct digest *d = memory_alloc(sizeof *d);

    d->state = XXH3_createState();
    if (d->state == NULL)
        memory_exhausted();
    XXH3_64bits_reset(d->state);
    return d;
}

void digest_add(struct digest *d, const void *bytes, size_t n)
{
    XXH3_64bits_update(d->state, bytes, n);
}

void digest_text(const struct digest *d, char text[DIGEST_SIZE])
{
    snprintf(text, DIGEST_SIZE, "%016" PRIx64, (uint64_t)XXH3_64bits_digest(d->state));
}

void digest_free(struct digest *d)
{
    if (d != NULL)
        XXH3_freeState(d->state);
    free(d);
}
