/* reread.c - keeps blocks in memory and in a file. */
#include "streams/reread.h"

#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct reread_block {
    struct block *block; /* NULL: it is in the file, */
    long long at;        /* at this place */
    size_t used;
    bool partial;
};

static bool write_at(int fd, const char *bytes, size_t n, long long at)
{
    while (n > 0) {
        ssize_t done = pwrite(fd, bytes, n, (off_t)at);

        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        bytes += done;
        n -= (size_t)done;
        at += done;
    }
    return true;
}

static bool keep_in_file(struct reread *r, const struct block *b, struct reread_block *k)
{
    if (r->file == NULL || r->file->fd < 0 || r->filed + b->used > r->limits->of[LIMIT_SPOOL])
        return false;
    k->at = atomic_fetch_add(&r->file->used, (long long)b->used);
    r->filed += b->used;
    return write_at(r->file->fd, b->data, b->used, k->at);
}

/* A copy, because a block is small when the document arrives slowly, and because the memory of B, which is
 * in the cache, is used again for the next block. */
static struct block *copy_block(const struct block *b)
{
    struct block *copy = block_new(b->used);

    memcpy(copy->data, b->data, b->used);
    copy->used = b->used;
    copy->partial = b->partial;
    return copy;
}

void reread_keep(struct reread *r, const struct block *b)
{
    struct reread_block k = { .used = b->used, .partial = b->partial };

    if (r->lost)
        return;
    if (r->memory + b->used <= REREAD_MEMORY) {
        k.block = copy_block(b);
        r->memory += b->used;
    } else if (!keep_in_file(r, b, &k)) {
        reread_close(r);
        r->lost = true;
        return;
    }
    r->blocks = memory_grown(r->blocks, &r->room, r->count, sizeof *r->blocks);
    r->blocks[r->count++] = k;
    r->next = r->count;
}

struct block *reread_next(struct reread *r, struct problem *why)
{
    const struct reread_block *k = r->next < r->count ? &r->blocks[r->next] : NULL;
    struct block *b;

    if (k == NULL)
        return NULL;
    r->next++;
    if (k->block != NULL)
        return block_keep(k->block);
    b = block_new(k->used);
    b->used = k->used;
    b->partial = k->partial;
    if (pread_full(r->file->fd, b->data, k->used, (off_t)k->at) == (ssize_t)k->used)
        return b;
    problem_set(why, PC_ERROR, "unreadable",
                "the temporary copy of the document cannot be read: %s", strerror(errno));
    block_drop(b);
    return NULL;
}

static void free_room_in_file(const struct reread *r, const struct reread_block *k)
{
    /* Not every file system can do it; then the room is free when the run ends. */
    (void)fallocate(r->file->fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, (off_t)k->at,
                    (off_t)k->used);
}

void reread_close(struct reread *r)
{
    for (size_t i = 0; i < r->count; i++) {
        if (r->blocks[i].block == NULL)
            free_room_in_file(r, &r->blocks[i]);
        block_drop(r->blocks[i].block);
    }
    free(r->blocks);
    *r = (struct reread){ .file = r->file, .limits = r->limits };
}
