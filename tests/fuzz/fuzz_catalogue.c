/* fuzz_catalogue.c - any bytes as a catalogue, mapped and as a stream: as they are, and with checksums that
 * agree, so that what is behind them is reached.  What is read must lie in the file or in what was unpacked:
 * each byte is looked at. */
#include "file_format.h"
#include "target.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { LARGEST = 1 << 20, READ_RECORDS = 64 };

/* Looks at each byte, so that a sanitizer sees where they are. */
static void use_bytes(pc_str s)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < s.n; i++)
        sum += (unsigned char)s.p[i];
    if (sum > 255 * (uint64_t)s.n)
        abort();
}

static void use_record(const pc_catalogue_record *record)
{
    use_bytes(record->text);
    use_bytes(record->extra);
}

static void read_stream(pc_str bytes)
{
    pc_catalogue_stream *stream = pc_catalogue_stream_open();
    pc_catalogue_record record;
    size_t need;

    while ((need = pc_catalogue_stream_need(stream, bytes)) != 0 && need <= bytes.n &&
           pc_catalogue_stream_take(stream, pc_sub(bytes.p, need))) {
        bytes = pc_drop(bytes, need);
        while (pc_catalogue_stream_next(stream, &record))
            use_record(&record);
    }
    pc_catalogue_stream_close(stream);
}

static void look_up_key(void *catalogue, uint64_t key, uint32_t number)
{
    uint32_t found[4];
    const char *why;

    if (pc_catalogue_find(catalogue, key + number % 2, found, 4, &why) < 0 && why == NULL)
        abort();
}

static void read_mapped(int fd)
{
    const char *why;
    pc_catalogue *catalogue = pc_catalogue_open(fd, &why);
    pc_catalogue_cursor *cursor;
    pc_catalogue_record record;

    if (catalogue == NULL)
        return;
    cursor = pc_catalogue_cursor_open(catalogue);
    pc_catalogue_each_key(catalogue, look_up_key, catalogue, &why);
    for (uint32_t i = 0; i < READ_RECORDS; i++)
        if (pc_catalogue_read(cursor, i * i, &record, &why))
            use_record(&record);
    pc_catalogue_cursor_close(cursor);
    pc_catalogue_close(catalogue);
}

/* Sets the checksums of all that looks like a part or a page. */
static void repair(unsigned char *p, size_t size)
{
    size_t at = FILE_HEAD;
    uint32_t kind = 0;

    if (size < FILE_HEAD)
        return;
    put_number(p + MAGIC_SIZE + 4, checksum(0, p, MAGIC_SIZE + 4), 4);
    while (kind != PART_PAGES && size - at >= PART_HEAD &&
           get_32(p + at + 4) <= size - at - PART_HEAD) {
        const size_t n = get_32(p + at + 4);

        kind = get_32(p + at);
        put_number(p + at + 8, checksum(checksum(0, p + at, 8), p + at + PART_HEAD, n), 4);
        at += PART_HEAD + n;
    }
    for (uint32_t page = 0; size - at >= PAGE_SIZE; at += PAGE_SIZE)
        put_number(p + at, page_checksum(p + at, page++), 4);
}

static void read_both(const unsigned char *bytes, size_t size)
{
    FILE *file = tmpfile();

    read_stream(pc_sub((const char *)bytes, size));
    if (file == NULL || fwrite(bytes, 1, size, file) != size || fflush(file) != 0)
        abort();
    read_mapped(fileno(file));
    fclose(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    unsigned char *copy;

    if (size > LARGEST)
        return -1;
    copy = calloc(size + 1, 1);
    if (copy == NULL)
        abort();
    if (size != 0)
        memcpy(copy, data, size);
    read_both(copy, size);
    repair(copy, size);
    read_both(copy, size);
    free(copy);
    return 0;
}
