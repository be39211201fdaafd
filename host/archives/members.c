/* members.c - the members of an archive, from the module that unpacks or out of a WARC file. */
#include "archives/members.h"

#include "archives/warc_members.h"
#include "base/memory.h"
#include "streams/spool.h"
#include "streams/unpack_module.h"

#include "paperconv/plugin.h"

#include <stdlib.h>

struct members { /* one of the two */
    struct libarchive_members *packed;
    struct warc_members *warc;
};

/* Returns S, or a copy in SPOOL, because 7z requires a file; NULL with *WHY for an iso that is no file. */
static struct stream *as_file_if_needed(struct stream *s, enum magic format,
                                        const struct limits *limits, struct spool *spool,
                                        struct problem *why)
{
    if (s->fd >= 0 || (format != MAGIC_ISO && format != MAGIC_7Z))
        return s;
    if (format == MAGIC_7Z)
        return stream_spool(spool, s, limits, why);
    problem_set(why, PC_ERROR, "archive-needs-file",
                "an iso image cannot be read from a pipe or out of another archive; give it as a "
                "file");
    stream_close(s);
    return NULL;
}

static struct libarchive_members *open_packed(struct stream *s, enum magic format,
                                              const struct limits *limits, struct spool *spool,
                                              struct problem *why)
{
    const struct unpack_module *module = unpack_module_load(why);

    if (module == NULL) {
        stream_close(s);
        return NULL;
    }
    s = as_file_if_needed(s, format, limits, spool, why);
    return s != NULL ? module->members_open(s, format, limits, why) : NULL;
}

struct members *members_open(struct stream *s, enum magic format, const struct limits *limits,
                             struct spool *spool, struct problem *why)
{
    struct members ms = { .packed = NULL }, *opened;

    if (format == MAGIC_WARC)
        ms.warc = warc_members_open(s, limits);
    else
        ms.packed = open_packed(s, format, limits, spool, why);
    if (ms.warc == NULL && ms.packed == NULL)
        return NULL;
    opened = memory_alloc(sizeof *opened);
    *opened = ms;
    return opened;
}

/* Without the module there are no packed members to call these with. */

bool members_next(struct members *ms, struct member *m)
{
    if (ms->warc != NULL)
        return warc_members_next(ms->warc, m);
    return unpack_module_load(NULL)->members_next(ms->packed, m);
}

void members_close(struct members *ms)
{
    if (ms->warc != NULL)
        warc_members_close(ms->warc);
    else
        unpack_module_load(NULL)->members_close(ms->packed);
    free(ms);
}
