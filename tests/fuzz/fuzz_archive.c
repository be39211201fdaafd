/* fuzz_archive.c - runs the whole program over well-formed archives with a few changed bytes.
 *
 * The first byte selects the format, the second the compression, the third the number of changed
 * bytes; for each of these, three bytes say where and how.  The rest is the members: a line
 * "=NAME" begins one.  Unlike random bytes, such archives have correct checksums. */
#include "program.h"
#include "target.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

static const char *const formats[] = { "ustar", "pax", "gnutar", "zip",    "7zip",
                                       "newc",  "odc", "arbsd",  "iso9660" };
static const char *const filters[] = { NULL, "gzip", "bzip2", "xz", "zstd", "lz4" };
enum { MOST = 1 << 17, DAMAGES = 8 };

struct made {
    char bytes[MOST];
    size_t n;
};

static bool is_plain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* With other names, libarchive's iso writer writes beyond its own memory. */
static void make_plain(char *path)
{
    for (size_t i = 0; path[i] != '\0'; i++) {
        bool joins = (path[i] == '.' || path[i] == '/') && i > 0 && is_plain(path[i - 1]);

        if (!is_plain(path[i]) && !joins)
            path[i] = '_';
    }
}

static void put(struct archive *a, pc_str name, pc_str content)
{
    struct archive_entry *entry;
    char path[256];

    snprintf(path, sizeof path, "%.*s", (int)(name.n < 200 ? name.n : 200), name.p);
    if (*path == '\0')
        return; /* such a member stops libarchive's writer, which then leaks */
    if (archive_format(a) == ARCHIVE_FORMAT_ISO9660)
        make_plain(path);
    entry = archive_entry_new();
    archive_entry_set_pathname(entry, path);
    archive_entry_set_filetype(entry, pc_ends(name, "/") ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, pc_ends(name, "/") ? 0 : (la_int64_t)content.n);
    if (archive_write_header(a, entry) == ARCHIVE_OK && !pc_ends(name, "/"))
        archive_write_data(a, content.p, content.n);
    archive_entry_free(entry);
}

static void put_members(struct archive *a, pc_str text)
{
    pc_str name = pc_s("first");

    while (text.n != 0) {
        const char *next = memmem(text.p, text.n, "\n=", 2), *end;
        size_t length = next != NULL ? (size_t)(next - text.p) : text.n;

        put(a, name, pc_sub(text.p, length));
        text = pc_drop(text, next != NULL ? length + 2 : length);
        end = text.n != 0 ? memchr(text.p, '\n', text.n) : NULL;
        name = pc_sub(text.p, end != NULL ? (size_t)(end - text.p) : text.n);
        text = pc_drop(text, end != NULL ? name.n + 1 : name.n);
    }
}

static void make(struct made *made, uint8_t format, uint8_t filter, pc_str members)
{
    const char *compression = filters[filter % (sizeof filters / sizeof *filters)];
    struct archive *a = archive_write_new();

    archive_write_set_format_by_name(a, formats[format % (sizeof formats / sizeof *formats)]);
    archive_write_set_format_option(a, "7zip", "compression", "store");
    archive_write_set_format_option(a, "iso9660", "pad", NULL);
    if (compression != NULL && archive_write_add_filter_by_name(a, compression) == ARCHIVE_OK)
        archive_write_set_filter_option(a, NULL, "compression-level", "1"); /* it is for speed */
    archive_write_set_bytes_per_block(a, 0);
    if (archive_write_open_memory(a, made->bytes, MOST, &made->n) == ARCHIVE_OK)
        put_members(a, members);
    archive_write_free(a);
}

/* D is three bytes: a position in 65536ths of the archive, and what to change there. */
static void damage(struct made *made, const uint8_t *d)
{
    size_t at = made->n * ((size_t)d[0] * 256 + d[1]) / 65536;

    if (made->n != 0)
        made->bytes[at] = (char)(made->bytes[at] ^ d[2]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const options[] = { "-o", "jsonl", NULL };
    size_t damages = size > 2 ? data[2] % DAMAGES : 0, head = 3 + damages * 3;
    struct made *made;

    if (size < head)
        return -1;
    made = malloc(sizeof *made);
    if (made == NULL)
        abort();
    made->n = 0;
    make(made, data[0], data[1], pc_sub((const char *)data + head, size - head));
    for (size_t i = 0; i < damages; i++)
        damage(made, data + 3 + i * 3);
    program_run(options, made->bytes, made->n);
    free(made);
    return 0;
}
