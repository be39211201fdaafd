/* catalogue - one file in which the filter complete finds records. */
#define PC_NEEDS 1
#include "paperconv/catalogue.h"

#include "earlier.h"
#include "page_text.h"
#include "paperconv/dates.h"
#include "paperconv/json.h"
#include "sketches.h"

enum { ABSTRACT_SKETCH, ABSTRACT_TEXT, ABSTRACT_NONE };
#define ABSTRACTS "sketch|text|none"

struct catalogue {
    int64_t abstracts;
    pc_file previous;
    pc_str source, date;

    pc_catalogue_writer *writer;
    struct earlier earlier;
    uint32_t records;       /* written */
    pc_text line, sketches; /* of the record */
    pc_text document;       /* name of the first record's */
    bool others;            /* there are records of others */
    char newest[11];        /* date of a record; empty: none has a day */
};

static const pc_option options[] = {
    PC_OPT_CHOICE(struct catalogue, abstracts, ABSTRACTS, "sketch",
                  "What to keep of abstracts: enough to compare them, the text too, or nothing"),
    PC_OPT_FILE(
        struct catalogue, previous, "",
        "An older catalogue, whose titles and sketches also find the papers that were revised"),
    PC_OPT_STRING(struct catalogue, source, "",
                  "Where the records come from; else the name of the document"),
    PC_OPT_STRING(struct catalogue, date, "",
                  "Date of that source; else the last day that a record names"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

/* ---- opening and closing --------------------------------------------------------------- */

static void close_catalogue(void *state)
{
    struct catalogue *c = state;

    pc_catalogue_writer_close(c->writer);
    earlier_close(&c->earlier);
    pc_text_free(&c->line);
    pc_text_free(&c->sketches);
    pc_text_free(&c->document);
}

static int open_catalogue(void *state, pc_stage *stage)
{
    struct catalogue *c = state;
    const int scratch = pc_scratch_file(stage);

    if (c->date.n != 0 && !pc_edtf_valid(c->date))
        return pc_fatal(stage, pc_none(), "bad-date",
                        "'%.*s' is no date: 2024, 2024-05, 2024-05-31", PC_FMT(c->date));
    if (!earlier_open(&c->earlier, &c->previous)) {
        pc_fatal(stage, pc_none(), "bad-catalogue", "the catalogue '%.*s' %s",
                 PC_FMT(c->previous.path), c->earlier.why);
        earlier_close(&c->earlier);
        return PC_FATAL;
    }
    c->writer = pc_catalogue_writer_open(scratch);
    return PC_OK;
}

/* ---- records --------------------------------------------------------------------------- */

static int previous_fails(const struct catalogue *c, const pc_record *record)
{
    return pc_fatal(record, pc_none(), "bad-catalogue", "the catalogue '%.*s' %s",
                    PC_FMT(c->previous.path), c->earlier.why);
}

static int writer_fails(const struct catalogue *c, const pc_sink *sink)
{
    return pc_fatal(sink, pc_none(), "catalogue", "the catalogue cannot be written: %s",
                    pc_catalogue_writer_error(c->writer));
}

/* Earlier titles become fields, so that they are written like any other. */
static int add_earlier_titles(void *state, pc_record *record)
{
    struct catalogue *c = state;
    pc_work work;

    if (c->earlier.catalogue == NULL)
        return PC_OK;
    pc_match_read(&work, record);
    if (!earlier_find(&c->earlier, record, &work))
        return previous_fails(c, record);
    earlier_add_titles(&c->earlier, record);
    return PC_OK;
}

static void note_source(struct catalogue *c, const pc_record *record)
{
    const struct pc_place place = pc_where(record);
    pc_str name = place.document;

    for (pc_str rest = name; rest.n != 0; rest = pc_drop(rest, 1))
        if (*rest.p == '/' && rest.n > 1)
            name = pc_drop(rest, 1);
    if (c->document.n == 0)
        pc_text_add(&c->document, name);
    else if (!pc_same(pc_text_str(&c->document), name))
        c->others = true;
}

static bool is_day(pc_str text, pc_edtf *date)
{
    return text.n == sizeof "2024-05-31" - 1 && pc_edtf_parse(text, date) && !date->interval &&
           date->start.day != 0 && date->start.unspecified == 0;
}

/* Days only: as texts they are in the order of time. */
static void note_date(struct catalogue *c, const pc_record *record)
{
    const pc_str updated = pc_get(record, PC_UPDATED, 0);
    const pc_str text = updated.n != 0 ? updated : pc_get(record, PC_DATE, 0);
    pc_edtf date;

    if (is_day(text, &date) && memcmp(text.p, c->newest, text.n) > 0)
        memcpy(c->newest, text.p, text.n);
}

static void append_to_line(void *line, pc_str bytes)
{
    pc_text_add(line, bytes);
}

static void make_line(struct catalogue *c, const pc_record *record)
{
    pc_fields fields;
    pc_gather out;

    pc_fields_read(&fields, record);
    if (c->abstracts != ABSTRACT_TEXT) {
        pc_fields_remove(&fields, PC_LIST_ABSTRACT);
        pc_fields_remove(&fields, PC_LIST_ABSTRACT_TRUNCATED);
    }
    c->line.n = 0;
    pc_gather_start_for(&out, append_to_line, &c->line);
    pc_gather_puts(&out, pc_json_write_fields(&out, record, &fields) ? "}\n" : "{}\n");
    pc_gather_flush(&out);
}

static void make_sketches(struct catalogue *c, const pc_work *work)
{
    uint32_t sketch[PC_MATCH_SKETCH];

    c->sketches.n = 0;
    sketch_add(&c->sketches, sketch, pc_match_sketch(work, sketch));
    if (c->abstracts != ABSTRACT_NONE)
        earlier_add_sketches(&c->earlier, &c->sketches);
}

static void add_keys(struct catalogue *c, const pc_work *work)
{
    uint64_t keys[PC_MATCH_KEYS];
    const size_t count = pc_match_keys(work, keys);

    for (size_t i = 0; i < count; i++)
        pc_catalogue_add_key(c->writer, keys[i], c->records);
}

/* The keys of the record, and those that it would have with earlier titles. */
static void add_all_keys(struct catalogue *c, const pc_record *record, pc_work *work)
{
    pc_str title;

    add_keys(c, work);
    for (size_t i = 0; (title = pc_get(record, PREVIOUS_TITLE, i)).n != 0; i++) {
        pc_match_set_title(work, title, pc_get(record, PC_MARKUP, 0));
        add_keys(c, work);
    }
}

static int write_record(void *state, pc_sink *sink, const pc_record *record)
{
    struct catalogue *c = state;
    pc_catalogue_record item;
    pc_work work;

    pc_match_read(&work, record);
    if (c->abstracts == ABSTRACT_NONE)
        pc_match_drop_abstract(&work);
    if (!earlier_find(&c->earlier, record, &work))
        return previous_fails(c, record);
    make_line(c, record);
    make_sketches(c, &work);
    if (c->line.n + c->sketches.n > PC_CATALOGUE_LONGEST)
        return pc_bad(record, pc_none(), "output-too-long",
                      "the record is longer than %d bytes, too long for a catalogue",
                      PC_CATALOGUE_LONGEST);
    item = (pc_catalogue_record){ pc_text_str(&c->line), pc_text_str(&c->sketches) };
    if (!pc_catalogue_add(c->writer, &item, NULL, 0))
        return writer_fails(c, sink);
    add_all_keys(c, record, &work);
    earlier_note_number(&c->earlier, c->records);
    c->records++;
    note_source(c, record);
    note_date(c, record);
    return PC_OK;
}

/* ---- the end --------------------------------------------------------------------------- */

static void write_bytes(void *sink, pc_str bytes)
{
    pc_write(sink, bytes);
}

static int finish_catalogue(void *state, pc_sink *sink)
{
    static const char *const abstracts[] = { "sketch", "text", "none" };
    struct catalogue *c = state;
    pc_text program = { NULL, 0, 0 };
    pc_catalogue_about about;
    bool done;

    if (c->abstracts != ABSTRACT_NONE && !earlier_add_keys(&c->earlier, c->writer))
        return pc_fatal(sink, pc_none(), "bad-catalogue", "the catalogue '%.*s' %s",
                        PC_FMT(c->previous.path), c->earlier.why);
    pc_text_puts(&program, "paperconv ");
    pc_text_puts(&program, sink->h.host->version);
    if (c->others)
        pc_text_puts(&c->document, " and others");
    about = (pc_catalogue_about){
        .source = c->source.n != 0 ? c->source : pc_text_str(&c->document),
        .date = c->date.n != 0 ? c->date : pc_s(c->newest),
        .abstracts = pc_s(abstracts[c->abstracts]),
        .program = pc_text_str(&program),
        .rules = PC_MATCH_VERSION,
    };
    done = pc_catalogue_finish(c->writer, &about, write_bytes, sink);
    pc_text_free(&program);
    return done ? PC_OK : writer_fails(c, sink);
}

PC_OUTPUT(catalogue, .uses = PC_USES_SCRATCH, .version = "1.0.0",
          .summary = "A catalogue, in which the filter complete finds papers", .extensions = "cat",
          .texts = texts, .options = options, .state_size = sizeof(struct catalogue),
          .open = open_catalogue, .close = close_catalogue, .prepare = add_earlier_titles,
          .write = write_record, .footer = finish_catalogue);
PC_MODULE(&catalogue);
