/* libarchive_open.c - creates libarchive's readers and sets their limits.
 *
 * Only the format that magic.c has recognised is enabled: with all formats enabled, libarchive
 * takes some texts for archives. */
#include "archives/libarchive_open.h"

#include "archives/seven_zip_index.h"
#include "archives/zip_index.h"
#include "base/arena.h"
#include "streams/codec.h"

enum {
    ISO_ENTRY = 32, /* bytes of the shortest; libarchive allocates 360 for it */
    WINDOW = 1 << CODEC_WINDOW_LOG,
    PPMD_GROWTH = 16 /* bytes of memory that the model uses for a byte of text */
};

int64_t libarchive_index_budget(const struct limits *limits)
{
    uint64_t members = limits->of[LIMIT_MEMBERS];

    return members < INT64_MAX / ISO_ENTRY ? (int64_t)members * ISO_ENTRY : INT64_MAX;
}

/* ---- how an archive is read ---- */

/* False when a zip must be read from start to end: its index is missing or large, or another zip
 * stands before it, whose members come first. */
static bool plan_by_zip_index(const struct stream *s, const struct limits *limits,
                              struct zip_end *z)
{
    char begin[4];

    return zip_end_find(s, z) && !zip_index_is_large(z, limits->of[LIMIT_MEMBERS]) &&
           (z->start == 0 || stream_read_at(s, begin, sizeof begin, 0) != sizeof begin ||
            memcmp(begin, "PK\3\4", sizeof begin) != 0);
}

static bool plan_zip(const struct stream *s, const struct limits *limits, struct archive_plan *plan,
                     struct problem *why)
{
    struct zip_end z;

    plan->by_index = s->fd >= 0 && plan_by_zip_index(s, limits, &z);
    if (!plan->by_index)
        return true;
    plan->start = (int64_t)z.start;
    plan->end = (int64_t)z.end;
    if (zip_members_overlap(s, &z))
        problem_set(
            why, PC_ERROR, "corrupt",
            "members of the zip archive overlap, so that it would unpack to more than it holds");
    return why->code == NULL;
}

bool libarchive_plan(const struct stream *s, enum magic format, const struct limits *limits,
                     struct archive_plan *plan, struct problem *why)
{
    *plan = (struct archive_plan){ .format = format };
    if (format == MAGIC_ZIP)
        return plan_zip(s, limits, plan, why);
    if (format == MAGIC_7Z || format == MAGIC_ISO) {
        plan->by_index = true;
        plan->end = (int64_t)s->expected;
    }
    return format != MAGIC_7Z || seven_zip_index_fits(s, limits, &plan->end, why);
}

struct archive *libarchive_new_reader(const struct archive_plan *plan)
{
    int (*const enable[])(struct archive *) = {
        [MAGIC_TAR] = archive_read_support_format_tar,
        [MAGIC_ZIP] = plan->by_index ? archive_read_support_format_zip
                                     : archive_read_support_format_zip_streamable,
        [MAGIC_7Z] = archive_read_support_format_7zip,
        [MAGIC_CPIO] = archive_read_support_format_cpio,
        [MAGIC_AR] = archive_read_support_format_ar,
        [MAGIC_ISO] = archive_read_support_format_iso9660,
    };
    struct archive *a = archive_read_new();

    if (a == NULL)
        memory_exhausted();
    enable[plan->format](a);
    return a;
}

struct archive *libarchive_new_plain_iso_reader(void)
{
    struct archive *a = archive_read_new();

    if (a == NULL)
        memory_exhausted();
    archive_read_support_format_iso9660(a);
    archive_read_set_format_option(a, "iso9660", "rockridge", NULL);
    return a;
}

int64_t libarchive_window_budget(struct archive *a)
{
    static const struct {
        const char *method;
        int64_t room;
    } methods[] = { { "(lzma", WINDOW },
                    { "(xz", WINDOW },
                    { "(zstd", WINDOW },
                    { "(ppmd", WINDOW / PPMD_GROWTH } };
    const char *name = archive_format_name(a);

    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (name != NULL && strstr(name, methods[i].method) != NULL)
            return methods[i].room;
    return INT64_MAX;
}
