/* parallel.h - the pipeline with more than one job: as many workers as jobs, each of which takes
 * whatever comes next and can be done now, unless it is short and somebody else is about to.
 *
 *   read a block | parse up to a batch | gate | format a batch | write
 *
 * Reading, gating and writing are done by one worker at a time and in order, every document is
 * parsed by one at a time, and batches are formatted side by side.  What is nearest to the
 * output comes first, so that a worker takes what it has parsed through the gate, formats it
 * and writes it while it is still in the cache of its processor; only a little is read ahead
 * before that.  Documents under way (struct lineup), the blocks and batches of each (struct
 * work) and batches behind the gate (struct conveyor) are bounded.  A worker that waits inside
 * a callback, for a block or for room, meanwhile helps with the way from the gate on.  Since
 * the first document's blocks are all read before the next one's, and only the gate must be
 * waited for, there is always somebody who can go on. */
#ifndef PAPERCONV_HOST_PIPELINE_PARALLEL_H
#define PAPERCONV_HOST_PIPELINE_PARALLEL_H

#include "documents/documents.h"
#include "pipeline/pipeline.h"

void parallel_run(struct pipeline *p, struct documents *documents);

#endif
