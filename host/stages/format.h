/* format.h - the stage that has the output write the records of a batch.  */
#ifndef PAPERCONV_HOST_STAGES_FORMAT_H
#define PAPERCONV_HOST_STAGES_FORMAT_H

#include "api/instance.h"
#include "base/limits.h"
#include "records/batch.h"

/* Fills b->output with the filtered records, and the output's text between two of them.
 * b->output.ended says that no further record may follow.  A record whose output exceeds
 * LIMITS is rejected.  STOP: end at the first record that is rejected.  */
void format_batch(struct instance *output, struct batch *b, const struct limits *limits, bool stop);
/* Calls CALLBACK, header() or footer(), called NAME; what it writes goes to PUT(CONTEXT, ...).
 * False: it failed.  */
bool format_frame(struct instance *output, int (*callback)(void *, pc_sink *), const char *name,
                  struct diagnostics *diagnostics, void (*put)(void *, pc_str), void *context);

/* Functions of the host table.  */
void sink_write(pc_sink *sink, pc_str bytes);
bool sink_output_file(const pc_sink *sink, struct pc_output_paths *file);
pc_str sink_run(const pc_sink *handle);

#endif
