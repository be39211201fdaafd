/* parallel.h - the pipeline with more than one job.  There are as many workers as jobs; each does
 * whatever task comes next, unless it is short and another worker is about to do it.
 *
 *   read a block | parse up to a batch | filter | format a batch | write
 *
 * One worker at a time reads, one filters and one writes, all in order; each document is parsed by
 * one worker at a time; batches are formatted side by side.  Tasks near the output come first, so
 * that a worker filters, formats and writes what it has parsed while that is still in its
 * processor's cache; only a few blocks are read ahead.  The queues are bounded: documents, the
 * blocks and batches of each, and batches behind the filters.
 *
 * A worker that must wait inside a callback, for a block or for room, does tasks after parsing
 * meanwhile.  No worker can wait for ever: all blocks of a document are read before those of the
 * next one, and only the filters make others wait.  */
#ifndef PAPERCONV_HOST_PIPELINE_PARALLEL_H
#define PAPERCONV_HOST_PIPELINE_PARALLEL_H

#include "documents/documents.h"
#include "pipeline/pipeline.h"

void parallel_run(struct pipeline *p, struct documents *documents);

#endif
