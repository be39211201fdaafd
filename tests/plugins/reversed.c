/* reversed.c - a filter that writes the titles into its scratch file, and emits them from there with
 * their letters reversed. */
#define _POSIX_C_SOURCE 200809L
#define PC_NEEDS 1
#include <errno.h>
#include <unistd.h>

#include "paperconv/plugin.h"

struct reversed {
    int fd;
    off_t used;
};

static int reversed_open(void *state, pc_stage *stage)
{
    struct reversed *reversed = state;

    reversed->fd = pc_scratch_file(stage);
    if (reversed->fd < 0 || reversed->fd != pc_scratch_file(stage))
        return pc_fatal(stage, pc_none(), "asked", "there is no scratch file");
    if (lseek(reversed->fd, 0, SEEK_END) != 0)
        return pc_fatal(stage, pc_none(), "asked", "the scratch file is not empty");
    return PC_OK;
}

static int reversed_apply(void *state, pc_pipe *pipe, pc_record *record)
{
    struct reversed *reversed = state;
    pc_str title = pc_get(record, PC_TITLE, 0);
    char *again = pc_scratch(record, title.n + 1), last;

    if (pwrite(reversed->fd, title.p, title.n, reversed->used) != (ssize_t)title.n ||
        pread(reversed->fd, again, title.n, reversed->used) != (ssize_t)title.n)
        return pc_fatal(pipe, pc_none(), "asked", "the scratch file: %s", strerror(errno));
    reversed->used += (off_t)title.n;
    for (size_t i = 0; i < title.n / 2; i++) {
        last = again[title.n - 1 - i];
        again[title.n - 1 - i] = again[i];
        again[i] = last;
    }
    pc_set(record, PC_NOTE_TEXT, pc_sub(again, title.n));
    return PC_OK;
}

static const char *const adds[] = { PC_NOTE_TEXT, NULL };

PC_FILTER(reversed, .uses = PC_USES_SCRATCH, .version = "1.0", .summary = "reverses titles",
          .state_size = sizeof(struct reversed), .open = reversed_open, .apply = reversed_apply,
          .adds = adds);
PC_MODULE(&reversed);
