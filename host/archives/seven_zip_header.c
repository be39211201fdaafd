/* seven_zip_header.c - reads the counts and sizes in the header of a 7z:
 * https://py7zr.readthedocs.io/en/latest/archive_format.html */
#include "archives/seven_zip_header.h"

#include "base/little_endian.h"
#include "streams/codec.h"

enum property {
    END = 0x00,
    HEADER = 0x01,
    MAIN_STREAMS = 0x04,
    FILES = 0x05,
    PACKED = 0x06,
    FOLDERS = 0x07,
    SUBSTREAMS = 0x08,
    SIZES = 0x09,
    CHECKSUMS = 0x0A,
    FOLDER = 0x0B,
    FOLDER_SIZES = 0x0C,
    STREAM_COUNTS = 0x0D,
    ENCODED_HEADER = 0x17
};

enum { LZMA2 = SEVEN_ZIP_LZMA2, LZMA = SEVEN_ZIP_LZMA, PPMD = 0x030401, AES = 0x06F10701 };

/* After the first failure everything that is read is 0. */
static uint64_t header_failed(struct seven_zip_header *h, const char *code)
{
    if (h->failure == NULL)
        h->failure = code;
    h->p = h->end;
    return 0;
}

/* ---- bytes and numbers ---- */

static const unsigned char *read_bytes(struct seven_zip_header *h, uint64_t n)
{
    const unsigned char *p = h->p;

    if (n > (uint64_t)(h->end - p)) {
        header_failed(h, "corrupt");
        return NULL;
    }
    h->p += n;
    return p;
}

static unsigned read_byte(struct seven_zip_header *h)
{
    const unsigned char *p = read_bytes(h, 1);

    return p != NULL ? *p : END;
}

/* The leading one bits of the first byte count the bytes that follow; its remaining bits are the
 * highest part of the number. */
static uint64_t read_number(struct seven_zip_header *h)
{
    unsigned first = read_byte(h), more = 0, mask = 0x80;
    const unsigned char *p;

    for (; (first & mask) != 0; mask >>= 1)
        more++;
    p = read_bytes(h, more);
    if (p == NULL)
        return 0;
    return little_endian(p, more) + (more < 8 ? (uint64_t)(first & (mask - 1)) << (8 * more) : 0);
}

static uint64_t read_count(struct seven_zip_header *h)
{
    uint64_t n = read_number(h);

    return n <= h->most ? n : header_failed(h, "index-too-large");
}

static void skip_numbers(struct seven_zip_header *h, uint64_t n)
{
    for (; n > 0 && h->failure == NULL; n--)
        read_number(h);
}

static void expect_property(struct seven_zip_header *h, unsigned property)
{
    if (read_byte(h) != property)
        header_failed(h, "corrupt");
}

/* Which items of a list have a checksum. */
struct defined {
    bool all;
    const unsigned char *bits; /* NULL: all or none */
};

static bool is_defined(const struct defined *d, uint64_t i)
{
    return d->bits != NULL ? (d->bits[i / 8] & (0x80U >> i % 8)) != 0 : d->all;
}

static struct defined read_checksums(struct seven_zip_header *h, uint64_t n)
{
    struct defined d = { read_byte(h) != 0, NULL };
    uint64_t defined = d.all ? n : 0;

    if (!d.all)
        d.bits = read_bytes(h, (n + 7) / 8);
    for (uint64_t i = 0; d.bits != NULL && i < n; i++)
        defined += is_defined(&d, i);
    read_bytes(h, 4 * defined);
    return d;
}

/* ---- decompressors ---- */

static uint64_t window_of(const struct seven_zip_coder *c)
{
    if ((c->id == LZMA || c->id == PPMD) && c->n >= 5)
        return little_endian(c->properties + 1, 4);
    if (c->id == LZMA2 && c->n >= 1 && c->properties[0] <= 40)
        return (uint64_t)(2 | (c->properties[0] & 1)) << (c->properties[0] / 2 + 11);
    return 0;
}

/* Returns how many inputs it has. */
static uint64_t read_coder(struct seven_zip_header *h)
{
    enum { ID_SIZE = 0x0F, COMPLEX = 0x10, ATTRIBUTES = 0x20, UNKNOWN = 0xC0 };
    unsigned flags = read_byte(h), id_size = flags & ID_SIZE;
    const unsigned char *id = read_bytes(h, id_size);
    struct seven_zip_coder *c = &h->coder;
    uint64_t inputs = 1;

    *c = (struct seven_zip_coder){ 0 };
    for (unsigned i = 0; i < id_size && id != NULL; i++)
        c->id = c->id << 8 | id[i];
    if ((flags & COMPLEX) != 0) {
        inputs = read_number(h);
        if (read_number(h) != 1)
            header_failed(h, "corrupt");
    }
    if ((flags & ATTRIBUTES) != 0) {
        c->n = read_count(h);
        c->properties = read_bytes(h, c->n);
    }
    if ((flags & UNKNOWN) != 0 || inputs == 0 || inputs > 4)
        header_failed(h, "corrupt");
    h->encrypted = h->encrypted || c->id == AES;
    if (h->failure == NULL && window_of(c) > UINT64_C(1) << CODEC_WINDOW_LOG)
        header_failed(h, "window-too-large");
    return inputs;
}

static void read_folder(struct seven_zip_header *h)
{
    uint64_t coders = read_number(h), inputs = 0;

    if (coders == 0 || coders > 4)
        header_failed(h, "corrupt");
    for (uint64_t i = 0; i < coders && h->failure == NULL; i++)
        inputs += read_coder(h);
    h->coders += coders;
    if (h->coders > h->most)
        header_failed(h, "index-too-large");
    skip_numbers(h, 2 * (coders - 1)); /* pairs that connect outputs to inputs */
    inputs -= coders - 1;
    if (inputs > 1)
        skip_numbers(h, inputs);
}

/* ---- streams ---- */

static void read_packed(struct seven_zip_header *h)
{
    uint64_t streams;
    unsigned what;

    h->packed_at = read_number(h);
    streams = read_count(h);
    what = read_byte(h);
    if (what == SIZES) {
        h->packed_size = read_number(h);
        skip_numbers(h, streams - 1);
        what = read_byte(h);
        if (what == CHECKSUMS) {
            read_checksums(h, streams);
            what = read_byte(h);
        }
    }
    if (what != END || streams == 0)
        header_failed(h, "corrupt");
}

static uint64_t read_folders(struct seven_zip_header *h, struct defined *defined)
{
    uint64_t folders;
    unsigned what;

    expect_property(h, FOLDER);
    folders = read_count(h);
    expect_property(h, END); /* the folders are here, not in a separate stream */
    for (uint64_t i = 0; i < folders && h->failure == NULL; i++)
        read_folder(h);
    expect_property(h, FOLDER_SIZES);
    for (uint64_t i = 0; i < h->coders && h->failure == NULL; i++)
        h->size = read_number(h);
    what = read_byte(h);
    if (what == CHECKSUMS) {
        *defined = read_checksums(h, folders);
        what = read_byte(h);
    }
    if (what != END)
        header_failed(h, "corrupt");
    return folders;
}

static void read_substreams(struct seven_zip_header *h, uint64_t folders,
                            const struct defined *defined)
{
    uint64_t streams = 0, sizes = 0, sums = 0;
    unsigned what = read_byte(h);
    bool counted = what == STREAM_COUNTS;

    for (uint64_t i = 0; i < folders && h->failure == NULL; i++) {
        uint64_t n = counted ? read_count(h) : 1;

        streams += n;
        sizes += n > 1 ? n - 1 : 0;
        sums += n == 1 && is_defined(defined, i) ? 0 : n;
        if (streams > h->most)
            header_failed(h, "index-too-large");
    }
    if (counted)
        what = read_byte(h);
    if (what == SIZES) {
        skip_numbers(h, sizes);
        what = read_byte(h);
    }
    if (what == CHECKSUMS) {
        read_checksums(h, sums);
        what = read_byte(h);
    }
    if (what != END)
        header_failed(h, "corrupt");
}

static void read_streams(struct seven_zip_header *h)
{
    struct defined defined = { false, NULL };
    uint64_t folders = 0;
    unsigned what = read_byte(h);

    if (what == PACKED) {
        read_packed(h);
        what = read_byte(h);
    }
    if (what == FOLDERS) {
        folders = read_folders(h, &defined);
        what = read_byte(h);
    }
    if (what == SUBSTREAMS) {
        read_substreams(h, folders, &defined);
        what = read_byte(h);
    }
    if (what != END)
        header_failed(h, "corrupt");
}

void seven_zip_header_read(struct seven_zip_header *h, const unsigned char *bytes, size_t n)
{
    unsigned what;

    h->p = bytes;
    h->end = bytes + n;
    what = read_byte(h);
    h->encoded = what == ENCODED_HEADER;
    if (h->encoded) {
        read_streams(h);
        return;
    }
    if (what != HEADER)
        header_failed(h, "corrupt");
    what = read_byte(h);
    if (what == MAIN_STREAMS) {
        read_streams(h);
        what = read_byte(h);
    }
    if (what == FILES)
        read_count(h); /* the rest has one value for each file, so that the bytes bound it */
    else if (what != END)
        header_failed(h, "corrupt");
}
