/* @NAME@.c - passes on the records whose title contains a word. */
#include <paperconv/plugin.h>

struct @IDENTIFIER@ { /* one per run: zeroed, then the options are stored in it */
    pc_str word;
};

static const pc_option @IDENTIFIER@_options[] = {
    PC_OPT_STRING(struct @IDENTIFIER@, word, "", "What the title must contain; empty: anything"),
    PC_OPT_END,
};

static bool contains_word(pc_str text, pc_str word)
{
    for (; text.n >= word.n; text = pc_drop(text, 1)) {
        if (pc_same(pc_sub(text.p, word.n), word))
            return true;
        if (text.n == 0)
            break;
    }
    return false;
}

/* PC_OK passes the record on, PC_SKIP drops it. */
static int @IDENTIFIER@_apply(void *state, pc_pipe *pipe, pc_record *record)
{
    const struct @IDENTIFIER@ *self = state;

    (void)pipe; /* for filters that hold back records, or make new ones */
    return contains_word(pc_get(record, PC_TITLE, 0), self->word) ? PC_OK : PC_SKIP;
}

PC_FILTER(@IDENTIFIER@, .version = "0.1", .summary = "Passes on titles with a word",
          .options = @IDENTIFIER@_options, .state_size = sizeof(struct @IDENTIFIER@),
          .apply = @IDENTIFIER@_apply);
PC_MODULE(&@IDENTIFIER@);
