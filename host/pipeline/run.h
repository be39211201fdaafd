/* run.h - runs the pipeline, in one thread or in several.  */
#ifndef PAPERCONV_HOST_PIPELINE_RUN_H
#define PAPERCONV_HOST_PIPELINE_RUN_H

#include "pipeline/pipeline.h"

/* Converts every document, then what the filters hold back.  */
void pipeline_run(struct pipeline *p);

#endif
