/* pipeline.h - the stages and how batches go from one to the next: by plain calls
 * with one job, through queues between threads with more. */
#ifndef PAPERCONV_HOST_PIPELINE_PIPELINE_H
#define PAPERCONV_HOST_PIPELINE_PIPELINE_H

#include "stages/choose_plugins.h"
#include "stages/filter.h"
#include "stages/write.h"

struct pipeline { /* everything in it stays the caller's */
    const struct conversion *conversion;
    unsigned jobs; /* 1 or more */
    const struct chosen_plugins *chosen;
    struct instance *output;
    struct filter_stage filters; /* open */
    struct writer *writer;       /* open */
    enum writer_demand demand;   /* with one job: what the writer said last */
    bool abandoned;              /* threads may still wait for input that nobody wants */
};

#endif
