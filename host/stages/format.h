/* format.h - the stage that has the output write the records of a batch. */
#ifndef PAPERCONV_HOST_STAGES_FORMAT_H
#define PAPERCONV_HOST_STAGES_FORMAT_H

#include "api/instance.h"
#include "records/batch.h"

/* Fills b->out from b->ready, with the output's text between two records, but
 * not before the first, or sets b->ended.  STOP: end at the first record that is
 * rejected. */
void format_batch(struct instance *output, struct batch *b, bool stop);
/* What header() or footer(), named by CALLBACK, writes; false: it failed. */
bool format_frame(struct instance *output, int (*callback)(void *, pc_sink *), const char *name,
                  struct diagnostics *diagnostics, pc_text *out);

/* The table's function. */
void sink_write(pc_sink *sink, pc_str bytes);

#endif
