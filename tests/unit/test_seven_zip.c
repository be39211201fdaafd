/* test_seven_zip.c - headers of a 7z: which are read, and what is wrong with the others. */
#include "archives/seven_zip_header.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define BYTES(text) text, sizeof(text) - 1

/* Pieces of a header. */
#define PACK "\x06\0\1\x09\5\0"
#define FOLDER_OF(coder) "\x07\x0B\1\0" coder
#define COPY "\1\1\0"
#define LZMA(dictionary) "\1\x23\3\1\1\5\x5D" dictionary
#define LZMA2(dictionary) "\1\x21\x21\1" dictionary
#define UNPACKED "\x0C\5\0"
#define ONE_FILE "\5\1\0\0"

static const char *failure_of(const char *bytes, size_t n)
{
    struct seven_zip_header h = { .most = 100 };

    seven_zip_header_read(&h, (const unsigned char *)bytes, n);
    return h.failure;
}

static void headers_are_read(void **state)
{
    static const struct {
        const char *bytes;
        size_t n;
        const char *failure;
    } cases[] = {
        { BYTES("\1\0"), NULL },
        { BYTES("\1" ONE_FILE), NULL },
        { BYTES("\1\5\x64"), NULL },
        { BYTES("\1\5\x65"), "index-too-large" },
        { BYTES("\1\5\xFF\0\0\0\0\0\0\0\x80"), "index-too-large" },
        { BYTES("\1\5\xC0\x10"), "corrupt" },
        { BYTES("\1\4" PACK FOLDER_OF(COPY) UNPACKED "\0" ONE_FILE), NULL },
        { BYTES("\1\4" PACK FOLDER_OF(LZMA("\0\0\0\4")) UNPACKED "\0" ONE_FILE), NULL },
        { BYTES("\1\4" PACK FOLDER_OF(LZMA("\1\0\0\4")) UNPACKED "\0" ONE_FILE),
          "window-too-large" },
        { BYTES("\1\4" PACK FOLDER_OF(LZMA2("\x1C")) UNPACKED "\0" ONE_FILE), NULL },
        { BYTES("\1\4" PACK FOLDER_OF(LZMA2("\x1D")) UNPACKED "\0" ONE_FILE), "window-too-large" },
        /* the four inputs and three other coders of BCJ2 */
        { BYTES(
              "\1\4\x06\0\4\x09\5\5\5\5\0" FOLDER_OF("\4\x14\3\3\1\x1B\4\1\1\0\1\0\1\0"
                                                     "\0\1\1\2\2\3\3\4\5\6") "\x0C\5\5\5\5\0\0\0"),
          NULL },
        { BYTES("\1\4" PACK FOLDER_OF("\5" COPY)), "corrupt" },
        { BYTES("\1\4" PACK FOLDER_OF("\1\x11\0\1\2")), "corrupt" },
        { BYTES("\1\4" PACK FOLDER_OF("\1\x11\0\5\1")), "corrupt" },
        { BYTES("\1\4" PACK "\x07\x0B\1\1"), "corrupt" },
        /* checksums: of packs, of folders, of the other streams */
        { BYTES("\1\4\6\0\1\x09\5\x0A\1....\0\0" ONE_FILE), NULL },
        { BYTES("\1\4" PACK FOLDER_OF(COPY) "\x0C\5\x0A\1....\0\x08\x0A\1\0\0" ONE_FILE), NULL },
        { BYTES("\1\4" PACK FOLDER_OF(COPY) "\x0C\5\x0A\0\0\0\x08\x0A\0\x80....\0\0" ONE_FILE),
          NULL },
        { BYTES("\1\4" PACK FOLDER_OF(COPY) UNPACKED "\x08\x0D\3\x09\1\1\x0A\0\x40....\0\0\0"),
          NULL },
        { BYTES("\1\4" PACK FOLDER_OF(COPY) UNPACKED "\x08\x0A\0\x80..."), "corrupt" },
        { BYTES("\1\4\6\0\x65"), "index-too-large" },
        { BYTES("\1\4" PACK "\x07\x0B\x65"), "index-too-large" },
        { BYTES("\1\4" PACK FOLDER_OF(COPY) UNPACKED "\x08\x0D\x65"), "index-too-large" },
        { BYTES("\1\4\6\0\0\0"), "corrupt" },
        { BYTES("\1\2"), "corrupt" }, /* properties of the archive, which nobody writes */
        { BYTES("\2"), "corrupt" },
        { BYTES(""), "corrupt" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const char *failure = failure_of(cases[i].bytes, cases[i].n);

        if (cases[i].failure == NULL ? failure != NULL
                                     : failure == NULL || strcmp(failure, cases[i].failure) != 0)
            fail_msg("case %zu: %s", i, failure != NULL ? failure : "read");
    }
}

static void every_beginning_is_safe(void **state)
{
    static const char whole[] =
        "\1\4" PACK FOLDER_OF(LZMA("\0\0\0\4")) "\x0C\5\x0A\1....\0\x08\x0D"
                                                "\3\x09\1\1\x0A\1............"
                                                "\0\0\5\1";

    (void)state;
    assert_null(failure_of(whole, sizeof whole - 1));
    for (size_t n = 0; n < sizeof whole - 1; n++)
        assert_string_equal(failure_of(whole, n), "corrupt");
}

static void an_encoded_header_tells_where_the_true_one_is(void **state)
{
    static const char encoded[] =
        "\x17\6\7\1\x09\5\0" FOLDER_OF(LZMA("\0\0\1\0")) "\x0C\x81\x02\0\0";
    static const char encrypted[] = "\x17\6\7\1\x09\5\0" FOLDER_OF(
        "\2\x24\6\xF1\7\1\1.\x23\3\1\1\5\x5D\0\0\1\0\1\0") "\x0C\5\5\0\0";
    struct seven_zip_header h = { .most = 100 }, e = { .most = 100 };

    (void)state;
    seven_zip_header_read(&h, (const unsigned char *)encoded, sizeof encoded - 1);
    assert_null(h.failure);
    assert_true(h.encoded && !h.encrypted);
    assert_int_equal(h.packed_at, 7);
    assert_int_equal(h.packed_size, 5);
    assert_int_equal(h.size, 0x102);
    assert_int_equal(h.coders, 1);
    assert_int_equal(h.coder.id, SEVEN_ZIP_LZMA);
    assert_int_equal(h.coder.n, 5);
    seven_zip_header_read(&e, (const unsigned char *)encrypted, sizeof encrypted - 1);
    assert_null(e.failure);
    assert_true(e.encoded && e.encrypted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers_are_read),
        cmocka_unit_test(every_beginning_is_safe),
        cmocka_unit_test(an_encoded_header_tells_where_the_true_one_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
