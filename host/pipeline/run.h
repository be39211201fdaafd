/* run.h - has the pipeline do its work, with as many threads as there are jobs. */
#ifndef PAPERCONV_HOST_PIPELINE_RUN_H
#define PAPERCONV_HOST_PIPELINE_RUN_H

#include "pipeline/pipeline.h"

/* Converts every document, and what the filters hold back. */
void pipeline_run(struct pipeline *p);

#endif
