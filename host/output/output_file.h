/* output_file.h - writes standard output, or a file that appears as a whole or not at all. */
#ifndef PAPERCONV_HOST_OUTPUT_OUTPUT_FILE_H
#define PAPERCONV_HOST_OUTPUT_OUTPUT_FILE_H

#include "base/problem.h"

#include "paperconv/text.h"

#include <jansson.h>
#include <sys/uio.h>

struct output_file {
    int fd;
    pc_text buffer;
    struct iovec *parts;           /* the first is for the buffer, then come the parts added */
    size_t part_count, part_bytes; /* of the parts added */
    char *target;    /* the file to replace, links followed; NULL: the output is written directly */
    char *temporary; /* a file beside the target, until output_file_commit() */
    const char *name; /* for messages */
    bool exists;      /* the target, when it was opened */
    uint64_t written; /* bytes */
    bool closed;      /* the reader of standard output closed it */
    struct problem problem;
};

/* Opens the file PATH, or standard output when PATH is NULL.  False with o->problem set. */
bool output_file_open(struct output_file *o, const char *path);
/* Writes BYTES, or puts them into the buffer.  After the first failure nothing is written. */
void output_file_write(struct output_file *o, pc_str bytes);
/* Writes VALUE as JSON in one line, without a newline, and frees it. */
void output_file_json(struct output_file *o, json_t *value);
/* Adds BYTES as a part; they must not change before output_file_send(). */
void output_file_add(struct output_file *o, pc_str bytes);
/* Sends the parts: many bytes are written from where they are, few are copied to the buffer. */
void output_file_send(struct output_file *o);
/* Writes the buffer. */
void output_file_flush(struct output_file *o);
/* Counts what somebody else has written to the temporary file. */
void output_file_measure(struct output_file *o);
/* Writes everything to the disk, but does not replace the target.  False with o->problem set. */
bool output_file_prepare(struct output_file *o);
/* True when a file that is not empty would be replaced. */
bool output_file_replaces(const struct output_file *o);
/* Prepares, and replaces the target.  False with o->problem set. */
bool output_file_commit(struct output_file *o);
/* Leaves the target as it was; with KEEP what was written becomes the file TARGET.partial, or
 * o->problem says why not. */
void output_file_abandon(struct output_file *o, bool keep);

#endif
