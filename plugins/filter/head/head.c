/* head and tail - the first records of a run, and the last. */
#include "page_text.h"

#include "paperconv/plugin.h"

#include <stdlib.h>

/* ---- head ------------------------------------------------------------------------ */

struct head {
    int64_t records;
    int64_t passed;
};

static const pc_option head_options[] = {
    PC_OPT_INT(struct head, records, "10", "How many records to pass on"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

static int check_number(int64_t records, pc_stage *stage)
{
    return records >= 0 ? PC_OK
                        : pc_fatal(stage, pc_none(), "bad-option", "records: a number from 0 on");
}

static int open_head(void *state, pc_stage *stage)
{
    return check_number(((struct head *)state)->records, stage);
}

/* PC_END drops the record that it is returned for.  The last record goes on as a copy, so that the
 * run ends with it, and does not wait for another one. */
static int pass_first(void *state, pc_pipe *pipe, pc_record *record)
{
    struct head *h = state;

    if (h->passed >= h->records)
        return PC_END;
    if (++h->passed < h->records)
        return PC_OK;
    pc_emit(pipe, pc_create(pipe, record));
    return PC_END;
}

/* ---- tail ------------------------------------------------------------------------ */

struct tail {
    int64_t records;
    pc_record **kept; /* a ring of COUNT records, at most RECORDS; the oldest stands at NEXT */
    size_t count, room, next;
};

static const pc_option tail_options[] = {
    PC_OPT_INT(struct tail, records, "10", "How many records to pass on"),
    PC_OPT_END,
};

static int open_tail(void *state, pc_stage *stage)
{
    return check_number(((struct tail *)state)->records, stage);
}

static void grow_ring(struct tail *t)
{
    t->room = t->room != 0 ? 2 * t->room : 64;
    t->kept = realloc(t->kept, t->room * sizeof(pc_record *));
    if (t->kept == NULL)
        abort(); /* the host reports that memory ran out */
}

static int keep_last(void *state, pc_pipe *pipe, pc_record *record)
{
    struct tail *t = state;

    if (t->records == 0)
        return PC_SKIP;
    if ((int64_t)t->count < t->records) {
        if (t->count == t->room)
            grow_ring(t);
        t->kept[t->count++] = pc_create(pipe, record);
        return PC_SKIP;
    }
    pc_discard(pipe, t->kept[t->next]);
    t->kept[t->next] = pc_create(pipe, record);
    t->next = (t->next + 1) % t->count;
    return PC_SKIP;
}

static int pass_last(void *state, pc_pipe *pipe)
{
    struct tail *t = state;

    for (size_t i = 0; i < t->count; i++)
        pc_emit(pipe, t->kept[(t->next + i) % t->count]);
    return PC_OK;
}

static void close_tail(void *state)
{
    free(((struct tail *)state)->kept);
}

PC_FILTER(head, .version = "1.0.0", .summary = "Passes on the first records and ends the run",
          .texts = texts, .options = head_options, .state_size = sizeof(struct head),
          .open = open_head, .apply = pass_first);
PC_FILTER(tail, .version = "1.0.0", .summary = "Passes on the last records", .texts = texts,
          .options = tail_options, .state_size = sizeof(struct tail), .open = open_tail,
          .close = close_tail, .apply = keep_last, .flush = pass_last);
PC_MODULE(&head, &tail);
