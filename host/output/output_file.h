/* output_file.h - the bytes that leave the program: buffered, and for -w all or
 * nothing. */
#ifndef PAPERCONV_HOST_OUTPUT_OUTPUT_FILE_H
#define PAPERCONV_HOST_OUTPUT_OUTPUT_FILE_H

#include "base/problem.h"

#include "paperconv/text.h"

#include <sys/uio.h>

struct output_file {
    int fd;
    pc_text buffer;
    struct iovec *parts;           /* room for the buffer, then what was added, where it is */
    size_t part_count, part_bytes; /* of what was added */
    char *target;     /* the file that -w names, links followed; NULL: written directly */
    char *temporary;  /* beside it, until output_file_commit() */
    const char *name; /* for messages */
    uint64_t written;
    bool closed; /* the reader of standard output went away */
    struct problem problem;
};

/* PATH NULL: standard output.  False with o->problem set. */
bool output_file_open(struct output_file *o, const char *path);
/* After the first failure nothing is written any more. */
void output_file_write(struct output_file *o, pc_str bytes);
/* Adds BYTES, which stay as they are until output_file_send(). */
void output_file_add(struct output_file *o, pc_str bytes);
/* Sends what was added on its way: many bytes are written from where they are, few wait in the
 * buffer for more. */
void output_file_send(struct output_file *o);
/* Sends what waits in the buffer too. */
void output_file_flush(struct output_file *o);
/* Everything is on the disk, but not yet under its name.  False with o->problem set. */
bool output_file_prepare(struct output_file *o);
/* The file appears under its name.  False with o->problem set. */
bool output_file_commit(struct output_file *o);
/* The old file stays as it is; with KEEP what was written goes to FILE.partial. */
void output_file_abandon(struct output_file *o, bool keep);

#endif
