/* codec_by_block.h - what zstd and lz4 have in common. */
#ifndef PAPERCONV_HOST_STREAMS_CODEC_BY_BLOCK_H
#define PAPERCONV_HOST_STREAMS_CODEC_BY_BLOCK_H

#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* When a call fails, both libraries discard what they decoded in it.  Each call is therefore given
 * at most one block, so that nothing before the failure is lost. */
struct by_block {
    void *context;
    size_t hint; /* bytes that the library asks for in the next call */
};

static inline struct by_block *by_block_new(void *context)
{
    struct by_block *b = memory_alloc(sizeof *b);

    *b = (struct by_block){ context, 1 };
    return b;
}

static inline size_t one_block(const struct by_block *b, size_t available)
{
    const size_t next_header = 4; /* bytes of the next block's header, which the hint includes */
    size_t wanted = b->hint > next_header ? b->hint - next_header : 1;

    return wanted < available ? wanted : available;
}

/* A frame that only holds notes. */
static inline bool is_skippable(const unsigned char *p)
{
    return (p[0] & 0xF0) == 0x50 && memcmp(p + 1, "\x2A\x4D\x18", 3) == 0;
}

#endif
