/* work.h - a document on its way through the threads. */
#ifndef PAPERCONV_HOST_WORK_H
#define PAPERCONV_HOST_WORK_H

#include "batch.h"
#include "queue.h"

struct work {
    struct supply supply;   /* first: what its parser reads, from BLOCKS */
    atomic_uint references; /* the reader, a parser, the gate */
    struct origin *origin;
    size_t input; /* position of its plugin among the inputs */
    bool whole;   /* its blocks were all there when it was put into the lineup */
    bool parsed;  /* or being parsed; of the lineup */
    struct queue blocks, batches;
    struct problem end; /* why BLOCKS end, under its mutex */
};

/* With two references: the reader's and the gate's. */
struct work *work_new(struct origin *origin, size_t input);
struct work *work_keep(struct work *w);
void work_drop(struct work *w);
/* There are no more blocks; WHY, if that is a problem. */
void work_end(struct work *w, const struct problem *why);

#endif
