/* progress.h - a line on standard error that says how far the run has come. */
#ifndef PAPERCONV_HOST_DIAGNOSTICS_PROGRESS_H
#define PAPERCONV_HOST_DIAGNOSTICS_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

enum progress { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };

struct progress_line {
    bool wanted, shown;
    uint64_t bytes;
    int64_t next; /* milliseconds of the monotonic clock */
};

void progress_open(struct progress_line *p, enum progress wanted);
/* At most five times a second; RECORDS in all, BYTES more. */
void progress_show(struct progress_line *p, uint64_t records, uint64_t bytes);
/* Before anything else is printed. */
void progress_clear(struct progress_line *p);

#endif
