/* callback.c - scratch memory, scratch files and extensions, whatever the handle. */
#include "api/callback.h"

void *callback_scratch(const pc_handle *h, size_t n)
{
    return arena_alloc(&((const struct handle *)h)->callback->scratch, n);
}

int callback_scratch_file(pc_stage *s)
{
    return ((const struct stage *)s)->callback->scratch_file;
}

const void *callback_extension(const pc_handle *h, const char *id)
{
    (void)h;
    (void)id;
    return NULL; /* version 1.0 has none */
}
