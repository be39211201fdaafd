/* jsonl.c - an input of JSON Lines: those that paperconv writes, and any with one object a
 * record. */
#include "map.h"
#include "page_text.h"
#include "recognise.h"

#include "paperconv/lines.h"

struct jsonl {
    pc_str map;
    struct map rules;
    pc_text decoded; /* strings of a line */
    pc_json_places places;
};

/* What is read at the moment. */
struct line {
    struct jsonl *jsonl;
    pc_record *record;
    pc_json_record read;
};

static const pc_option options[] = {
    PC_OPT_STRING(struct jsonl, map, "", "Fields of foreign members: id=arxiv_id,tags[1:]=keyword"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

static void jsonl_close(void *state)
{
    struct jsonl *jsonl = state;

    map_close(&jsonl->rules);
    pc_text_free(&jsonl->decoded);
    pc_json_places_free(&jsonl->places);
}

static int jsonl_open(void *state, pc_stage *stage)
{
    struct jsonl *jsonl = state;
    const int status = map_open(&jsonl->rules, jsonl->map, stage);

    if (status != PC_OK)
        jsonl_close(jsonl); /* the host does not */
    return status;
}

/* ---- a line ---------------------------------------------------------------------------- */

static bool read_mapped(void *context, pc_str name, pc_str value)
{
    struct line *line = context;

    return map_read(&line->jsonl->rules, name, value, line->record, &line->read);
}

/* The member `source` of a line that paperconv wrote is the place of the record.  Any other
 * is a field like those that the table does not have. */
static void read_source(struct jsonl *jsonl, pc_source *source, pc_str value, pc_record *record)
{
    struct pc_place place = { sizeof place, pc_none(), pc_none(), pc_none(), 0 };
    pc_str text;
    pc_json json;

    if (value.n != 0 && !pc_json_read_place(value, &jsonl->places, &place)) {
        pc_json_start(&json, value, &jsonl->decoded);
        switch (pc_json_next(&json, &text)) {
        case PC_JSON_STRING:
        case PC_JSON_NUMBER:
            pc_add(record, "source", text);
            break;
        case PC_JSON_NULL:
            break;
        default:
            pc_warn(source, value, "value-left-out", "'source' is not the place of a record");
        }
        place = (struct pc_place){ sizeof place, pc_none(), pc_none(), pc_none(), 0 };
    }
    pc_at(record, &place);
}

static int read_line(struct jsonl *jsonl, pc_source *source, pc_str text, pc_record *record)
{
    struct line line = { .jsonl = jsonl, .record = record };
    pc_json json;

    pc_json_start(&json, text, &jsonl->decoded);
    if (!pc_json_read_members(&json, record, &line.read,
                              jsonl->rules.count != 0 ? read_mapped : NULL, &line, &jsonl->places))
        return pc_json_bad_line(source, text, &json);
    pc_json_warn_of_escapes(source, text, &json);
    if (line.read.left_out != 0)
        pc_warn(source, line.read.member, "value-left-out",
                "left out %zu value%s, first in '%.*s' (%s)", line.read.left_out,
                line.read.left_out == 1 ? "" : "s", PC_FMT(line.read.member), line.read.reason);
    read_source(jsonl, source, line.read.source, record);
    return PC_OK;
}

static int jsonl_next(void *state, pc_source *source, pc_record *record)
{
    pc_str line;

    while (pc_line(source, &line)) {
        if (pc_trim(line).n != 0)
            return read_line(state, source, line, record);
    }
    return pc_lines_end(source);
}

PC_INPUT(jsonl, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "JSON Lines: one object per record", .extensions = "jsonl ndjson",
         .texts = texts, .options = options, .state_size = sizeof(struct jsonl), .open = jsonl_open,
         .close = jsonl_close, .sniff = jsonl_recognise, .next = jsonl_next);
PC_MODULE(&jsonl);
