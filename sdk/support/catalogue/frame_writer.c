/* frame_writer.c - packs records into frames of some 16 KiB.
 *
 * So small a frame is unpacked in 30 us, but has little to compress itself with.  A dictionary,
 * which zstd makes of the first records, gives that back: frames are as small as without it at 64
 * KiB.  The first records wait for it. */
#include "frame_writer.h"

#include "paperconv/text.h"

#include <stdlib.h>
#include <zdict.h>
#include <zstd.h>

enum {
    LEVEL = 6,        /* of zstd: 10 % smaller than 3; 9 is 2 % smaller and takes twice as long */
    SAMPLE = 4 << 20, /* bytes of the first records from which the dictionary is made */
    SAMPLE_RECORDS = 1 << 14, /* or so many records */
    DICTIONARY = 110 << 10
};

struct lengths {
    uint32_t text, extra;
};

struct frame_writer {
    frame_write *write;
    void *target;
    ZSTD_CCtx *zstd;
    bool sampled;          /* the dictionary was made, or could not be made */
    uint32_t first;        /* number of the first record that waits */
    pc_text texts, extras; /* of the records that wait */
    struct lengths *lengths;
    size_t count, room;
    pc_text content, body; /* of a frame, before and after compression */
};

struct frame_writer *frame_writer_open(frame_write *write, void *target)
{
    struct frame_writer *w = calloc(1, sizeof *w);

    if (w == NULL || (w->zstd = ZSTD_createCCtx()) == NULL)
        abort(); /* the host reports that memory ran out */
    w->write = write;
    w->target = target;
    ZSTD_CCtx_setParameter(w->zstd, ZSTD_c_compressionLevel, LEVEL);
    ZSTD_CCtx_setParameter(w->zstd, ZSTD_c_dictIDFlag, 0);
    return w;
}

/* ---- the dictionary ------------------------------------------------------------------ */

/* Without a dictionary, when there are too few records or too long ones for it. */
static bool make_dictionary(struct frame_writer *w)
{
    size_t *sizes = malloc((w->count + 1) * sizeof *sizes), count = 0, size = 0;
    char *dictionary = malloc(DICTIONARY);
    bool done = true;

    if (sizes == NULL || dictionary == NULL)
        abort();
    while (count < w->count && size + w->lengths[count].text <= SAMPLE) {
        sizes[count] = w->lengths[count].text;
        size += sizes[count++];
    }
    size = ZDICT_trainFromBuffer(dictionary, DICTIONARY, w->texts.p, sizes, (unsigned)count);
    if (!ZDICT_isError(size)) {
        w->write(w->target, PART_DICTIONARY, pc_sub(dictionary, size));
        done = !ZSTD_isError(ZSTD_CCtx_loadDictionary(w->zstd, dictionary, size));
    }
    free(sizes);
    free(dictionary);
    w->sampled = true;
    return done;
}

/* ---- frames -------------------------------------------------------------------------- */

/* Whether records with so many bytes are a frame. */
static bool frame_is_full(size_t records, size_t text, size_t extra)
{
    return records >= FRAME_RECORDS || text >= FRAME_TEXT || extra >= FRAME_EXTRA;
}

static void put_length(pc_text *content, uint32_t length)
{
    for (; length >= 0x80; length >>= 7)
        pc_text_putc(content, (char)(length & 0x7f) | (char)0x80);
    pc_text_putc(content, (char)length);
}

/* Writes the frame of COUNT records, whose lengths are L. */
static bool write_frame(struct frame_writer *w, const struct lengths *l, size_t count, pc_str texts,
                        pc_str extras)
{
    unsigned char head[FRAME_HEAD];
    size_t size;

    w->content.n = 0;
    for (size_t i = 0; i < count; i++) {
        put_length(&w->content, l[i].text);
        put_length(&w->content, l[i].extra);
    }
    pc_text_add(&w->content, texts);
    put_number(head, w->first, 4);
    put_number(head + 4, count, 4);
    put_number(head + 8, w->content.n, 4);
    put_number(head + 12, extras.n, 4);
    w->body.n = 0;
    pc_text_add(&w->body, pc_sub((const char *)head, sizeof head));
    pc_text_add(&w->body, extras);
    size = ZSTD_compressBound(w->content.n);
    size = ZSTD_compress2(w->zstd, pc_text_room(&w->body, size), size, w->content.p, w->content.n);
    if (ZSTD_isError(size))
        return false;
    w->body.n += size;
    w->write(w->target, PART_FRAME, pc_text_str(&w->body));
    w->first += (uint32_t)count;
    return true;
}

/* Writes the records that wait; they are one frame, but for those that waited for the dictionary. */
static bool write_frames(struct frame_writer *w)
{
    pc_str texts = pc_text_str(&w->texts), extras = pc_text_str(&w->extras);
    bool done = true;

    for (size_t i = 0, n; done && i < w->count; i += n) {
        size_t text = 0, extra = 0;

        for (n = 0; i + n < w->count && !frame_is_full(n, text, extra); n++) {
            text += w->lengths[i + n].text;
            extra += w->lengths[i + n].extra;
        }
        done = write_frame(w, w->lengths + i, n, pc_sub(texts.p, text), pc_sub(extras.p, extra));
        texts = pc_drop(texts, text);
        extras = pc_drop(extras, extra);
    }
    w->texts.n = w->extras.n = w->count = 0;
    return done;
}

bool frame_writer_add(struct frame_writer *w, const pc_catalogue_record *record)
{
    if (w->count == w->room) {
        w->room = w->room != 0 ? 2 * w->room : 64;
        w->lengths = realloc(w->lengths, w->room * sizeof *w->lengths);
        if (w->lengths == NULL)
            abort();
    }
    pc_text_add(&w->texts, record->text);
    pc_text_add(&w->extras, record->extra);
    w->lengths[w->count++] =
        (struct lengths){ (uint32_t)record->text.n, (uint32_t)record->extra.n };
    if (w->sampled)
        return !frame_is_full(w->count, w->texts.n, w->extras.n) || write_frames(w);
    if (w->texts.n < SAMPLE && w->extras.n < SAMPLE && w->count < SAMPLE_RECORDS)
        return true;
    return make_dictionary(w) && write_frames(w);
}

bool frame_writer_finish(struct frame_writer *w)
{
    return write_frames(w);
}

void frame_writer_close(struct frame_writer *w)
{
    ZSTD_freeCCtx(w->zstd);
    pc_text_free(&w->texts);
    pc_text_free(&w->extras);
    pc_text_free(&w->content);
    pc_text_free(&w->body);
    free(w->lengths);
    free(w);
}
