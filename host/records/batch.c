/* batch.c - seals records into batches. */
#include "records/batch.h"

#include "api/source.h"
#include "records/origin.h"

#include <stdlib.h>

struct batch *batch_new(struct origin *origin)
{
    struct batch *b = memory_alloc(sizeof *b);

    *b = (struct batch){ .origin = origin_keep(origin) };
    b->records = memory_alloc(BATCH_RECORDS * sizeof *b->records);
    return b;
}

void batch_free(struct batch *b)
{
    if (b == NULL)
        return;
    for (size_t i = 0; i < b->block_count; i++)
        block_drop(b->blocks[i]);
    for (size_t i = 0; i < b->facts_count; i++)
        facts_drop(b->facts[i]);
    while (b->emitted != NULL)
        kept_free(b->emitted);
    free(b->ready);
    pc_text_free(&b->out);
    free(b->pieces);
    free(b->records);
    free(b->blocks);
    free(b->facts);
    facts_drop(b->final_facts);
    free(b->rejects);
    diagnostics_free(&b->diagnostics);
    arena_free(&b->arena);
    origin_drop(b->origin);
    free(b);
}

static void keep_block(struct batch *b, struct block *block)
{
    /* Records come in order, so the block is the last one or a new one. */
    if (b->block_count != 0 && b->blocks[b->block_count - 1] == block)
        return;
    b->blocks = memory_grown(b->blocks, &b->block_room, b->block_count, sizeof *b->blocks);
    b->blocks[b->block_count++] = block_keep(block);
}

static struct facts *keep_facts(struct batch *b, struct facts *f)
{
    if (f == NULL || (b->facts_count != 0 && b->facts[b->facts_count - 1] == f))
        return f;
    b->facts = memory_grown(b->facts, &b->facts_room, b->facts_count, sizeof *b->facts);
    return b->facts[b->facts_count++] = facts_keep(f);
}

enum { SPARE_FIELDS = 1 }; /* for prepare(), which may add a key */

void batch_seal(struct batch *b, const struct record *built, const struct source *source)
{
    struct record *r = &b->records[b->count++];

    *r = *built;
    r->arena = &b->arena;
    r->batch = b;
    r->facts = keep_facts(b, source->facts);
    r->origin = b->origin;
    r->room = built->count + SPARE_FIELDS;
    r->fields = arena_room(&b->arena, r->room * sizeof *r->fields);
    for (size_t i = 0; i < built->count; i++) {
        struct field *f = &r->fields[i];

        *f = built->fields[i];
        if (f->home == IN_BLOCK)
            keep_block(b, f->block);
        else if (f->home == IN_ARENA)
            f->value = arena_copy(&b->arena, f->value);
        if (f->list == PC_LIST_OTHERS)
            f->key = arena_copy(&b->arena, f->key);
    }
}

void batch_keep_raw(struct batch *b, struct record *r, const struct source *source)
{
    for (size_t i = 0; i < source->held_count; i++)
        keep_block(b, source->held[i].block);
    r->raw = source_raw(source, &b->arena, &r->raw_count);
}

static struct reject *new_reject(struct batch *b, uint64_t order, uint64_t line, const char *code)
{
    struct reject *reject;

    b->rejects = memory_grown(b->rejects, &b->reject_room, b->reject_count, sizeof *b->rejects);
    reject = &b->rejects[b->reject_count++];
    *reject = (struct reject){ order, line, arena_string(&b->arena, code), NULL, 0 };
    return reject;
}

void batch_reject(struct batch *b, const struct source *source, uint64_t order, uint64_t line,
                  const char *code)
{
    struct reject *reject = new_reject(b, order, line, code);

    for (size_t i = 0; i < source->held_count; i++)
        keep_block(b, source->held[i].block);
    reject->raw = source_raw(source, &b->arena, &reject->raw_count);
}

void batch_reject_record(struct batch *b, const struct record *r, const char *code)
{
    struct reject *reject;

    b->rejected++;
    if (r->raw == NULL)
        return;
    reject = new_reject(b, r->order, r->line, code);
    reject->raw = r->raw;
    reject->raw_count = r->raw_count;
}

bool batch_locate(const struct batch *b, const char *p, struct line *line)
{
    for (size_t i = 0; i < b->block_count; i++) {
        if (!block_owns(b->blocks[i], p))
            continue;
        *line = block_line(b->blocks[i], p);
        return true;
    }
    return false;
}

/* ---- output ---- */

static bool is_in_block(const struct batch *b, pc_str text)
{
    for (size_t i = 0; i < b->block_count; i++)
        if (block_owns(b->blocks[i], text.p) && block_owns(b->blocks[i], text.p + text.n))
            return true;
    return false;
}

void batch_write(struct batch *b, pc_str text)
{
    enum { LONG = 512 }; /* for less, two more parts cost as much as a copy */

    if (text.n < LONG || !is_in_block(b, text)) {
        pc_text_add(&b->out, text);
        return;
    }
    b->pieces = memory_grown(b->pieces, &b->piece_room, b->piece_count, sizeof *b->pieces);
    b->pieces[b->piece_count++] = (struct piece){ b->out.n, text };
}

size_t batch_parts(const struct batch *b)
{
    return 2 * b->piece_count + 1;
}

pc_str batch_part(const struct batch *b, size_t i)
{
    size_t piece = i / 2;
    size_t from = piece > 0 ? b->pieces[piece - 1].before : 0;
    size_t to = piece < b->piece_count ? b->pieces[piece].before : b->out.n;

    return i % 2 != 0 ? b->pieces[piece].text : pc_sub(b->out.p + from, to - from);
}
