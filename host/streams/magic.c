/* magic.c - recognises formats by their first bytes.  A text must never be taken for an archive,
 * so every signature contains a byte that does not occur in text, or is checked further. */
#include "streams/magic.h"

#include "base/arena.h"
#include "base/io.h"
#include "base/zeros.h"
#include "streams/zip_end.h"

#include <stdlib.h>

enum { ISO_MAGIC = 32769 };

static const char *const magic_names[] = { "text", "gzip", "bzip2", "xz", "zstd", "lz4", "tar",
                                           "zip",  "7z",   "cpio",  "ar", "iso",  "WARC" };

static bool looks_like_bzip2(pc_str head)
{
    return head.n >= 10 && head.p[3] >= '1' && head.p[3] <= '9' &&
           (memcmp(head.p + 4, "1AY&SY", 6) == 0 || memcmp(head.p + 4, "\x17rE8P\x90", 6) == 0);
}

static bool all_of(pc_str s, const char *allowed)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '\0' || strchr(allowed, s.p[i]) == NULL)
            return false;
    return true;
}

static bool looks_like_new_cpio(pc_str head)
{
    return head.n >= 110 && all_of(pc_sub(head.p, 110), "0123456789abcdefABCDEF");
}

static bool looks_like_old_cpio(pc_str head)
{
    return head.n >= 76 && all_of(pc_sub(head.p, 76), "01234567");
}

/* The two binary layouts of cpio, in which the upper byte of the name's length is zero. */
static bool looks_like_little_cpio(pc_str head)
{
    return head.n >= 26 && head.p[21] == '\0';
}
static bool looks_like_big_cpio(pc_str head)
{
    return head.n >= 26 && head.p[20] == '\0';
}

/* A text may begin with this word, but hardly goes on with the fields of a record. */
static bool looks_like_warc(pc_str head)
{
    return head.n > 16 && (head.p[7] == '0' || head.p[7] == '1') && head.p[8] == '\r' &&
           head.p[9] == '\n' && memmem(head.p, head.n, "\nWARC-", 6) != NULL;
}

static const struct {
    const char *magic;
    size_t n;
    enum magic format;
    bool (*check)(pc_str head); /* NULL: the magic is enough */
} magics[] = {
    { "\x1F\x8B\x08", 3, MAGIC_GZIP, NULL },
    { "BZh", 3, MAGIC_BZIP2, looks_like_bzip2 },
    { "\xFD\x37zXZ", 6, MAGIC_XZ, NULL },
    { "\x28\xB5\x2F\xFD", 4, MAGIC_ZSTD, NULL },
    { "\x04\x22\x4D\x18", 4, MAGIC_LZ4, NULL },
    { "PK\x03\x04", 4, MAGIC_ZIP, NULL },
    { "PK\x05\x06", 4, MAGIC_ZIP, NULL },           /* empty */
    { "PK\x07\x08PK\x03\x04", 8, MAGIC_ZIP, NULL }, /* a split archive in one piece */
    { "PK00PK\x03\x04", 8, MAGIC_ZIP, NULL },
    { "7z\xBC\xAF\x27\x1C", 6, MAGIC_7Z, NULL },
    { "070701", 6, MAGIC_CPIO, looks_like_new_cpio },
    { "070702", 6, MAGIC_CPIO, looks_like_new_cpio },
    { "070707", 6, MAGIC_CPIO, looks_like_old_cpio },
    { "\xC7\x71", 2, MAGIC_CPIO, looks_like_little_cpio },
    { "\x71\xC7", 2, MAGIC_CPIO, looks_like_big_cpio },
    { "!<arch>\n", 8, MAGIC_AR, NULL },
    { "WARC/1.", 7, MAGIC_WARC, looks_like_warc },
};

static enum magic by_magic(pc_str head)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (head.n >= magics[i].n && memcmp(head.p, magics[i].magic, magics[i].n) == 0 &&
            (magics[i].check == NULL || magics[i].check(head)))
            return magics[i].format;
    return MAGIC_NONE;
}

/* Skips a small skippable frame of zstd or lz4, which pzstd writes first. */
static pc_str after_skippable(pc_str head)
{
    const unsigned char *p = (const unsigned char *)head.p;

    if (head.n >= 12 && (p[0] & 0xF0) == 0x50 && memcmp(p + 1, "\x2A\x4D\x18", 3) == 0 &&
        p[4] <= head.n - 12 && p[5] == 0 && p[6] == 0 && p[7] == 0)
        return pc_drop(head, 8 + (size_t)p[4]);
    return head;
}

/* ---- tar ---- */

/* Looks at the file mode of a tar header, which follows the name of the first member. */
static bool may_be_tar(pc_str head)
{
    for (size_t i = 100; i < 108; i++)
        if (head.n < 108 ||
            strchr(" 01234567", head.p[i]) == NULL) /* strchr() finds the NUL, too */
            return false;
    return true;
}

/* Checks the checksum of the header, which old implementations computed with signed bytes. */
static bool is_tar(pc_str block)
{
    const size_t field = 148, field_end = 156;
    long sum = 0, signed_sum = 0, wanted = 0;
    size_t i;

    if (block.n < MAGIC_BLOCK || !may_be_tar(block))
        return false;
    for (i = 0; i < MAGIC_BLOCK; i++) {
        char c = i >= field && i < field_end ? ' ' : block.p[i];

        sum += (unsigned char)c;
        signed_sum += (signed char)c;
    }
    for (i = field; i < field_end && block.p[i] == ' ';)
        i++;
    for (; i < field_end && block.p[i] >= '0' && block.p[i] <= '7'; i++)
        wanted = wanted * 8 + (block.p[i] - '0');
    return wanted == sum || wanted == signed_sum;
}

/* ---- what shows further on ---- */

/* An archive without members may stand before the first one that has some. */
static bool is_tar_behind_zeros(pc_str head)
{
    size_t zeros = leading_zeros(head.p, head.n);

    return zeros % MAGIC_BLOCK == 0 && is_tar(pc_drop(head, zeros));
}

/* An iso image begins with 32 KiB for the boot loader, which are mostly zeros. */
static enum magic beyond_zeros(struct stream **s)
{
    const size_t size = ISO_MAGIC + 5;
    char *head = memory_alloc(size);
    bool again = (*s)->fd >= 0; /* the bytes can be read again, and are not kept */
    ssize_t n = again ? stream_read_at(*s, head, size, 0) : stream_peek(s, head, size);
    enum magic found = MAGIC_NONE;

    if (n == (ssize_t)size && memcmp(head + ISO_MAGIC, "CD001", 5) == 0)
        found = MAGIC_ISO;
    else if (n > 0 && is_tar_behind_zeros(pc_sub(head, (size_t)n)))
        found = MAGIC_TAR;
    free(head);
    return found;
}

static bool is_wide_text(pc_str head)
{
    return pc_starts(head, "\xFF\xFE") || pc_starts(head, "\xFE\xFF");
}

static bool is_binary(pc_str head)
{
    return memchr(head.p, '\0', head.n) != NULL && !is_wide_text(head);
}

/* A zip may stand behind a program that unpacks it, compiled or a script. */
static bool is_self_extracting(const struct stream *s, pc_str head)
{
    struct zip_end end;

    return s->fd >= 0 && (is_binary(head) || pc_starts(head, "#!")) && zip_end_find(s, &end);
}

enum magic magic_of(struct stream **s, pc_str head)
{
    char block[MAGIC_BLOCK];
    enum magic found = by_magic(after_skippable(head));

    if (found != MAGIC_NONE || head.n < MAGIC_HEAD)
        return found;
    if (may_be_tar(head) && stream_peek(s, block, sizeof block) == sizeof block &&
        is_tar(pc_sub(block, sizeof block)))
        return MAGIC_TAR;
    if (is_binary(head))
        found = beyond_zeros(s);
    if (found == MAGIC_NONE && is_self_extracting(*s, head))
        found = MAGIC_ZIP;
    return found;
}

bool magic_begins(enum magic format, pc_str head)
{
    return format == MAGIC_TAR ? is_tar(head) : by_magic(head) == format;
}

bool magic_is_archive(enum magic s)
{
    return s >= MAGIC_TAR;
}

const char *magic_name(enum magic s)
{
    return magic_names[s];
}
