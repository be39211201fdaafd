/* test_decompress.c - gzip, bzip2, xz, zstd and lz4, whole and damaged. */
#include "pieces.h"

#include "base/arena.h"
#include "streams/decompress.h"
#include "streams/identify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static const struct {
    const char *filter;
    enum magic format;
} formats[] = { { "gzip", MAGIC_GZIP },
                { "bzip2", MAGIC_BZIP2 },
                { "xz", MAGIC_XZ },
                { "zstd", MAGIC_ZSTD },
                { "lz4", MAGIC_LZ4 } };

/* TEXT_N bytes that compress, but not to nothing. */
enum { TEXT_N = 400 };
static char *sample(void)
{
    char *text = memory_alloc(TEXT_N);
    uint32_t x = 1;

    for (size_t i = 0; i < TEXT_N; i++) {
        x = x * 1664525 + 1013904223;
        text[i] = (char)('a' + (x >> 28));
    }
    return text;
}

static void compressed_data_come_back(void **state)
{
    static const size_t sizes[] = { 1, 100, 1 << 20 };
    char *text = sample();

    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        struct bytes c = fixture_compress(formats[i].filter, text, TEXT_N);

        for (size_t j = 0; j < LENGTH(sizes) * LENGTH(sizes); j++) {
            struct identified_stream packed =
                stream_identify(pieces_of(c.p, c.n, sizes[j % LENGTH(sizes)], 0));
            struct stream *s;

            assert_int_equal(packed.format, formats[i].format);
            s = stream_decompress(packed.stream, packed.format);
            assert_drains(s, sizes[j / LENGTH(sizes)], text, TEXT_N, 0, NULL);
            stream_close(s);
        }
        free(c.p);
    }
    free(text);
}

static void several_frames_are_one_text(void **state)
{
    char *text = sample();
    struct bytes twice = fixture_copy(text, TEXT_N);

    (void)state;
    twice = fixture_join(twice, text, TEXT_N);
    for (size_t i = 0; i < LENGTH(formats); i++) {
        struct bytes c = fixture_compress(formats[i].filter, text, TEXT_N), two = { NULL, 0 };
        struct stream *s;

        two = fixture_join(fixture_join(two, c.p, c.n), c.p, c.n);
        s = stream_decompress(pieces_of(two.p, two.n, 7, 0), formats[i].format);
        assert_drains(s, 100, twice.p, twice.n, 0, NULL);
        stream_close(s);
        free(c.p);
        free(two.p);
    }
    free(twice.p);
    free(text);
}

static void what_follows_is_looked_at(void **state)
{
    static const struct {
        const char *after;
        size_t n;
        ssize_t source_end, end;
        const char *code;
    } cases[] = {
        { "\0\0\0\0\0\0\0\0", 8, 0, 0, NULL },
        { "junk", 4, 0, 0, "trailing-junk" },
        { "j", 1, 0, 0, "trailing-junk" },
        { "\0\0\0\0\0\0\0\0junk", 12, 0, 0, "trailing-junk" },
        { "", 0, -1, -1, "test" },
        { "j", 1, -1, -1, "test" },
        { "\0", 1, -1, -1, "test" },
    };
    char *text = sample();

    (void)state;
    for (size_t i = 0; i < LENGTH(formats) * LENGTH(cases); i++) {
        size_t f = i / LENGTH(cases), c = i % LENGTH(cases);
        struct bytes all = fixture_compress(formats[f].filter, text, TEXT_N);
        struct stream *s;

        all = fixture_join(all, cases[c].after, cases[c].n);
        for (size_t size = 1; size < 1000; size += 333) {
            s = stream_decompress(pieces_of(all.p, all.n, size, cases[c].source_end),
                                  formats[f].format);
            assert_drains(s, 10000, text, TEXT_N, cases[c].end, cases[c].code);
            stream_close(s);
        }
        free(all.p);
    }
    free(text);
}

/* As `xz -dc` does it: zeros between streams are a multiple of four bytes. */
static void frames_may_stand_behind_padding(void **state)
{
    static const size_t zeros[] = { 1, 2, 3, 4, 8, 10240, 1 << 20 };
    char *text = sample(), *padding = memory_alloc(1 << 20);
    struct bytes twice = fixture_join(fixture_copy(text, TEXT_N), text, TEXT_N);

    (void)state;
    memset(padding, 0, 1 << 20);
    for (size_t i = 0; i < LENGTH(formats) * LENGTH(zeros); i++) {
        size_t f = i / LENGTH(zeros), n = zeros[i % LENGTH(zeros)];
        struct bytes c = fixture_compress(formats[f].filter, text, TEXT_N), two = { NULL, 0 };
        bool bad = formats[f].format == MAGIC_XZ && n % 4 != 0;
        struct stream *s;

        two = fixture_join(fixture_join(two, c.p, c.n), padding, n);
        s = stream_decompress(pieces_of(two.p, two.n, 1000, 0), formats[f].format);
        assert_drains(s, 100, text, TEXT_N, bad ? -1 : 0, bad ? "corrupt" : NULL);
        stream_close(s);
        two = fixture_join(two, c.p, c.n);
        for (size_t size = 1; size < (n < 100 ? 1000 : 2); size += 333) {
            s = stream_decompress(pieces_of(two.p, two.n, size, 0), formats[f].format);
            assert_drains(s, 100, twice.p, bad ? TEXT_N : twice.n, bad ? -1 : 0,
                          bad ? "corrupt" : NULL);
            stream_close(s);
        }
        free(c.p);
        free(two.p);
    }
    free(twice.p);
    free(padding);
    free(text);
}

static void a_truncation_is_noticed_everywhere(void **state)
{
    char *text = sample();

    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        struct bytes c = fixture_compress(formats[i].filter, text, TEXT_N);

        for (size_t n = 4; n < c.n; n++) {
            struct stream *s = stream_decompress(pieces_of(c.p, n, n, 0), formats[i].format);
            ssize_t end;
            struct bytes got = drain(s, 4000, &end);

            assert_int_equal(end, -1);
            assert_string_equal(s->problem.code, "archive-truncated");
            assert_memory_equal(got.p, text, got.n);
            free(got.p);
            stream_close(s);
        }
        free(c.p);
    }
    free(text);
}

/* Every flipped bit either shows or does no harm. */
static void damage_is_noticed_everywhere(void **state)
{
    char *text = sample();

    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        struct bytes c = fixture_compress(formats[i].filter, text, TEXT_N);

        for (size_t at = 0; at < c.n; at++) {
            struct stream *s;
            ssize_t end;
            struct bytes got;

            c.p[at] = (char)(c.p[at] ^ 1 << at % 8);
            s = stream_decompress(pieces_of(c.p, c.n, c.n, 0), formats[i].format);
            got = drain(s, 4000, &end);
            if (s->problem.code == NULL) {
                assert_int_equal(got.n, TEXT_N);
                assert_memory_equal(got.p, text, TEXT_N);
            }
            free(got.p);
            stream_close(s);
            c.p[at] = (char)(c.p[at] ^ 1 << at % 8);
        }
        free(c.p);
    }
    free(text);
}

static void text_before_a_wrong_checksum_is_kept(void **state)
{
    char *text = sample();

    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        struct bytes c = fixture_compress(formats[i].filter, text, TEXT_N);
        size_t from_end = formats[i].format == MAGIC_GZIP    ? 8
                          : formats[i].format == MAGIC_BZIP2 ? 3
                          : formats[i].format == MAGIC_XZ    ? 24
                                                             : 1;
        bool told = formats[i].format != MAGIC_BZIP2 && formats[i].format != MAGIC_XZ;
        struct stream *s;

        c.p[c.n - from_end] ^= 1;
        s = stream_decompress(pieces_of(c.p, c.n, c.n, 0), formats[i].format);
        assert_drains(s, 100000, text, TEXT_N, -1, told ? "bad-crc" : "corrupt");
        stream_close(s);
        free(c.p);
    }
    free(text);
}

static void a_large_window_is_refused(void **state)
{
    static const char empty_zstd[] = "\x28\xB5\x2F\xFD\x00\x80\x01\x00"; /* 64 MiB */
    static const char large_zstd[] = "\x28\xB5\x2F\xFD\x00\x88\x01\x00"; /* 128 MiB */
    /* printf hello | xz --lzma2=dict=128MiB,mode=fast,mf=hc3 --check=crc32 */
    static const char large_xz[] =
        "\xFD\x37\x7A\x58\x5A\x00\x00\x01\x69\x22\xDE\x36\x02\x00\x21\x01\x1E\x00\x00\x00"
        "\x9B\x07\x51\x66\x01\x00\x04\x68\x65\x6C\x6C\x6F\x00\x00\x00\x00\x86\xA6\x10\x36"
        "\x00\x01\x19\x05\xBC\xE8\xEC\xCB\x90\x42\x99\x0D\x01\x00\x00\x00\x00\x01\x59\x5A";
    static const struct {
        enum magic format;
        const char *bytes;
        size_t n;
        bool refused;
    } cases[] = { { MAGIC_ZSTD, empty_zstd, sizeof empty_zstd, false },
                  { MAGIC_ZSTD, large_zstd, sizeof large_zstd, true },
                  { MAGIC_XZ, large_xz, sizeof large_xz - 1, true } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct stream *s = stream_decompress(pieces_of(cases[i].bytes, cases[i].n, cases[i].n, 0),
                                             cases[i].format);

        assert_drains(s, 10, "", 0, cases[i].refused ? -1 : 0,
                      cases[i].refused ? "window-too-large" : NULL);
        stream_close(s);
    }
}

/* A record that was written to a compressed pipe can be read before the next. */
static void compressed_data_are_read_as_they_come(void **state)
{
    unsigned char buffer[100];
    z_stream z = { 0 };
    int ends[2];
    struct stream *s;
    char got[10];

    (void)state;
    assert_int_equal(pipe(ends), 0);
    s = stream_decompress(stream_fd(ends[0]), MAGIC_GZIP);
    assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = buffer + 99;
    buffer[99] = 'x';
    z.avail_in = 1;
    z.next_out = buffer;
    z.avail_out = 99;
    deflate(&z, Z_SYNC_FLUSH);
    assert_false(stream_ready(s));
    assert_true(write(ends[1], buffer, (size_t)(z.next_out - buffer)) > 0);
    assert_true(stream_ready(s));
    assert_int_equal(stream_read(s, got, sizeof got), 1);
    assert_int_equal(*got, 'x');
    assert_false(stream_ready(s));
    deflateEnd(&z);
    stream_close(s);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compressed_data_come_back),
        cmocka_unit_test(several_frames_are_one_text),
        cmocka_unit_test(what_follows_is_looked_at),
        cmocka_unit_test(frames_may_stand_behind_padding),
        cmocka_unit_test(a_truncation_is_noticed_everywhere),
        cmocka_unit_test(damage_is_noticed_everywhere),
        cmocka_unit_test(text_before_a_wrong_checksum_is_kept),
        cmocka_unit_test(a_large_window_is_refused),
        cmocka_unit_test(compressed_data_are_read_as_they_come),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
