/* where - passes on the records that meet a condition. */
#include "condition.h"
#include "page_text.h"

struct where {
    pc_str condition;
    struct condition parsed;
};

static const pc_option options[] = {
    { "if", NULL, "The condition, such as 'year >= 2023 and title ~ \"nets\"'", NULL, PC_STRING,
      offsetof(struct where, condition) },
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

static int open_where(void *state, pc_stage *stage)
{
    struct where *w = state;

    return condition_parse(&w->parsed, w->condition, stage);
}

static void close_where(void *state)
{
    struct where *w = state;

    condition_free(&w->parsed);
}

static int apply_where(void *state, pc_pipe *pipe, pc_record *record)
{
    const struct where *w = state;
    bool gave_up;
    const bool holds = condition_holds(&w->parsed, record, &gave_up);

    (void)pipe;
    if (gave_up)
        return pc_bad(record, pc_none(), "pattern-limit",
                      "a pattern of the condition takes too many steps for this record");
    return holds ? PC_OK : PC_SKIP;
}

PC_FILTER(where, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "Keeps the records that meet a condition", .texts = texts, .options = options,
          .state_size = sizeof(struct where), .open = open_where, .close = close_where,
          .apply = apply_where);
PC_MODULE(&where);
