/* callback.c - scratch memory and extensions, whatever the handle. */
#include "api/callback.h"

void *callback_scratch(const pc_handle *h, size_t n)
{
    return arena_alloc(&((const struct handle *)h)->callback->scratch, n);
}

const void *callback_extension(const pc_handle *h, const char *id)
{
    (void)h;
    (void)id;
    return NULL; /* version 1.0 has none */
}
