/* threads.h - the pipeline with more than one job: stages in threads of their own, bounded
 * queues between them.
 *
 *   reader -> parsers (one document each) -> gate, in order -> formatters -> writer
 *
 * The reader is one thread, and there are as many parsers as jobs.  The caller's thread is
 * gate and writer; when it would have to wait for a document that is there (struct lineup)
 * or a batch to be formatted (struct formatters), and nobody works on it, it does so itself:
 * waking another thread costs as much as a small document.  A document under way (struct
 * work) has a queue of blocks between the reader and its parser and a queue of batches
 * between the parser and the gate.  The gate takes documents in order and the parsers start
 * them in order, so the one that the gate waits for always has a parser. */
#ifndef PAPERCONV_HOST_THREADS_H
#define PAPERCONV_HOST_THREADS_H

#include "documents.h"
#include "pipeline.h"

void threads_run(struct pipeline *p, struct documents *documents);

#endif
