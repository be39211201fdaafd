/* sandbox_none.c - replaces the sandbox in builds with sanitizers or coverage, which write files
 * of their own and inspect other processes. */
#include "process/sandbox.h"

#include <stddef.h>

bool sandbox_is_entered(void)
{
    return false;
}

const char *sandbox_enter(const struct sandbox_needs *needs)
{
    (void)needs;
    return NULL;
}

bool sandbox_enter_memory(void)
{
    return true;
}
