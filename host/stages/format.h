/* format.h - the stage that has the output write the records of a batch.  */
#ifndef PAPERCONV_HOST_STAGES_FORMAT_H
#define PAPERCONV_HOST_STAGES_FORMAT_H

#include "api/instance.h"
#include "records/batch.h"

/* Fills b->output with the filtered records, and the output's text between two of them.
 * b->output.ended says that no further record may follow.  STOP: end at the first record that is
 * rejected.  */
void format_batch(struct instance *output, struct batch *b, bool stop);
/* Adds to OUT what CALLBACK writes, header() or footer(), called NAME; false: it failed.  */
bool format_frame(struct instance *output, int (*callback)(void *, pc_sink *), const char *name,
                  struct diagnostics *diagnostics, pc_text *out);

/* A function of the host table.  */
void sink_write(pc_sink *sink, pc_str bytes);

#endif
