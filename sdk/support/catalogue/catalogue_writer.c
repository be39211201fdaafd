/* catalogue_writer.c - writes a catalogue: records, the description, the trees, and the trailer.
 *
 * Packed records wait in the scratch file until the end, although they could be written at once:
 * an output that writes them while records come would lose a part, and with it the file, when the host
 * drops what it wrote for a record that is beyond a limit. */
#include "frame_writer.h"
#include "key_sorter.h"
#include "scratch.h"
#include "tree_writer.h"

#include <stdio.h>
#include <stdlib.h>

struct pc_catalogue_writer {
    pc_gather_write *write; /* at the end */
    void *target;
    uint64_t place; /* in the file, of the next byte */
    struct scratch scratch;
    struct frame_writer *frames;
    struct spool parts; /* the dictionary and the frames */
    struct tree_writer frame_tree;
    struct spool frame_pages; /* the pages of that tree, which come behind all frames */
    struct key_sorter *keys;
    uint64_t key_count;
    uint32_t records;
    uint64_t dictionary, about, pages; /* places for the trailer */
    const char *error;
    char scratch_error[160];
};

static void put_bytes(pc_catalogue_writer *w, pc_str bytes)
{
    if (w->write != NULL)
        w->write(w->target, bytes);
    else
        spool_add(&w->parts, bytes.p, bytes.n);
    w->place += bytes.n;
}

static void put_whole_part(pc_catalogue_writer *w, enum part_kind kind, pc_str body)
{
    unsigned char head[PART_HEAD];

    put_number(head, kind, 4);
    put_number(head + 4, body.n, 4);
    put_number(head + 8, checksum(checksum(0, head, 8), body.p, body.n), 4);
    put_bytes(w, pc_sub((const char *)head, sizeof head));
    put_bytes(w, body);
}

static void put_frame_part(void *writer, enum part_kind kind, pc_str body)
{
    pc_catalogue_writer *w = writer;
    const uint64_t place = w->place;

    put_whole_part(w, kind, body);
    if (kind == PART_DICTIONARY)
        w->dictionary = place;
    else
        tree_add(&w->frame_tree, get_32((const unsigned char *)body.p), place);
}

static void keep_frame_page(void *writer, pc_str page)
{
    spool_add(&((pc_catalogue_writer *)writer)->frame_pages, page.p, page.n);
}

static void put_page(void *writer, pc_str page)
{
    put_bytes(writer, page);
}

static void put_file_head(pc_catalogue_writer *w)
{
    unsigned char head[FILE_HEAD];

    memcpy(head, CATALOGUE_MAGIC, MAGIC_SIZE);
    put_number(head + MAGIC_SIZE, FORMAT_VERSION, 4);
    put_number(head + MAGIC_SIZE + 4, checksum(0, head, MAGIC_SIZE + 4), 4);
    put_bytes(w, pc_sub((const char *)head, sizeof head));
}

pc_catalogue_writer *pc_catalogue_writer_open(int scratch)
{
    pc_catalogue_writer *w = calloc(1, sizeof *w);

    if (w == NULL)
        abort(); /* the host reports that memory ran out */
    w->scratch.fd = scratch;
    w->parts.scratch = w->frame_pages.scratch = &w->scratch;
    w->frames = frame_writer_open(put_frame_part, w);
    w->frame_tree =
        (struct tree_writer){ .write = keep_frame_page, .target = w, .tree = TREE_FRAMES };
    w->keys = key_sorter_open(&w->scratch);
    put_file_head(w);
    return w;
}

/* ---- errors -------------------------------------------------------------------------- */

static bool writer_fail(pc_catalogue_writer *w, const char *error)
{
    if (w->error == NULL)
        w->error = error;
    return false;
}

static bool is_writable(pc_catalogue_writer *w)
{
    if (w->scratch.error != 0 && w->error == NULL) {
        snprintf(w->scratch_error, sizeof w->scratch_error, "the temporary file failed: %s",
                 strerror(w->scratch.error));
        w->error = w->scratch_error;
    }
    return w->error == NULL;
}

const char *pc_catalogue_writer_error(const pc_catalogue_writer *w)
{
    return w->error;
}

/* ---- records ------------------------------------------------------------------------- */

void pc_catalogue_add_key(pc_catalogue_writer *w, uint64_t key, uint32_t number)
{
    if (number < w->records)
        key_sorter_add(w->keys, index_key(key), number);
}

bool pc_catalogue_add(pc_catalogue_writer *w, const pc_catalogue_record *record,
                      const uint64_t *keys, size_t count)
{
    if (!is_writable(w))
        return false;
    if (record->text.n > PC_CATALOGUE_LONGEST ||
        record->extra.n > PC_CATALOGUE_LONGEST - record->text.n)
        return writer_fail(w, "the record is too long for a catalogue");
    if (w->records == PC_CATALOGUE_RECORDS)
        return writer_fail(w, "a catalogue cannot hold more records");
    w->records++;
    for (size_t i = 0; i < count; i++)
        pc_catalogue_add_key(w, keys[i], w->records - 1);
    if (!frame_writer_add(w->frames, record))
        return writer_fail(w, "zstd cannot compress the records");
    return is_writable(w);
}

/* ---- the end ------------------------------------------------------------------------- */

static void put_about(pc_catalogue_writer *w, const pc_catalogue_about *about)
{
    const pc_str strings[] = { about->source, about->date, about->abstracts, about->program };
    unsigned char number[4];
    pc_text body = { NULL, 0, 0 };

    put_number(number, about->rules, 4);
    pc_text_add(&body, pc_sub((const char *)number, 4));
    for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++) {
        put_number(number, strings[i].n, 4);
        pc_text_add(&body, pc_sub((const char *)number, 4));
        pc_text_add(&body, strings[i]);
    }
    w->about = w->place;
    put_whole_part(w, PART_ABOUT, pc_text_str(&body));
    pc_text_free(&body);
}

/* A part without a body, and zeros, so that each page is in one block of the disk. */
static void start_pages(pc_catalogue_writer *w)
{
    static const char zeros[PAGE_SIZE];
    const size_t behind = (size_t)((w->place + PART_HEAD) % PAGE_SIZE);

    put_whole_part(w, PART_PAGES, pc_sub(zeros, behind != 0 ? PAGE_SIZE - behind : 0));
    w->pages = w->place;
}

/* Writes the tree of the keys behind the COUNT pages of that of the frames; returns its root. */
static uint32_t put_keys(pc_catalogue_writer *w, uint32_t *count)
{
    struct tree_writer tree = { put_page, w, TREE_KEYS, *count, false, { NULL } };
    struct key_entry entry;
    uint32_t root;

    key_sorter_start(w->keys);
    while (!tree.full && key_sorter_next(w->keys, &entry)) {
        tree_add(&tree, entry.key, entry.record);
        w->key_count++;
    }
    root = tree_finish(&tree);
    if (tree.full)
        writer_fail(w, "a catalogue cannot hold more keys");
    *count = tree.pages;
    tree_free(&tree);
    return root;
}

static void put_trailer(pc_catalogue_writer *w, uint32_t pages, uint32_t frame_root,
                        uint32_t key_root)
{
    unsigned char page[PAGE_SIZE] = { 0 };

    page[4] = PAGE_TRAILER;
    put_number(page + TRAILER_RECORDS, w->records, 8);
    put_number(page + TRAILER_KEYS, w->key_count, 8);
    put_number(page + TRAILER_DICTIONARY, w->dictionary, 8);
    put_number(page + TRAILER_ABOUT, w->about, 8);
    put_number(page + TRAILER_PAGES, w->pages, 8);
    put_number(page + TRAILER_PAGE_COUNT, pages, 4);
    put_number(page + TRAILER_FRAME_ROOT, frame_root, 4);
    put_number(page + TRAILER_KEY_ROOT, key_root, 4);
    memcpy(page + TRAILER_MAGIC, CATALOGUE_MAGIC, MAGIC_SIZE);
    put_number(page, page_checksum(page, pages), 4);
    put_page(w, pc_sub((const char *)page, sizeof page));
}

bool pc_catalogue_finish(pc_catalogue_writer *w, const pc_catalogue_about *about,
                         pc_gather_write *write, void *target)
{
    uint32_t pages, frame_root, key_root;

    if (!is_writable(w))
        return false;
    if (!frame_writer_finish(w->frames))
        return writer_fail(w, "zstd cannot compress the records");
    frame_root = tree_finish(&w->frame_tree);
    pages = w->frame_tree.pages;
    if (!spool_replay(&w->parts, write, target))
        return is_writable(w);
    w->write = write;
    w->target = target;
    put_about(w, about);
    start_pages(w);
    if (!spool_replay(&w->frame_pages, put_page, w))
        return is_writable(w);
    key_root = put_keys(w, &pages);
    put_trailer(w, pages, frame_root, key_root);
    return is_writable(w);
}

void pc_catalogue_writer_close(pc_catalogue_writer *w)
{
    if (w == NULL)
        return;
    frame_writer_close(w->frames);
    tree_free(&w->frame_tree);
    spool_free(&w->parts);
    spool_free(&w->frame_pages);
    key_sorter_close(w->keys);
    free(w);
}
