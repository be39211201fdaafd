/* jsonl - JSON Lines: one object per record, one record per line. */
#include "page_text.h"
#include "paperconv/json.h"
#include "schema.h"

struct jsonl {
    bool source;
};

static const pc_option options[] = {
    PC_OPT_TRUE(struct jsonl, source, "Write where each record was read"),
    PC_OPT_END,
};

static const char *const texts[] = { "schema", schema, "page", page_text, NULL };

/* What is known of the place of REC, as an object. */
static void put_source(pc_gather *out, const pc_record *rec)
{
    const struct pc_place place = pc_where(rec);

    pc_gather_puts(out, "\"source\":{\"document\":");
    pc_json_string(out, place.document);
    if (place.member.n != 0) {
        pc_gather_puts(out, ",\"member\":");
        pc_json_string(out, place.member);
    }
    pc_gather_puts(out, ",\"line\":");
    pc_gather_number(out, place.line);
    pc_gather_puts(out, ",\"plugin\":");
    pc_json_string(out, place.plugin);
    pc_gather_puts(out, "}");
}

static int write_record(void *state, pc_sink *sink, const pc_record *rec)
{
    const struct jsonl *jsonl = state;
    pc_gather out;
    bool begun;

    pc_gather_start(&out, sink);
    begun = pc_json_write_record(&out, rec);
    if (jsonl->source) {
        pc_gather_puts(&out, begun ? "," : "{");
        put_source(&out, rec);
        begun = true;
    }
    pc_gather_puts(&out, begun ? "}\n" : "{}\n");
    pc_gather_flush(&out);
    return PC_OK;
}

PC_OUTPUT(jsonl, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "JSON Lines: one object per record", .extensions = "jsonl ndjson",
          .texts = texts, .options = options, .state_size = sizeof(struct jsonl),
          .write = write_record);
PC_MODULE(&jsonl);
