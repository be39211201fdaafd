/* members.c - asks the module that unpacks for the members of an archive. */
#include "archives/members.h"

#include "streams/spool.h"
#include "streams/unpack_module.h"

#include "paperconv/plugin.h"

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

struct members *members_open(struct stream *s, enum magic format, const struct limits *limits,
                             struct spool *spool, struct problem *why)
{
    const struct unpack_module *module = unpack_module_load(why);

    if (module == NULL) {
        stream_close(s);
        return NULL;
    }
    s = as_file_if_needed(s, format, limits, spool, why);
    return s != NULL ? module->members_open(s, format, limits, why) : NULL;
}

/* Without the module there are no members to call these with. */

bool members_next(struct members *ms, struct member *m)
{
    return unpack_module_load(NULL)->members_next(ms, m);
}

void members_close(struct members *ms)
{
    unpack_module_load(NULL)->members_close(ms);
}
