/* listed.c - a filter with a file and a list among its options: it passes on the titles that stand
 * in the file, a line each, and drops those of the list. */
#define PC_NEEDS 1
#include <errno.h>
#include <unistd.h>

#include "paperconv/plugin.h"

struct listed {
    pc_file only, notes;
    pc_strs drop;
    char text[4096]; /* of the file */
    size_t n;
};

static const pc_option options[] = {
    PC_OPT_FILE(struct listed, only, NULL, "Titles to pass on, a line each"),
    PC_OPT_FILE(struct listed, notes, "", "Not read"),
    PC_OPT_LIST(struct listed, drop, "A note", "A title to drop"),
    PC_OPT_END,
};

/* Moves the reading position, which is at the start again for the next open(). */
static int listed_open(void *state, pc_stage *stage)
{
    struct listed *listed = state;
    ssize_t got;

    if (listed->only.size > sizeof listed->text)
        return pc_fatal(stage, pc_none(), "too-long", "'%.*s' is too long",
                        PC_FMT(listed->only.path));
    got = read(listed->only.fd, listed->text, sizeof listed->text);
    if (got < 0 || (uint64_t)got != listed->only.size)
        return pc_fatal(stage, pc_none(), "not-read", "%s", strerror(errno));
    listed->n = (size_t)got;
    if (listed->notes.path.n != 0 && listed->notes.fd < 0)
        return pc_fatal(stage, pc_none(), "not-open", "there is a path and no file");
    return PC_OK;
}

static int listed_apply(void *state, pc_pipe *pipe, pc_record *record)
{
    const struct listed *listed = state;
    pc_str title = pc_get(record, PC_TITLE, 0), rest = pc_sub(listed->text, listed->n), line;
    bool found = false;

    (void)pipe;
    while (!found && rest.n != 0) {
        pc_cut(rest, '\n', &line, &rest);
        found = pc_same(line, title);
    }
    for (size_t i = 0; i < listed->drop.count; i++)
        found = found && !pc_same(listed->drop.items[i], title);
    return found ? PC_OK : PC_SKIP;
}

PC_FILTER(listed, .version = "1.0", .summary = "passes listed titles on", .options = options,
          .state_size = sizeof(struct listed), .open = listed_open, .apply = listed_apply);
PC_MODULE(&listed);
