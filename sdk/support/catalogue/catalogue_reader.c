/* catalogue_reader.c - looks records up in a mapped catalogue.  Nothing in it changes after opening. */
#include "frame_reader.h"
#include "part.h"
#include "tree_reader.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>

struct pc_catalogue {
    pc_str bytes; /* the file */
    pc_catalogue_about about;
    ZSTD_DDict *dictionary; /* NULL: none */
    struct tree frames, keys;
    uint64_t pages; /* place of the first page */
    uint32_t count;
    uint64_t key_count;
};

struct pc_catalogue_cursor {
    const pc_catalogue *catalogue;
    ZSTD_DCtx *zstd;
    struct frame frame; /* the one that was read last */
};

/* ---- opening ------------------------------------------------------------------------- */

/* The body of the part of this KIND at PLACE.  NULL, or what is wrong. */
static const char *part_at(const pc_catalogue *c, uint64_t place, uint32_t kind, pc_str *body)
{
    const char *why;
    uint32_t found;

    if (place > c->pages)
        return WHY_WRONG;
    why = part_read(pc_sub(c->bytes.p + place, (size_t)(c->pages - place)), &found, body);
    return why == NULL && found != kind ? WHY_WRONG : why;
}

static const char *read_trailer(pc_catalogue *c, uint64_t *dictionary, uint64_t *about)
{
    const unsigned char *page = (const unsigned char *)c->bytes.p + c->bytes.n - PAGE_SIZE;
    const uint32_t pages = get_32(page + TRAILER_PAGE_COUNT);

    if (memcmp(page + TRAILER_MAGIC, CATALOGUE_MAGIC, MAGIC_SIZE) != 0)
        return WHY_CUT;
    if (get_32(page) != page_checksum(page, pages) || page[4] != PAGE_TRAILER)
        return WHY_DAMAGED;
    c->pages = get_64(page + TRAILER_PAGES);
    c->key_count = get_64(page + TRAILER_KEYS);
    if (c->pages > c->bytes.n || c->bytes.n - c->pages != ((uint64_t)pages + 1) * PAGE_SIZE ||
        get_64(page + TRAILER_RECORDS) > PC_CATALOGUE_RECORDS)
        return WHY_WRONG;
    c->count = (uint32_t)get_64(page + TRAILER_RECORDS);
    c->frames = (struct tree){ .pages = (const unsigned char *)c->bytes.p + c->pages,
                               .page_count = pages,
                               .root = get_32(page + TRAILER_FRAME_ROOT),
                               .tree = TREE_FRAMES };
    c->keys = c->frames;
    c->keys.root = get_32(page + TRAILER_KEY_ROOT);
    c->keys.tree = TREE_KEYS;
    *dictionary = get_64(page + TRAILER_DICTIONARY);
    *about = get_64(page + TRAILER_ABOUT);
    return NULL;
}

static const char *read_file(pc_catalogue *c)
{
    const char *why = file_head_fault(c->bytes);
    uint64_t dictionary = 0, about = 0;
    pc_str body;

    if (why == NULL && c->bytes.n < FILE_HEAD + PAGE_SIZE)
        why = WHY_CUT;
    if (why == NULL)
        why = read_trailer(c, &dictionary, &about);
    if (why == NULL)
        why = part_at(c, about, PART_ABOUT, &body);
    if (why == NULL && !about_read(body, &c->about))
        why = WHY_WRONG;
    if (why != NULL || dictionary == 0)
        return why;
    why = part_at(c, dictionary, PART_DICTIONARY, &body);
    if (why == NULL && (c->dictionary = ZSTD_createDDict(body.p, body.n)) == NULL)
        why = WHY_WRONG;
    return why;
}

pc_catalogue *pc_catalogue_open(int fd, const char **why)
{
    pc_catalogue *c = calloc(1, sizeof *c);
    struct stat status;
    void *map;

    if (c == NULL)
        abort(); /* the host reports that memory ran out */
    *why = WHY_NOT;
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size < MAGIC_SIZE)
        goto failed;
    *why = WHY_UNMAPPED;
    if ((uint64_t)status.st_size > SIZE_MAX / 2)
        goto failed;
    map = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, fd, 0);
    if (map == MAP_FAILED)
        goto failed;
    c->bytes = pc_sub(map, (size_t)status.st_size);
    posix_madvise(map, c->bytes.n, POSIX_MADV_RANDOM); /* reading ahead would only cost memory */
    *why = read_file(c);
    if (*why == NULL)
        return c;
failed:
    pc_catalogue_close(c);
    return NULL;
}

void pc_catalogue_close(pc_catalogue *c)
{
    if (c == NULL)
        return;
    ZSTD_freeDDict(c->dictionary);
    if (c->bytes.p != NULL)
        munmap((void *)(uintptr_t)c->bytes.p, c->bytes.n);
    free(c);
}

uint32_t pc_catalogue_count(const pc_catalogue *c)
{
    return c->count;
}

uint64_t pc_catalogue_keys(const pc_catalogue *c)
{
    return c->key_count;
}

const pc_catalogue_about *pc_catalogue_describe(const pc_catalogue *c)
{
    return &c->about;
}

/* ---- looking up ---------------------------------------------------------------------- */

static bool is_record(const pc_catalogue *c, const struct tree_place *place)
{
    return tree_value(place) < c->count;
}

ptrdiff_t pc_catalogue_find(const pc_catalogue *c, uint64_t key, uint32_t *records, size_t room,
                            const char **why)
{
    struct tree_place place;
    enum tree_found found = tree_find_first(&c->keys, index_key(key), &place);
    size_t n = 0;

    for (; found == TREE_FOUND && n < room && tree_key(&place) == index_key(key);
         found = tree_next(&c->keys, &place)) {
        if (!is_record(c, &place)) {
            *why = WHY_WRONG;
            return -1;
        }
        records[n++] = (uint32_t)tree_value(&place);
    }
    *why = WHY_DAMAGED;
    return found == TREE_DAMAGED ? -1 : (ptrdiff_t)n;
}

bool pc_catalogue_each_key(const pc_catalogue *c, pc_catalogue_take *take, void *context,
                           const char **why)
{
    struct tree_place place;
    enum tree_found found = tree_find_first(&c->keys, 0, &place);

    for (; found == TREE_FOUND && is_record(c, &place); found = tree_next(&c->keys, &place))
        take(context, tree_key(&place) << (64 - PC_CATALOGUE_KEY_BITS),
             (uint32_t)tree_value(&place));
    *why = found == TREE_NONE ? NULL : found == TREE_FOUND ? WHY_WRONG : WHY_DAMAGED;
    return found == TREE_NONE;
}

pc_catalogue_cursor *pc_catalogue_cursor_open(const pc_catalogue *catalogue)
{
    pc_catalogue_cursor *cursor = calloc(1, sizeof *cursor);

    if (cursor == NULL || (cursor->zstd = ZSTD_createDCtx()) == NULL)
        abort();
    cursor->catalogue = catalogue;
    return cursor;
}

void pc_catalogue_cursor_close(pc_catalogue_cursor *cursor)
{
    if (cursor == NULL)
        return;
    frame_free(&cursor->frame);
    ZSTD_freeDCtx(cursor->zstd);
    free(cursor);
}

static bool frame_has(const struct frame *frame, uint32_t number)
{
    return number >= frame->first && number - frame->first < frame->count;
}

/* Unpacks the frame of record NUMBER.  NULL, or what is wrong. */
static const char *load_frame(pc_catalogue_cursor *cursor, uint32_t number)
{
    const pc_catalogue *c = cursor->catalogue;
    struct tree_place place;
    const char *why;
    pc_str body;

    if (number >= c->count)
        return WHY_WRONG;
    switch (tree_find_last(&c->frames, number, &place)) {
    case TREE_DAMAGED:
        return WHY_DAMAGED;
    case TREE_NONE:
        return WHY_WRONG;
    case TREE_FOUND:
        break;
    }
    why = part_at(c, tree_value(&place), PART_FRAME, &body);
    if (why == NULL && (!frame_unpack(&cursor->frame, cursor->zstd, c->dictionary, body) ||
                        !frame_has(&cursor->frame, number)))
        why = WHY_WRONG;
    return why;
}

bool pc_catalogue_read(pc_catalogue_cursor *cursor, uint32_t number, pc_catalogue_record *record,
                       const char **why)
{
    *why = frame_has(&cursor->frame, number) ? NULL : load_frame(cursor, number);
    if (*why != NULL)
        return false;
    *record = frame_record(&cursor->frame, number - cursor->frame.first);
    return true;
}
