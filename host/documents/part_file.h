/* part_file.h - one part that a shard wrote, and the file beside it that describes it. */
#ifndef PAPERCONV_HOST_DOCUMENTS_PART_FILE_H
#define PAPERCONV_HOST_DOCUMENTS_PART_FILE_H

#include "base/digest.h"
#include "base/problem.h"
#include "records/origin.h"

#include <jansson.h>
#include <sys/types.h>

struct part_file {
    const char *path;
    int fd; /* of the part */
    FILE *side;
    uint64_t index, of; /* shard INDEX of OF */
    json_t *head;
    const char *run; /* of the head */

    json_t *line; /* of the current document, valid; NULL after the last one */
    uint64_t ordinal;
    uint64_t left; /* bytes of the part that belong to it and were not read yet */
    struct digest *read;

    json_t *end, *codes; /* the last line, and its diagnostics */
    uint64_t documents, bytes, warnings, errors;

    struct quarantined_before
        quarantine; /* OFFSET is behind what documents before have put there */
};

/* Opens the part PATH, which must live as long, checks that it is whole as far as its size tells, and
 * goes to the first document.  False with *WHY; part_file_close() is needed in any case. */
bool part_file_open(struct part_file *f, const char *path, struct problem *why);
/* Reads on in the records of the current document; 0 at their end, -1 with *WHY. */
ssize_t part_file_read(struct part_file *f, void *buffer, size_t size, struct problem *why);
/* Passes over what was not read, and goes to the next document.  False with *WHY when the part is
 * damaged; after the last document its digest tells. */
bool part_file_next(struct part_file *f, struct problem *why);
/* What the current document has put into the quarantine. */
struct quarantined_before part_file_quarantined(struct part_file *f, uint64_t records,
                                                uint64_t bytes);
void part_file_close(struct part_file *f);
int part_file_order(const void *a, const void *b);

#endif
