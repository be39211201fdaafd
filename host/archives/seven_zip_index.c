/* seven_zip_index.c - checks the index of a 7z before libarchive reads it.  libarchive allocates as
 * much as the index asks for: a hundred bytes for each bit of it. */
#include "archives/seven_zip_index.h"

#include "archives/seven_zip_header.h"
#include "base/arena.h"
#include "base/little_endian.h"
#include "streams/codec.h"

#include <lzma.h>
#include <stdlib.h>
#include <string.h>

enum {
    START = 32,              /* bytes, of the header at the start of the file */
    ENTRY_BYTES = 144,       /* bytes of the index for a member with a name of 40 letters */
    DIRECTORIES = 10000,     /* directories that the index may list besides the members */
    MOST = 100 * 1000 * 1000 /* members that libarchive reads at most */
};

/* ---- the header, which is usually compressed ---- */

/* Returns the N bytes at AT; NULL when the file is shorter, which libarchive will report. */
static unsigned char *read_part(const struct stream *s, uint64_t at, size_t n)
{
    unsigned char *bytes;

    if (at > INT64_MAX || n > INT64_MAX - at)
        return NULL;
    bytes = memory_alloc(n + 1);
    if (stream_read_at(s, bytes, n, (int64_t)at) == (ssize_t)n)
        return bytes;
    free(bytes);
    return NULL;
}

/* Returns the SIZE bytes that C unpacks the N bytes at PACKED to; NULL on failure. */
static unsigned char *unpacked(const struct seven_zip_coder *c, const unsigned char *packed,
                               size_t n, size_t size)
{
    lzma_filter filters[] = { { c->id == SEVEN_ZIP_LZMA ? LZMA_FILTER_LZMA1 : LZMA_FILTER_LZMA2,
                                NULL },
                              { LZMA_VLI_UNKNOWN, NULL } };
    lzma_stream stream = LZMA_STREAM_INIT;
    unsigned char *bytes = memory_alloc(size + 1);
    lzma_ret status = lzma_properties_decode(filters, NULL, c->properties, c->n);

    if (status == LZMA_OK)
        status = lzma_raw_decoder(&stream, filters);
    stream.next_in = packed;
    stream.avail_in = n;
    stream.next_out = bytes;
    stream.avail_out = size;
    while (status == LZMA_OK && stream.avail_out > 0)
        status = lzma_code(&stream, LZMA_RUN);
    free(filters[0].options);
    lzma_end(&stream);
    if (status == LZMA_MEM_ERROR)
        memory_exhausted();
    if (stream.avail_out == 0)
        return bytes;
    free(bytes);
    return NULL;
}

/* *H describes where the real header is packed; replaces it by that header. */
static void read_encoded(const struct stream *s, uint64_t most, struct seven_zip_header *h)
{
    unsigned char *packed = NULL, *bytes = NULL;

    if (h->packed_size > most || h->size > most)
        h->failure = "index-too-large";
    else if (h->coders != 1 || (h->coder.id != SEVEN_ZIP_LZMA && h->coder.id != SEVEN_ZIP_LZMA2))
        h->failure = "archive-unsupported";
    else if ((packed = read_part(s, START + h->packed_at, h->packed_size)) != NULL) {
        uint64_t size = h->size;

        bytes = unpacked(&h->coder, packed, h->packed_size, size);
        *h = (struct seven_zip_header){ .most = h->most };
        if (bytes != NULL)
            seven_zip_header_read(h, bytes, size);
        if (bytes == NULL || h->encoded)
            h->failure = "corrupt";
    }
    free(packed);
    free(bytes);
}

static void index_problem(const char *code, uint64_t members, struct problem *why)
{
    if (strcmp(code, "index-too-large") == 0)
        problem_set(why, PC_ERROR, code,
                    "the 7z archive has an index for more than %llu members; '--limit members=N' "
                    "allows more",
                    (unsigned long long)members);
    else if (strcmp(code, "window-too-large") == 0)
        problem_set(why, PC_ERROR, code,
                    "the 7z archive needs a window of more than %u MiB; recompress it with a "
                    "smaller dictionary",
                    1U << (CODEC_WINDOW_LOG - 20));
    else if (strcmp(code, "archive-unsupported") == 0)
        problem_set(why, PC_ERROR, code, "the index of the 7z archive is not packed with LZMA");
    else
        problem_set(why, PC_ERROR, code, "the index of the 7z archive is corrupted");
}

bool seven_zip_index_fits(const struct stream *s, const struct limits *limits, int64_t *end,
                          struct problem *why)
{
    uint64_t members = limits->of[LIMIT_MEMBERS] < MOST ? limits->of[LIMIT_MEMBERS] : MOST;
    uint64_t entries = members + DIRECTORIES, most = entries * ENTRY_BYTES, at, size;
    unsigned char *start = read_part(s, 0, START), *bytes = NULL;
    struct seven_zip_header h = { .most = entries };

    at = start != NULL ? little_endian(start + 12, 8) : 0;
    size = start != NULL ? little_endian(start + 20, 8) : 0;
    if (size > most)
        h.failure = "index-too-large";
    else if (size > 0 && at < INT64_MAX && (bytes = read_part(s, START + at, size)) != NULL) {
        *end = (int64_t)(START + at + size);
        seven_zip_header_read(&h, bytes, size);
        if (h.failure == NULL && h.encoded && !h.encrypted) /* libarchive reports encryption */
            read_encoded(s, most, &h);
    }
    free(start);
    free(bytes);
    if (h.failure != NULL)
        index_problem(h.failure, members, why);
    return h.failure == NULL;
}
