/* seven_zip_header.c - reads the header of a 7z as far as it says how much there is of
 * everything: https://py7zr.readthedocs.io/en/latest/archive_format.html */
#include "archives/seven_zip_header.h"

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

/* Once something is wrong, all that is read is 0. */
static uint64_t fail(struct seven_zip_header *h, const char *code)
{
    if (h->failure == NULL)
        h->failure = code;
    h->p = h->end;
    return 0;
}

/* ---- what it is made of ---- */

static const unsigned char *take(struct seven_zip_header *h, uint64_t n)
{
    const unsigned char *p = h->p;

    if (n > (uint64_t)(h->end - p)) {
        fail(h, "corrupt");
        return NULL;
    }
    h->p += n;
    return p;
}

static unsigned byte(struct seven_zip_header *h)
{
    const unsigned char *p = take(h, 1);

    return p != NULL ? *p : END;
}

static uint64_t little_endian(const unsigned char *p, unsigned n)
{
    uint64_t value = 0;

    for (unsigned i = 0; i < n; i++)
        value |= (uint64_t)p[i] << (8 * i);
    return value;
}

/* The leading ones of the first byte count the bytes that follow; what is left of it is
 * the highest part of the number. */
static uint64_t number(struct seven_zip_header *h)
{
    unsigned first = byte(h), more = 0, mask = 0x80;
    const unsigned char *p;

    for (; (first & mask) != 0; mask >>= 1)
        more++;
    p = take(h, more);
    if (p == NULL)
        return 0;
    return little_endian(p, more) + (more < 8 ? (uint64_t)(first & (mask - 1)) << (8 * more) : 0);
}

static uint64_t count(struct seven_zip_header *h)
{
    uint64_t n = number(h);

    return n <= h->most ? n : fail(h, "index-too-large");
}

static void skip_numbers(struct seven_zip_header *h, uint64_t n)
{
    for (; n > 0 && h->failure == NULL; n--)
        number(h);
}

static void expect(struct seven_zip_header *h, unsigned property)
{
    if (byte(h) != property)
        fail(h, "corrupt");
}

/* Which of N things have a checksum. */
struct defined {
    bool all;
    const unsigned char *bits; /* NULL: all or none */
};

static bool is_defined(const struct defined *d, uint64_t i)
{
    return d->bits != NULL ? (d->bits[i / 8] & (0x80U >> i % 8)) != 0 : d->all;
}

static struct defined checksums(struct seven_zip_header *h, uint64_t n)
{
    struct defined d = { byte(h) != 0, NULL };
    uint64_t defined = d.all ? n : 0;

    if (!d.all)
        d.bits = take(h, (n + 7) / 8);
    for (uint64_t i = 0; d.bits != NULL && i < n; i++)
        defined += is_defined(&d, i);
    take(h, 4 * defined);
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
    unsigned flags = byte(h), id_size = flags & ID_SIZE;
    const unsigned char *id = take(h, id_size);
    struct seven_zip_coder *c = &h->coder;
    uint64_t inputs = 1;

    *c = (struct seven_zip_coder){ 0 };
    for (unsigned i = 0; i < id_size && id != NULL; i++)
        c->id = c->id << 8 | id[i];
    if ((flags & COMPLEX) != 0) {
        inputs = number(h);
        if (number(h) != 1)
            fail(h, "corrupt");
    }
    if ((flags & ATTRIBUTES) != 0) {
        c->n = count(h);
        c->properties = take(h, c->n);
    }
    if ((flags & UNKNOWN) != 0 || inputs == 0 || inputs > 4)
        fail(h, "corrupt");
    h->encrypted = h->encrypted || c->id == AES;
    if (h->failure == NULL && window_of(c) > UINT64_C(1) << CODEC_WINDOW_LOG)
        fail(h, "window-too-large");
    return inputs;
}

static void read_folder(struct seven_zip_header *h)
{
    uint64_t coders = number(h), inputs = 0;

    if (coders == 0 || coders > 4)
        fail(h, "corrupt");
    for (uint64_t i = 0; i < coders && h->failure == NULL; i++)
        inputs += read_coder(h);
    h->coders += coders;
    if (h->coders > h->most)
        fail(h, "index-too-large");
    skip_numbers(h, 2 * (coders - 1)); /* which output goes to which input */
    inputs -= coders - 1;
    if (inputs > 1)
        skip_numbers(h, inputs);
}

/* ---- streams ---- */

static void read_packed(struct seven_zip_header *h)
{
    uint64_t streams;
    unsigned what;

    h->packed_at = number(h);
    streams = count(h);
    what = byte(h);
    if (what == SIZES) {
        h->packed_size = number(h);
        skip_numbers(h, streams - 1);
        what = byte(h);
        if (what == CHECKSUMS) {
            checksums(h, streams);
            what = byte(h);
        }
    }
    if (what != END || streams == 0)
        fail(h, "corrupt");
}

static uint64_t read_folders(struct seven_zip_header *h, struct defined *defined)
{
    uint64_t folders;
    unsigned what;

    expect(h, FOLDER);
    folders = count(h);
    expect(h, END); /* they are not elsewhere */
    for (uint64_t i = 0; i < folders && h->failure == NULL; i++)
        read_folder(h);
    expect(h, FOLDER_SIZES);
    for (uint64_t i = 0; i < h->coders && h->failure == NULL; i++)
        h->size = number(h);
    what = byte(h);
    if (what == CHECKSUMS) {
        *defined = checksums(h, folders);
        what = byte(h);
    }
    if (what != END)
        fail(h, "corrupt");
    return folders;
}

static void read_substreams(struct seven_zip_header *h, uint64_t folders,
                            const struct defined *defined)
{
    uint64_t streams = 0, sizes = 0, sums = 0;
    unsigned what = byte(h);
    bool counted = what == STREAM_COUNTS;

    for (uint64_t i = 0; i < folders && h->failure == NULL; i++) {
        uint64_t n = counted ? count(h) : 1;

        streams += n;
        sizes += n > 1 ? n - 1 : 0;
        sums += n == 1 && is_defined(defined, i) ? 0 : n;
        if (streams > h->most)
            fail(h, "index-too-large");
    }
    if (counted)
        what = byte(h);
    if (what == SIZES) {
        skip_numbers(h, sizes);
        what = byte(h);
    }
    if (what == CHECKSUMS) {
        checksums(h, sums);
        what = byte(h);
    }
    if (what != END)
        fail(h, "corrupt");
}

static void read_streams(struct seven_zip_header *h)
{
    struct defined defined = { false, NULL };
    uint64_t folders = 0;
    unsigned what = byte(h);

    if (what == PACKED) {
        read_packed(h);
        what = byte(h);
    }
    if (what == FOLDERS) {
        folders = read_folders(h, &defined);
        what = byte(h);
    }
    if (what == SUBSTREAMS) {
        read_substreams(h, folders, &defined);
        what = byte(h);
    }
    if (what != END)
        fail(h, "corrupt");
}

void seven_zip_header_read(struct seven_zip_header *h, const unsigned char *bytes, size_t n)
{
    unsigned what;

    h->p = bytes;
    h->end = bytes + n;
    what = byte(h);
    h->encoded = what == ENCODED_HEADER;
    if (h->encoded) {
        read_streams(h);
        return;
    }
    if (what != HEADER)
        fail(h, "corrupt");
    what = byte(h);
    if (what == MAIN_STREAMS) {
        read_streams(h);
        what = byte(h);
    }
    if (what == FILES)
        count(h); /* what follows has one value for each of them, and cannot grow */
    else if (what != END)
        fail(h, "corrupt");
}
