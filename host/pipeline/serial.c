/* serial.c - with one job every stage calls the next. */
#include "pipeline/serial.h"

#include "pipeline/parallel.h"
#include "records/origin.h"
#include "stages/detect.h"
#include "stages/format.h"
#include "stages/parse.h"
#include "streams/block_reader.h"

/* The way of a batch from the gate to the writer. */
static bool deliver_to_writer(void *context, struct batch *b)
{
    struct pipeline *p = context;
    bool stop = p->conversion->on_error == ON_ERROR_STOP;

    format_batch(p->output, b, stop);
    p->wish = writer_put(p->writer, b);
    batch_free(b);
    return p->wish == WRITER_MORE;
}

/* And from the parser. */
static bool deliver(void *context, struct batch *b)
{
    struct pipeline *p = context;

    filter_stage_batch(&p->gate, b);
    return deliver_to_writer(p, b);
}

static void flush(void *context)
{
    struct pipeline *p = context;

    writer_flush(p->writer);
}

static bool convert(struct pipeline *p, struct document *d)
{
    struct parser_settings settings = parser_settings(p->conversion);
    struct origin *origin;
    struct block_reader reader;
    struct batch *told;
    size_t input;
    bool more;

    if (!detect_input(p->choice, d, &input, &told))
        return deliver(p, told);
    settings.deliver = deliver;
    settings.flush = flush;
    settings.context = p;
    origin = origin_new(d->name, d->member, p->choice->inputs[input]->name);
    block_reader_open(&reader, d->stream, &p->conversion->limits);
    more = parse_document(origin, &reader.supply, p->choice->inputs[input],
                          &p->choice->input_options[input], &settings);
    block_reader_close(&reader);
    origin_drop(origin);
    return more;
}

static void convert_all(struct pipeline *p, struct documents *documents)
{
    struct document d;
    bool more = true;

    p->gate.deliver = deliver_to_writer;
    p->gate.context = p;
    while (more) {
        if (!documents_flow(documents))
            flush(p);
        more = documents_next(documents, &d) && convert(p, &d);
    }
    if (p->wish != WRITER_NOTHING)
        filter_stage_flush(&p->gate);
}

void pipeline_run(struct pipeline *p)
{
    const struct conversion *c = p->conversion;
    struct document_settings settings = { c->inputs, c->members, c->encoding, c->limits };
    struct documents *documents = documents_open(&settings);

    p->gate.stop = c->on_error == ON_ERROR_STOP;
    if (p->jobs > 1)
        parallel_run(p, documents);
    else
        convert_all(p, documents);
    if (!p->abandoned)
        documents_close(documents);
}
