/* filter.h - the stage that sees every record once and in order: it calls the filters, then the
 * output's prepare().  */
#ifndef PAPERCONV_HOST_STAGES_FILTER_H
#define PAPERCONV_HOST_STAGES_FILTER_H

#include "api/instance.h"
#include "records/batch.h"

struct filter {
    pc_pipe base; /* first: the handle that apply() and flush() get */
    struct callback *callback;
    struct instance instance;
    struct filter_stage *filters;
    struct kept_record *kept; /* created and not yet emitted or discarded */
    pc_text packed;           /* what pc_pack() returned last */
};

struct filter_stage {
    struct filter *filters;
    size_t count;
    struct instance *output;
    struct batch *batch; /* the batch that is being filtered */
    /* Takes a batch that filters emitted after the last document over; false: no
     * more is wanted.  */
    bool (*deliver)(void *context, struct batch *batch);
    void *context;
    bool stop;  /* at the first record or document that is rejected */
    bool ended; /* no further record passes: a filter has ended the run, or STOP has */
};

/* Opens the filters, which must stay where they are.  */
bool filter_stage_open(struct filter_stage *g, const struct plugin *const *plugins,
                       const struct compiled_options *options, size_t count,
                       struct diagnostics *diagnostics, struct problem *why);
void filter_stage_close(struct filter_stage *g);

/* Fills b->filtered; b->filtered.closed says that no further record passes.  */
void filter_stage_batch(struct filter_stage *g, struct batch *b);
/* After the last record: delivers what the filters still hold.  */
void filter_stage_flush(struct filter_stage *g);

/* Functions of the host table.  */
pc_record *pipe_create(pc_pipe *pipe, const pc_record *copy_of);
void pipe_emit(pc_pipe *pipe, pc_record *record);
void pipe_discard(pc_pipe *pipe, pc_record *record);
pc_str pipe_pack(pc_pipe *pipe, const pc_record *record);
pc_record *pipe_unpack(pc_pipe *pipe, pc_str bytes);

#endif
