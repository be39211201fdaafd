/* libarchive_members.c - reads one archive through libarchive. */
#include "archives/libarchive_members.h"

#include "archives/libarchive_end.h"
#include "archives/libarchive_input.h"
#include "archives/libarchive_open.h"
#include "base/arena.h"
#include "base/printable.h"
#include "streams/codec.h"

#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    HOLES_LIMIT = 64 * 1024 * 1024, /* bytes in one member; no honest archive has more */
    HEADER_LIMIT = 1024 * 1024,     /* bytes of one header; likewise */
    LINKS_LIMIT = 16 * 1024 * 1024, /* bytes that libarchive may keep for the links of a cpio */
    LINK = 1024 /* bytes that one link counts for, because libarchive searches all of them for it */
};

struct libarchive_members {
    struct stream stream; /* the current member's bytes; its close() does nothing */
    struct archive *archive;
    struct libarchive_input *feed;
    struct archive_plan plan;
    const struct limits *limits;
    struct arena names;
    uint64_t count;
    int64_t room;          /* bytes that libarchive may still read for the next header */
    int64_t header, links; /* bytes of the last header; bytes that all links count for */
    bool begun;            /* a header has been read */
    bool over;
    struct problem late; /* found at the end of a complete member; reported with the next */

    /* of the current member */
    const char *block; /* owned by libarchive; BLOCK_N bytes of it are left */
    size_t block_n;
    int64_t hole; /* NULs to return before BLOCK */
    int64_t holes, position, size, window_room;
    uint64_t given; /* bytes returned so far */
    bool readable;  /* its bytes were shown; not so when it is encrypted */
    bool sparse;    /* it may end with a hole, which libarchive does not report */
    bool ended;     /* no more bytes: reads return END */
    ssize_t end;
};

/* ---- the bytes of a member ---- */

static ssize_t end_member(struct libarchive_members *ms, ssize_t end)
{
    ms->ended = true;
    ms->end = end;
    return end;
}

static void archive_problem(struct libarchive_members *ms, struct problem *p)
{
    char what[32];

    snprintf(what, sizeof what, "%s archive", magic_name(ms->plan.format));
    libarchive_input_problem(ms->feed, ms->archive, what, p);
}

static ssize_t member_failed(struct libarchive_members *ms, int status)
{
    if (status == ARCHIVE_FATAL)
        ms->over = true;
    if (ms->over && ms->plan.format == MAGIC_TAR && ms->position == ms->size) {
        archive_problem(ms, &ms->late); /* only the padding after the member is missing */
        return end_member(ms, 0);
    }
    libarchive_input_problem(ms->feed, ms->archive, "member", &ms->stream.problem);
    return end_member(ms, -1);
}

/* Reads the next block; false at the end of the member and on failure. */
static bool next_data_block(struct libarchive_members *ms)
{
    const void *block;
    la_int64_t offset;
    int status;

    archive_clear_error(ms->archive);
    status = archive_read_data_block(ms->archive, &block, &ms->block_n, &offset);
    if (status == ARCHIVE_EOF) {
        ms->block_n = 0;
        offset = ms->sparse && ms->size > ms->position ? ms->size : ms->position;
        end_member(ms, 0);
    } else if (status < ARCHIVE_OK) {
        ms->block_n = 0;
        member_failed(ms, status);
        return false;
    } else {
        ms->block = block;
    }
    ms->hole = offset - ms->position;
    if (ms->hole < 0 || ms->hole > HOLES_LIMIT - ms->holes) {
        ms->hole = 0;
        ms->block_n = 0;
        problem_set(&ms->stream.problem, PC_ERROR, "corrupt",
                    "the member has holes of more than %d MiB", HOLES_LIMIT >> 20);
        end_member(ms, -1);
        return false;
    }
    ms->holes += ms->hole;
    return true;
}

/* A member, or its file as a whole, has become too large.  The bytes returned so far are valid. */
static void stop_unpacking(struct libarchive_members *ms)
{
    ms->hole = 0;
    ms->block_n = 0;
    end_member(ms, -1);
    if (strcmp(ms->stream.problem.code, "ratio-too-high") == 0)
        ms->over = true;
}

static ssize_t member_read(struct stream *s, void *buffer, size_t size)
{
    struct libarchive_members *ms = (struct libarchive_members *)s;

    while (ms->hole == 0 && ms->block_n == 0)
        if (ms->ended || !next_data_block(ms))
            return ms->end;
    if (ms->hole > 0) {
        if (size > (uint64_t)ms->hole)
            size = (size_t)ms->hole;
        memset(buffer, 0, size);
        ms->hole -= (int64_t)size;
    } else {
        if (size > ms->block_n)
            size = ms->block_n;
        memcpy(buffer, ms->block, size);
        ms->block += size;
        ms->block_n -= size;
    }
    ms->position += (int64_t)size;
    if (ms->position > ms->window_room)
        problem_set(&s->problem, PC_ERROR, "window-too-large",
                    "the member may need a window of more than %u MiB; recompress it with "
                    "deflate",
                    1U << (CODEC_WINDOW_LOG - 20));
    if (s->problem.code == NULL)
        size = unpack_meter_count(s->meter, &ms->given, size, &s->problem);
    if (s->problem.code != NULL)
        stop_unpacking(ms);
    return size > 0 ? (ssize_t)size : ms->end;
}

static bool member_ready(struct stream *s)
{
    const struct libarchive_members *ms = (const struct libarchive_members *)s;

    return ms->hole > 0 || ms->block_n > 0 || ms->ended || stream_ready(ms->feed->stream);
}

static void member_close(struct stream *s)
{
    (void)s; /* it is part of the archive */
}

/* ---- the end of an archive ---- */

/* True when another archive follows, which is now being read from start to end. */
static bool next_archive(struct libarchive_members *ms, struct problem *p)
{
    if (!libarchive_end_is_followed(ms->feed, ms->archive, &ms->plan, ms->count, p))
        return false;
    archive_read_free(ms->archive);
    ms->plan = (struct archive_plan){ .format = ms->plan.format };
    ms->archive = libarchive_new_reader(&ms->plan);
    ms->begun = false;
    return libarchive_input_continue(ms->feed, ms->archive);
}

/* ---- members ---- */

static const char *shown_name(struct libarchive_members *ms, struct archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);

    if (name == NULL) /* it cannot be converted to the locale's encoding */
        name = archive_entry_pathname_utf8(entry);
    while (name != NULL && name[0] == '.' && name[1] == '/')
        name += 2;
    if (name == NULL || *name == '\0')
        name = "(unnamed)";
    return printable(&ms->names, name);
}

static const char *special_kind(mode_t type)
{
    return type == AE_IFIFO ? "named pipe" : type == AE_IFSOCK ? "socket" : "device";
}

/* In a cpio only the last name of a file has its content.  That it is a link shows at its second
 * name; at the first one, only the number of its links does. */
static bool is_link_without_content(const struct libarchive_members *ms,
                                    struct archive_entry *entry)
{
    return ms->plan.format == MAGIC_CPIO && archive_entry_hardlink(entry) == NULL &&
           archive_entry_filetype(entry) == AE_IFREG && archive_entry_nlink(entry) > 1 &&
           archive_entry_size(entry) == 0;
}

/* Sets *P to the reason why a member that is not a regular file is not read. */
static void not_a_file(struct libarchive_members *ms, struct archive_entry *entry,
                       struct problem *p)
{
    const char *target = archive_entry_hardlink(entry);
    bool hard = target != NULL;

    if (!hard)
        target = archive_entry_symlink(entry);
    if (is_link_without_content(ms, entry))
        problem_set(p, PC_NOTE, "link-skipped",
                    "a hard link without content; the last link to that file has it");
    else if (hard || archive_entry_filetype(entry) == AE_IFLNK)
        problem_set(p, PC_NOTE, "link-skipped", "a %s link to '%s', which was not followed",
                    hard ? "hard" : "symbolic",
                    target != NULL ? printable(&ms->names, target) : "?");
    else
        problem_set(p, PC_NOTE, "special-skipped", "a %s, which was not read",
                    special_kind(archive_entry_filetype(entry)));
}

static bool is_file(const struct libarchive_members *ms, struct archive_entry *entry)
{
    mode_t type = archive_entry_filetype(entry);
    bool linked = archive_entry_hardlink(entry) != NULL;

    return (type == AE_IFREG || type == 0) && (!linked || archive_entry_size(entry) > 0) &&
           !is_link_without_content(ms, entry);
}

static void show_member(struct libarchive_members *ms, struct archive_entry *entry,
                        struct member *m)
{
    ms->count++;
    ms->readable = false;
    m->name = shown_name(ms, entry);
    if (!is_file(ms, entry)) {
        not_a_file(ms, entry, &m->problem);
        return;
    }
    if (archive_entry_is_data_encrypted(entry)) {
        problem_set(&m->problem, PC_ERROR, "encrypted",
                    "the member is encrypted; decrypt it first");
        return;
    }
    m->stream = &ms->stream;
    ms->readable = true;
    ms->stream.problem = (struct problem){ 0 };
    ms->block_n = 0;
    ms->hole = ms->holes = ms->position = 0;
    ms->given = 0;
    ms->window_room = libarchive_window_budget(ms->archive);
    ms->size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1;
    ms->stream.expected = ms->size > 0 ? (uint64_t)ms->size : 0;
    ms->sparse = archive_entry_sparse_count(entry) > 0;
    ms->ended = false;
}

static void archive_failed(struct libarchive_members *ms, struct problem *p)
{
    if (ms->plan.format == MAGIC_ZIP && archive_error_string(ms->archive) == NULL &&
        libarchive_input_used_up(ms->feed, ms->archive))
        libarchive_end_is_missing(ms->feed, &ms->plan, p); /* truncated between two members */
    else
        archive_problem(ms, p);
}

/* True when libarchive has to unpack what it passes over. */
static bool skipping_unpacks(const struct libarchive_members *ms)
{
    return ms->readable &&
           (ms->plan.format == MAGIC_7Z || (ms->plan.format == MAGIC_ZIP && !ms->plan.by_index));
}

/* Passes over the rest of the current member.  What has to be unpacked for that counts, too. */
static int skip_member(struct libarchive_members *ms, struct problem *p)
{
    const void *block;
    la_int64_t offset;
    size_t n;
    int status;

    if (!skipping_unpacks(ms))
        return archive_read_data_skip(ms->archive);
    while ((status = archive_read_data_block(ms->archive, &block, &n, &offset)) == ARCHIVE_OK ||
           status == ARCHIVE_WARN) {
        struct problem limit = { .code = NULL };
        uint64_t passed = 0; /* the limit of one member is for those that are read */

        if (unpack_meter_count(ms->stream.meter, &passed, n, &limit) == n)
            continue;
        *p = limit;
        return ARCHIVE_FATAL;
    }
    return status == ARCHIVE_EOF ? ARCHIVE_OK : status;
}

/* libarchive keeps in memory what it reads for the next header, so that is limited; what it skips
 * is not.  The index of a zip or 7z has been checked before. */
static int next_member_header(struct libarchive_members *ms, struct archive_entry **entry,
                              struct problem *p)
{
    bool indexed = ms->plan.format == MAGIC_ZIP || ms->plan.format == MAGIC_7Z;
    int status = ms->begun ? skip_member(ms, p) : ARCHIVE_OK;

    if (status == ARCHIVE_EOF)
        archive_set_error(ms->archive, EIO, "it ends too early");
    if (status == ARCHIVE_EOF || status == ARCHIVE_FATAL)
        return ARCHIVE_FATAL;
    if (ms->plan.format != MAGIC_ISO) /* libarchive reads all its headers at once, for one budget */
        ms->room = HEADER_LIMIT;
    libarchive_input_limit(ms->feed, indexed ? NULL : &ms->room);
    ms->header = -archive_filter_bytes(ms->archive, 0);
    status = archive_read_next_header(ms->archive, entry);
    ms->header += archive_filter_bytes(ms->archive, 0);
    libarchive_input_limit(ms->feed, NULL);
    ms->begun = true;
    return status;
}

/* libarchive might never finish reading Rock Ridge names. */
static void restart_without_rock_ridge(struct libarchive_members *ms)
{
    archive_read_free(ms->archive);
    ms->archive = libarchive_new_plain_iso_reader();
    libarchive_input_restart(ms->feed, ms->archive);
    ms->room = libarchive_index_budget(ms->limits);
    ms->begun = false;
}

/* False when a cpio has more hard links than libarchive may keep in memory. */
static bool links_fit(struct libarchive_members *ms, struct archive_entry *entry)
{
    if (ms->plan.format == MAGIC_CPIO && archive_entry_nlink(entry) > 1)
        ms->links += LINK + ms->header;
    return ms->links <= LINKS_LIMIT;
}

bool libarchive_members_next(struct libarchive_members *ms, struct member *m)
{
    struct archive_entry *entry;
    int status;

    *m = (struct member){ 0 };
    arena_reset(&ms->names);
    m->problem = ms->late;
    ms->late = (struct problem){ 0 };
    while (!ms->over) {
        archive_clear_error(ms->archive);
        status = next_member_header(ms, &entry, &m->problem);
        if (status == ARCHIVE_OK || status == ARCHIVE_WARN) {
            if (!links_fit(ms, entry)) {
                problem_set(&m->problem, PC_ERROR, "index-too-large",
                            "the cpio archive has too many hard links");
                ms->over = true;
                break;
            }
            if (archive_entry_filetype(entry) == AE_IFDIR)
                continue;
            if (ms->count == ms->limits->of[LIMIT_MEMBERS]) {
                limits_met(ms->limits, LIMIT_MEMBERS, &m->problem);
                ms->over = true;
                break;
            }
            show_member(ms, entry, m);
            return true;
        }
        if (ms->feed->continued && ms->count == 0) {
            restart_without_rock_ridge(ms);
            continue;
        }
        if (status == ARCHIVE_EOF && next_archive(ms, &m->problem))
            continue;
        ms->over = true;
        if (status != ARCHIVE_EOF)
            archive_failed(ms, &m->problem);
    }
    return m->problem.code != NULL;
}

void libarchive_members_close(struct libarchive_members *ms)
{
    archive_read_free(ms->archive);
    libarchive_input_close(ms->feed);
    arena_free(&ms->names);
    free(ms);
}

struct libarchive_members *libarchive_members_open(struct stream *s, enum magic format,
                                                   const struct limits *limits, struct problem *why)
{
    struct archive_plan plan;
    struct archive *archive;
    struct libarchive_members *ms;

    if (!libarchive_plan(s, format, limits, &plan, why)) {
        stream_close(s);
        return NULL;
    }
    archive = libarchive_new_reader(&plan);
    ms = memory_alloc(sizeof *ms);
    *ms = (struct libarchive_members){
        .stream = { .read = member_read,
                    .ready = member_ready,
                    .close = member_close,
                    .fd = -1,
                    .meter = s->meter,
                    .unpacked = true },
        .archive = archive,
        .feed = libarchive_input_open(archive, s, plan.start, format),
        .plan = plan,
        .limits = limits,
        .room = libarchive_index_budget(limits),
    };
    return ms;
}
