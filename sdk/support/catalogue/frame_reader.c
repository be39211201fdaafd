/* frame_reader.c - unpacks the records of a frame.  The checksum of the part says that the bytes are
 * those that were written; they may have been written to harm. */
#include "frame_reader.h"

#include <stdlib.h>

/* Reads a length of seven bits a byte; false when it goes beyond END or 32 bits. */
static bool get_length(const char **p, const char *end, uint32_t *length)
{
    uint64_t number = 0;

    for (unsigned shift = 0; *p != end && shift < 35; shift += 7) {
        const unsigned char byte = (unsigned char)*(*p)++;

        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            *length = (uint32_t)number;
            return number <= UINT32_MAX;
        }
    }
    return false;
}

/* Reads the lengths of COUNT records: their sums are the sizes of the texts and the extras. */
static bool read_lengths(struct frame *frame, uint32_t count)
{
    const char *p = frame->content.p, *end = p + frame->content.n;
    uint64_t text = 0, extra = 0;

    for (uint32_t i = 0; i < count; i++) {
        uint32_t n, m;

        if (!get_length(&p, end, &n) || !get_length(&p, end, &m))
            return false;
        text += n;
        extra += m;
        if (text > frame->content.n || extra > frame->extras.n)
            return false;
        frame->ends[i] = (struct frame_ends){ (uint32_t)text, (uint32_t)extra };
    }
    frame->texts = (size_t)(p - frame->content.p);
    return text == frame->content.n - frame->texts && extra == frame->extras.n;
}

static void make_room_for_ends(struct frame *frame, uint32_t count)
{
    if (count <= frame->room)
        return;
    frame->ends = realloc(frame->ends, count * sizeof *frame->ends);
    if (frame->ends == NULL)
        abort(); /* the host reports that memory ran out */
    frame->room = count;
}

bool frame_unpack(struct frame *frame, ZSTD_DCtx *zstd, const ZSTD_DDict *dictionary, pc_str body)
{
    const unsigned char *head = (const unsigned char *)body.p;
    uint32_t count, content, extra;

    frame->count = 0;
    frame->content.n = frame->extras.n = 0;
    if (body.n < FRAME_HEAD)
        return false;
    frame->first = get_32(head);
    count = get_32(head + 4);
    content = get_32(head + 8);
    extra = get_32(head + 12);
    body = pc_drop(body, FRAME_HEAD);
    if (count == 0 || count > FRAME_RECORDS || content > FRAME_CONTENT_LARGEST || extra > body.n)
        return false;
    pc_text_add(&frame->extras, pc_sub(body.p, extra));
    body = pc_drop(body, extra);
    if (ZSTD_decompress_usingDDict(zstd, pc_text_room(&frame->content, content), content, body.p,
                                   body.n, dictionary) != content)
        return false;
    frame->content.n = content;
    make_room_for_ends(frame, count);
    if (!read_lengths(frame, count))
        return false;
    frame->count = count;
    return true;
}

pc_catalogue_record frame_record(const struct frame *frame, uint32_t i)
{
    const struct frame_ends start = i != 0 ? frame->ends[i - 1] : (struct frame_ends){ 0, 0 };
    const struct frame_ends end = frame->ends[i];
    const pc_catalogue_record record = {
        pc_sub(frame->content.p + frame->texts + start.text, end.text - start.text),
        pc_sub(frame->extras.p != NULL ? frame->extras.p + start.extra : "",
               end.extra - start.extra)
    };

    return record;
}

void frame_free(struct frame *frame)
{
    pc_text_free(&frame->content);
    pc_text_free(&frame->extras);
    free(frame->ends);
}
