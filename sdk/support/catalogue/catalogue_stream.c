/* catalogue_stream.c - reads a catalogue from front to end, every byte of it. */
#include "frame_reader.h"
#include "part.h"

#include <stdlib.h>

enum stage { STAGE_HEAD, STAGE_PARTS, STAGE_PAGES, STAGE_DONE };

struct pc_catalogue_stream {
    enum stage stage;
    const char *error;
    ZSTD_DCtx *zstd;
    ZSTD_DDict *dictionary;
    struct frame frame;
    uint32_t next;    /* record of the frame */
    uint64_t records; /* of all frames so far */
    uint64_t place;   /* bytes so far */
    uint32_t pages;
    pc_text about_body;
    pc_catalogue_about about;
    bool described;
};

pc_catalogue_stream *pc_catalogue_stream_open(void)
{
    pc_catalogue_stream *s = calloc(1, sizeof *s);

    if (s == NULL || (s->zstd = ZSTD_createDCtx()) == NULL)
        abort(); /* the host reports that memory ran out */
    return s;
}

void pc_catalogue_stream_close(pc_catalogue_stream *s)
{
    if (s == NULL)
        return;
    frame_free(&s->frame);
    ZSTD_freeDDict(s->dictionary);
    ZSTD_freeDCtx(s->zstd);
    pc_text_free(&s->about_body);
    free(s);
}

size_t pc_catalogue_stream_need(pc_catalogue_stream *s, pc_str bytes)
{
    if (s->error != NULL)
        return 0;
    switch (s->stage) {
    case STAGE_HEAD:
        return FILE_HEAD;
    case STAGE_PARTS:
        if (bytes.n < PART_HEAD)
            return PART_HEAD;
        if (part_size(bytes.p) <= PART_LARGEST)
            return PART_HEAD + part_size(bytes.p);
        s->error = WHY_DAMAGED;
        return 0;
    case STAGE_PAGES:
        return PAGE_SIZE;
    case STAGE_DONE:
        break;
    }
    return 0;
}

/* ---- parts --------------------------------------------------------------------------- */

static const char *take_frame(pc_catalogue_stream *s, pc_str body)
{
    if (s->described || !frame_unpack(&s->frame, s->zstd, s->dictionary, body) ||
        s->frame.first != s->records)
        return WHY_WRONG;
    s->records += s->frame.count;
    return NULL;
}

static const char *take_about(pc_catalogue_stream *s, pc_str body)
{
    if (s->described)
        return WHY_WRONG;
    pc_text_add(&s->about_body, body);
    s->described = about_read(pc_text_str(&s->about_body), &s->about);
    return s->described ? NULL : WHY_WRONG;
}

static const char *take_part(pc_catalogue_stream *s, pc_str part)
{
    const char *why;
    uint32_t kind;
    pc_str body;

    why = part_read(part, &kind, &body);
    if (why != NULL)
        return why;
    switch (kind) {
    case PART_DICTIONARY:
        if (s->dictionary != NULL || s->records != 0)
            return WHY_WRONG;
        s->dictionary = ZSTD_createDDict(body.p, body.n);
        return s->dictionary != NULL ? NULL : WHY_WRONG;
    case PART_FRAME:
        return take_frame(s, body);
    case PART_ABOUT:
        return take_about(s, body);
    case PART_PAGES:
        s->stage = STAGE_PAGES;
        return s->described ? NULL : WHY_WRONG;
    default:
        return WHY_WRONG;
    }
}

/* ---- pages --------------------------------------------------------------------------- */

static const char *take_trailer(pc_catalogue_stream *s, const unsigned char *page)
{
    s->stage = STAGE_DONE;
    return memcmp(page + TRAILER_MAGIC, CATALOGUE_MAGIC, MAGIC_SIZE) == 0 &&
                   get_64(page + TRAILER_RECORDS) == s->records &&
                   get_32(page + TRAILER_PAGE_COUNT) == s->pages &&
                   get_64(page + TRAILER_PAGES) == s->place - (uint64_t)s->pages * PAGE_SIZE
               ? NULL
               : WHY_WRONG;
}

static const char *take_page(pc_catalogue_stream *s, pc_str bytes)
{
    const unsigned char *page = (const unsigned char *)bytes.p;

    if (get_32(page) != page_checksum(page, s->pages))
        return WHY_DAMAGED;
    if (page[4] == PAGE_TRAILER)
        return take_trailer(s, page);
    s->pages++;
    return NULL;
}

bool pc_catalogue_stream_take(pc_catalogue_stream *s, pc_str part)
{
    if (s->error != NULL)
        return false;
    s->next = s->frame.count = 0;
    switch (s->stage) {
    case STAGE_HEAD:
        s->error = file_head_fault(part);
        s->stage = STAGE_PARTS;
        break;
    case STAGE_PARTS:
        s->error = take_part(s, part);
        break;
    case STAGE_PAGES:
        s->error = take_page(s, part);
        break;
    case STAGE_DONE:
        s->error = WHY_LONGER;
        break;
    }
    s->place += part.n;
    return s->error == NULL;
}

bool pc_catalogue_stream_next(pc_catalogue_stream *s, pc_catalogue_record *record)
{
    if (s->error != NULL || s->next == s->frame.count)
        return false;
    *record = frame_record(&s->frame, s->next++);
    return true;
}

const pc_catalogue_about *pc_catalogue_stream_describe(const pc_catalogue_stream *s)
{
    return s->described ? &s->about : NULL;
}

const char *pc_catalogue_stream_error(const pc_catalogue_stream *s)
{
    return s->error;
}
