/* run_digest.h - tells the runs apart whose shards are merged. */
#ifndef PAPERCONV_HOST_STAGES_RUN_DIGEST_H
#define PAPERCONV_HOST_STAGES_RUN_DIGEST_H

#include "base/digest.h"
#include "stages/conversion.h"

/* The digest of what the shards of a run have in common: the inputs by name, what reads them, the
 * filters, and the number of shards. */
void run_digest(const struct conversion *c, char text[DIGEST_SIZE]);

#endif
