/* written_catalogue.c - a catalogue that a test writes. */
#include "written_catalogue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
/* cmocka needs the above */
#include <cmocka.h>

static uint64_t hash_of(uint64_t number)
{
    number ^= number >> 33;
    number *= UINT64_C(0xff51afd7ed558ccd);
    number ^= number >> 33;
    number *= UINT64_C(0xc4ceb9fe1a85ec53);
    return number ^ number >> 33;
}

pc_catalogue_record test_record(uint32_t number, pc_text *text)
{
    static const char *const words[] = { "of ", "the ", "quantum ", "learning ", "deep ", "in " };
    const uint64_t hash = hash_of(number + 1);
    size_t extra;

    text->n = 0;
    for (uint64_t i = 0; i < hash % 40; i++) {
        char digits[8];

        pc_text_puts(text, words[hash_of(hash + i) % 6]);
        snprintf(digits, sizeof digits, "%u ", (unsigned)(hash_of(i ^ hash) % 1000));
        pc_text_puts(text, digits);
    }
    extra = text->n;
    for (uint64_t i = 0; i < hash % 70; i++)
        pc_text_putc(text, (char)(hash_of(hash - i) & 0xff));
    return (pc_catalogue_record){ pc_sub(text->p, extra), pc_drop(pc_text_str(text), extra) };
}

void test_keys(uint32_t number, uint64_t keys[TEST_KEYS])
{
    for (uint32_t i = 0; i < TEST_KEYS; i++)
        keys[i] = hash_of((uint64_t)number * 64 + i + 1);
    keys[1] = hash_of(UINT64_MAX - number % 3); /* that of a third of the records */
    keys[2] = keys[3];
    keys[4] = number % 2 != 0 ? 0 : UINT64_MAX;
}

static void append(void *file, pc_str bytes)
{
    pc_text_add(file, bytes);
}

void write_catalogue(pc_text *file, uint32_t count)
{
    static const pc_catalogue_about about = { .source = { "snapshot.json", 13 },
                                              .date = { "2024-05-01", 10 },
                                              .abstracts = { "sketch", 6 },
                                              .program = { "test", 4 },
                                              .rules = 7 };
    FILE *scratch = tmpfile();
    pc_catalogue_writer *writer;
    pc_text text = { NULL, 0, 0 };

    assert_non_null(scratch);
    file->n = 0;
    writer = pc_catalogue_writer_open(fileno(scratch));
    for (uint32_t i = 0; i < count; i++) {
        const pc_catalogue_record record = test_record(i, &text);
        uint64_t keys[TEST_KEYS];

        test_keys(i, keys);
        assert_true(pc_catalogue_add(writer, &record, keys, TEST_KEYS - 1));
    }
    for (uint32_t i = count; i-- != 0;) { /* in another order */
        uint64_t keys[TEST_KEYS];

        test_keys(i, keys);
        pc_catalogue_add_key(writer, keys[TEST_KEYS - 1], i);
        pc_catalogue_add_key(writer, keys[1], i);
    }
    pc_catalogue_add_key(writer, 1, count); /* no such record */
    assert_true(pc_catalogue_finish(writer, &about, append, file));
    assert_null(pc_catalogue_writer_error(writer));
    pc_catalogue_writer_close(writer);
    pc_text_free(&text);
    fclose(scratch);
}

FILE *catalogue_file(const pc_text *bytes)
{
    FILE *file = tmpfile();

    assert_non_null(file);
    assert_int_equal(fwrite(bytes->p, 1, bytes->n, file), bytes->n);
    assert_int_equal(fflush(file), 0);
    return file;
}
