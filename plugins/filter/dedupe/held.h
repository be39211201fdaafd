/* held.h - records that wait for the end of the run, in clusters: as bytes, in memory and beyond 16 MiB
 * in a file.  Clusters are joined by union-find; the first record stands for its cluster.
 *
 * 24 bytes for each record, besides its bytes. */
#ifndef PAPERCONV_DEDUPE_HELD_H
#define PAPERCONV_DEDUPE_HELD_H

#include "paperconv/text.h"

struct held_record {
    uint64_t end;    /* of its bytes, which begin where those of the record before end */
    uint32_t parent; /* an earlier record of its cluster; itself for the first one */
    uint32_t next;   /* of its cluster, after held_link(); 0 for the last one */
    uint32_t marks;  /* of the first one: bits for the caller */
};

struct held {     /* all-zero but for FD, which the caller sets */
    int fd;       /* an empty file */
    pc_text tail; /* what stands behind the file's end */
    pc_text read; /* the record that was read from the file */
    uint64_t file_size;
    struct held_record *records;
    uint32_t count;
    size_t room;
};

/* Adds a record as a cluster of its own.  False when the file cannot be written, or for more than
 * 4,294,967,295 records: errno says why. */
bool held_add(struct held *h, pc_str bytes, uint32_t marks);
/* The first record of the cluster of record I, from 0. */
uint32_t held_first(struct held *h, uint32_t i);
/* Joins the clusters of two records, and their marks. */
void held_join(struct held *h, uint32_t a, uint32_t b);
/* Sets the members NEXT, in the order in which records were added. */
void held_link(struct held *h);
/* The bytes of record I, until the next call; absent when the file cannot be read: errno says why. */
pc_str held_read(struct held *h, uint32_t i);
void held_free(struct held *h);

#endif
