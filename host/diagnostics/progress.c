/* progress.c - shows the progress of a run. */
#include "diagnostics/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { INTERVAL = 200 }; /* milliseconds */

static int64_t milliseconds_now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void progress_open(struct progress_line *p, enum progress wanted)
{
    *p = (struct progress_line){ .wanted = wanted == PROGRESS_ALWAYS };
    if (wanted == PROGRESS_AUTO) /* not between the lines of an output on the same terminal */
        p->wanted = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
}

void progress_show(struct progress_line *p, uint64_t records, uint64_t bytes)
{
    p->bytes += bytes;
    if (!p->wanted || milliseconds_now() < p->next)
        return;
    p->next = milliseconds_now() + INTERVAL;
    dprintf(STDERR_FILENO, "\r%" PRIu64 " records, %.1f MB read ", records, (double)p->bytes / 1e6);
    p->shown = true;
}

void progress_clear(struct progress_line *p)
{
    if (p->shown)
        dprintf(STDERR_FILENO, "\r\033[K");
    p->shown = false;
}
