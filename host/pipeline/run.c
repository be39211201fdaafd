/* run.c - opens the documents and chooses how they are converted. */
#include "pipeline/run.h"

#include "pipeline/parallel.h"
#include "pipeline/serial.h"

void pipeline_run(struct pipeline *p)
{
    const struct conversion *c = p->conversion;
    struct document_settings settings = { c->inputs, c->members, c->encoding, p->written,
                                          c->limits };
    struct documents *documents = documents_open(&settings, p->prescan, p->spool);

    if (c->shard.count != 0)
        documents_choose(documents, &c->shard);
    if (p->parts != NULL)
        documents_merge(documents, p->parts);
    p->filters.stop = c->on_error == ON_ERROR_STOP;
    if (p->jobs > 1)
        parallel_run(p, documents);
    else
        serial_run(p, documents);
    if (p->abandoned)
        return; /* a thread still uses the documents */
    p->writer->documents_seen = documents_count(documents);
    documents_close(documents);
}
