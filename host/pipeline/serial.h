/* serial.h - the pipeline with one job: every stage calls the next. */
#ifndef PAPERCONV_HOST_PIPELINE_SERIAL_H
#define PAPERCONV_HOST_PIPELINE_SERIAL_H

#include "documents/documents.h"
#include "pipeline/pipeline.h"

void serial_run(struct pipeline *p, struct documents *documents);

#endif
