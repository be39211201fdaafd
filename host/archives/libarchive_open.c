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

static void enable_format(struct archive *a, int fd, enum magic format, const struct limits *limits)
{
    int (*const enable[])(struct archive *) = {
        [MAGIC_TAR] = archive_read_support_format_tar,
        [MAGIC_ZIP] = archive_read_support_format_zip,
        [MAGIC_7Z] = archive_read_support_format_7zip,
        [MAGIC_CPIO] = archive_read_support_format_cpio,
        [MAGIC_AR] = archive_read_support_format_ar,
        [MAGIC_ISO] = archive_read_support_format_iso9660,
    };

    if (format == MAGIC_ZIP && fd >= 0 && zip_index_is_large(fd, limits->of[LIMIT_MEMBERS]))
        archive_read_support_format_zip_streamable(a);
    else
        enable[format](a);
}

struct archive *libarchive_new_reader(int fd, enum magic format, const struct limits *limits,
                                      struct problem *why)
{
    struct archive *a;

    if (format == MAGIC_7Z && !seven_zip_index_fits(fd, limits, why))
        return NULL;
    if (format == MAGIC_ZIP && fd >= 0 && zip_members_overlap(fd)) {
        problem_set(
            why, PC_ERROR, "corrupt",
            "members of the zip archive overlap, so that it would unpack to more than it holds");
        return NULL;
    }
    a = archive_read_new();
    if (a == NULL)
        memory_exhausted();
    enable_format(a, fd, format, limits);
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
