/* source_end.c - how reading ends: at a limit, behind which it may go on, and for good. */
#include "api/source.h"

#include <stdlib.h>

bool source_resume(pc_source *handle, const char **code, const char **text)
{
    struct source *s = (struct source *)handle;

    if (!s->stop.is_set)
        return false;
    *code = s->limit.code;
    *text = arena_string(&s->callback->scratch, s->limit.text);
    s->limit = (struct problem){ .code = NULL };
    s->end = s->stop.end;
    s->ended = s->stop.ended;
    s->lf = NULL;
    s->skips_line = s->stop.in_line;
    s->stop.is_set = false;
    return true;
}

void source_drain(struct source *s)
{
    struct block *b;

    if (!s->supply->unpacked)
        return;
    while ((b = s->supply->next(s->supply)) != NULL)
        block_drop(b);
    s->ended = true;
}

void source_close(struct source *s)
{
    for (size_t i = 0; i < s->held_count; i++)
        block_drop(s->held[i].block);
    block_drop(s->next);
    free(s->held);
    free(s->repaired);
    facts_drop(s->facts);
    origin_drop(s->stated);
    reread_close(&s->kept);
}
