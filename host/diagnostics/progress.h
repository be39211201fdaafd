/* progress.h - a line of progress on standard error. */
#ifndef PAPERCONV_HOST_DIAGNOSTICS_PROGRESS_H
#define PAPERCONV_HOST_DIAGNOSTICS_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

enum progress { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };

struct progress_line {
    bool wanted, shown;
    uint64_t bytes;
    int64_t next; /* when to show the line again, in milliseconds of the monotonic clock */
};

void progress_open(struct progress_line *p, enum progress wanted);
/* Shows RECORDS, all that were read so far, and adds BYTES to the bytes read; at most five times a
 * second. */
void progress_show(struct progress_line *p, uint64_t records, uint64_t bytes);
/* Removes the line; to be called before anything else is printed. */
void progress_clear(struct progress_line *p);

#endif
