/* parallel_read.h - opens documents, and reads their blocks into the queue.  */
#ifndef PAPERCONV_HOST_PIPELINE_PARALLEL_READ_H
#define PAPERCONV_HOST_PIPELINE_PARALLEL_READ_H

#include "pipeline/parallel_state.h"

/* Reads a block of the current document, or of the next one.  */
void parallel_read_on(struct parallel *t);
/* Ends reading W, the current document.  */
void parallel_end_reading(struct parallel *t, struct queued_document *w);

#endif
