/* source_again.c - reads a document from the start again. */
#include "api/source.h"

void source_keep(struct source *s, struct reread_file *file)
{
    s->keeps = true;
    s->kept = (struct reread){ .file = file, .limits = s->limits };
}

void source_forget(struct source *s)
{
    if (!s->keeps)
        return;
    s->keeps = false;
    if (s->kept.next == s->kept.count) /* otherwise the blocks are still being read again */
        reread_close(&s->kept);
}

static void drop_held(struct source *s)
{
    for (size_t i = 0; i < s->held_count; i++)
        block_drop(s->held[i].block);
    s->held_count = 0;
    block_drop(s->next);
    s->next = NULL;
}

bool source_again(pc_source *handle)
{
    struct source *s = (struct source *)handle;

    if (!s->keeps || s->kept.lost || s->limit.code != NULL)
        return false;
    drop_held(s);
    s->kept.next = 0;
    s->pos = s->end = s->lf = NULL;
    s->appended = 0;
    s->number = 1;
    s->consumed = 0;
    s->ended = s->skips_line = false;
    source_begin(s);
    return true;
}
