/* detect.h - finds the input plugin of a document.  */
#ifndef PAPERCONV_HOST_STAGES_DETECT_H
#define PAPERCONV_HOST_STAGES_DETECT_H

#include "documents/documents.h"
#include "records/batch.h"
#include "stages/choose_plugins.h"

/* True when a plugin reads D; *INPUT is then its position among the inputs of C.  Otherwise
 * *TOLD is a batch with the diagnostics about the document.  */
bool detect_input(const struct chosen_plugins *c, struct document *d, size_t *input,
                  struct batch **told);

/* The origin of the records that the input PLUGIN reads from D.  */
struct origin *origin_of_document(const struct document *d, const char *plugin);

#endif
