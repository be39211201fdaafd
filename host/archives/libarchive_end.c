/* libarchive_end.c - finds the end of an archive, and looks behind it for another one, for zeros that
 * fill a block of a tape, and for what should not be there. */
#include "archives/libarchive_end.h"

#include "base/little_endian.h"
#include "streams/zip_end.h"

/* Passes over the record at the end of a zip, with its comment; false when it is not there. */
static bool pass_zip_end(struct libarchive_input *f)
{
    pc_str record;

    if (!libarchive_input_find(f, "PK\5\6"))
        return false;
    record = libarchive_input_peek(f, ZIP_END_SIZE);
    if (record.n < ZIP_END_SIZE) {
        libarchive_input_pass(f, record.n);
        return false;
    }
    libarchive_input_pass(f, ZIP_END_SIZE + (size_t)little_endian(record.p + ZIP_END_SIZE - 2, 2));
    return true;
}

/* Moves behind the end of the archive; false when its end is missing. */
static bool leave_archive(struct libarchive_input *f, struct archive *a,
                          const struct archive_plan *plan)
{
    if (plan->by_index) {
        libarchive_input_leave_at(f, plan->end);
        return true;
    }
    libarchive_input_leave(f, a);
    return plan->format == MAGIC_ZIP ? pass_zip_end(f) : plan->format != MAGIC_TAR || !f->over;
}

bool libarchive_end_is_followed(struct libarchive_input *f, struct archive *a,
                                const struct archive_plan *plan, uint64_t count, struct problem *p)
{
    const char *format = magic_name(plan->format);
    bool ends = leave_archive(f, a, plan), followed = libarchive_input_pass_zeros(f);

    if (followed && plan->format != MAGIC_7Z &&
        magic_begins(plan->format, libarchive_input_peek(f, MAGIC_BLOCK)))
        return true;
    if (!ends && !followed) {
        libarchive_end_is_missing(f, plan, p);
        return false;
    }
    libarchive_input_drain(f);
    *p = f->stream->problem;
    if (p->code != NULL)
        return false;
    if (followed)
        problem_set(p, PC_WARNING, "trailing-junk",
                    "the %s archive is followed by something else, which was not read", format);
    else if (count == 0)
        problem_set(p, PC_NOTE, "archive-empty", "the %s archive holds no files", format);
    return false;
}

void libarchive_end_is_missing(struct libarchive_input *f, const struct archive_plan *plan,
                               struct problem *p)
{
    libarchive_input_drain(f);
    *p = f->stream->problem;
    if (p->code == NULL || p->severity < PC_ERROR)
        problem_set(p, PC_WARNING, "archive-no-end",
                    "the %s archive has no end; members may be missing", magic_name(plan->format));
}
