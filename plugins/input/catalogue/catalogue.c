/* catalogue - reads a catalogue from front to end: its records, and what it says about itself. */
#define PC_NEEDS 1
#include "paperconv/catalogue.h"

#include "page_text.h"
#include "paperconv/json.h"

struct catalogue {
    pc_catalogue_stream *stream;
    pc_text decoded; /* strings of a record */
};

static const char *const texts[] = { "page", page_text, NULL };

static int open_catalogue(void *state, pc_stage *stage)
{
    (void)stage;
    ((struct catalogue *)state)->stream = pc_catalogue_stream_open();
    return PC_OK;
}

static void close_catalogue(void *state)
{
    struct catalogue *c = state;

    pc_catalogue_stream_close(c->stream);
    pc_text_free(&c->decoded);
}

static int recognise_catalogue(pc_str head, pc_str name, const char **why)
{
    (void)name;
    *why = "the first bytes are those of a catalogue";
    return pc_catalogue_recognise(head) ? 100 : 0;
}

/* ---- parts of the file ----------------------------------------------------------------- */

static void add_fact(pc_source *source, const char *key, pc_str value)
{
    if (value.n != 0)
        pc_fact(source, key, value);
}

static void state_facts(pc_source *source, const pc_catalogue_about *about)
{
    add_fact(source, "catalogue_source", about->source);
    add_fact(source, "catalogue_date", about->date);
    add_fact(source, "catalogue_abstracts", about->abstracts);
    add_fact(source, "catalogue_program", about->program);
}

static int reject_file(pc_source *source, const char *why)
{
    return pc_fatal(source, pc_none(), "bad-catalogue", "the file %s", why);
}

/* Reads the next part.  PC_OK, PC_END or PC_FATAL. */
static int next_part(struct catalogue *c, pc_source *source)
{
    const bool described = pc_catalogue_stream_describe(c->stream) != NULL;
    pc_str bytes = pc_none();
    size_t need;

    while ((need = pc_catalogue_stream_need(c->stream, bytes)) > bytes.n)
        if (!pc_ahead(source, need, &bytes) && bytes.n < need)
            return reject_file(source, "is cut off: the end of the catalogue is missing");
    if (need != 0) {
        pc_catalogue_stream_take(c->stream, pc_sub(bytes.p, need));
        pc_consume(source, need);
    }
    if (pc_catalogue_stream_error(c->stream) != NULL)
        return reject_file(source, pc_catalogue_stream_error(c->stream));
    if (need == 0 && pc_ahead(source, 1, &bytes))
        return reject_file(source, "is damaged: more bytes follow the end of the catalogue");
    if (!described && pc_catalogue_stream_describe(c->stream) != NULL)
        state_facts(source, pc_catalogue_stream_describe(c->stream));
    return need != 0 ? PC_OK : PC_END;
}

/* ---- records --------------------------------------------------------------------------- */

static int read_packed_record(struct catalogue *c, pc_source *source, pc_str line,
                              pc_record *record)
{
    const struct pc_place nothing = { sizeof nothing, pc_none(), pc_none(), pc_none(), 0 };
    pc_json_record read;
    pc_json json;

    pc_start(record, pc_none());
    pc_at(record, &nothing); /* a further value of a field keeps its key, as when it was written */
    pc_json_start(&json, line, &c->decoded);
    if (!pc_json_read_record(&json, record, &read))
        return pc_bad(source, pc_none(), "bad-json",
                      "a record of the catalogue is not a JSON object");
    if (read.left_out != 0)
        pc_warn(source, pc_none(), "value-left-out",
                "left out %zu value%s of a record, first in '%.*s' (%s)", read.left_out,
                read.left_out == 1 ? "" : "s", PC_FMT(read.member), read.reason);
    return PC_OK;
}

static int next_record(void *state, pc_source *source, pc_record *record)
{
    struct catalogue *c = state;
    pc_catalogue_record item;

    while (!pc_catalogue_stream_next(c->stream, &item)) {
        const int status = next_part(c, source);

        if (status != PC_OK)
            return status;
    }
    return read_packed_record(c, source, item.text, record);
}

PC_INPUT(catalogue, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "A catalogue, read back as records", .extensions = "cat", .texts = texts,
         .state_size = sizeof(struct catalogue), .open = open_catalogue, .close = close_catalogue,
         .sniff = recognise_catalogue, .next = next_record);
PC_MODULE(&catalogue);
