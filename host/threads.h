/* threads.h - the pipeline with more than one job: each stage in threads of its own,
 * bounded queues between them.
 *
 *   reader -> parsers (one document each) -> gate, in order -> formatters -> writer
 *
 * The reader and the gate are one thread each, the writer is the caller's; there are
 * as many parsers and formatters as jobs.  A document under way (struct work) has a
 * queue of blocks between the reader and its parser and a queue of batches between
 * the parser and the gate.  The gate takes documents in order and the parsers start
 * them in order, so the one that the gate waits for always has a parser. */
#ifndef PAPERCONV_HOST_THREADS_H
#define PAPERCONV_HOST_THREADS_H

#include "documents.h"
#include "pipeline.h"

void threads_run(struct pipeline *p, struct documents *documents);

#endif
