/* detect.h - from a document to the plugin that reads it, or to a batch that
 * says why there is none. */
#ifndef PAPERCONV_HOST_STAGES_DETECT_H
#define PAPERCONV_HOST_STAGES_DETECT_H

#include "documents/documents.h"
#include "records/batch.h"
#include "stages/choose_plugins.h"

/* True with the position, among the inputs of C, of the plugin that reads D in
 * *INPUT; else *TOLD is a batch with what is to be said about the document. */
bool detect_input(const struct chosen_plugins *c, struct document *d, size_t *input,
                  struct batch **told);

#endif
