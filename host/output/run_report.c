/* run_report.c - writes the report document by document, so that it takes no memory. */
#include "output/run_report.h"

#include <stdlib.h>

static void put(struct run_report *r, pc_str text)
{
    if (r->enabled)
        output_file_write(&r->file, text);
    if (r->keeps)
        pc_text_add(&r->kept, text);
}

/* Frees VALUE. */
static void put_value(struct run_report *r, json_t *value)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY);

    if (text == NULL)
        memory_exhausted();
    put(r, pc_s(text));
    free(text);
    json_decref(value);
}

bool run_report_open(struct run_report *r, const char *path, bool keeps, struct problem *why)
{
    *r = (struct run_report){ .enabled = path != NULL, .keeps = keeps };
    if (r->enabled && !output_file_open(&r->file, path)) {
        *why = r->file.problem;
        output_file_abandon(&r->file, false);
        r->enabled = false;
        return false;
    }
    put(r, pc_s("{\"paperconv\": \"" PAPERCONV_VERSION "\",\n\"documents\": ["));
    return true;
}

static void write_member(struct run_report *r, const char *key, json_t *value)
{
    put(r, pc_s(",\n\""));
    put(r, pc_s(key));
    put(r, pc_s("\": "));
    put_value(r, value);
}

static json_t *facts_object(const struct facts *f)
{
    json_t *object = json_object();

    for (size_t i = 0; f != NULL && i < f->count; i++) {
        const struct fact *fact = &f->items[i];
        char *key = memory_alloc(fact->key.n + 1);

        memcpy(key, fact->key.p, fact->key.n);
        key[fact->key.n] = '\0';
        json_object_set_new(object, key, json_stringn(fact->value.p, fact->value.n));
        free(key);
    }
    return object;
}

static json_t *tallies_object(const struct tallies *t)
{
    json_t *object = json_object();

    for (size_t i = 0; i < t->count; i++)
        json_object_set_new(object, t->items[i].name, json_integer((json_int_t)t->items[i].count));
    return object;
}

/* The metadata of the document, up to the end of B. */
static const struct facts *facts_at_end(const struct batch *b)
{
    if (b->input.last || b->facts_count == 0)
        return b->input.facts;
    return b->facts[b->facts_count - 1];
}

void run_report_document(struct run_report *r, const struct batch *last, struct totals document)
{
    const struct origin *origin = last->origin;
    json_t *object;

    if ((!r->enabled && !r->keeps) || origin == NULL)
        return;
    object = json_pack("{s:s, s:s*, s:s?, s:I, s:I, s:o}", "document", origin->document, "member",
                       origin->member, "plugin", *origin->plugin ? origin->plugin : NULL, "records",
                       (json_int_t)document.read, "rejected", (json_int_t)document.rejected,
                       "facts", facts_object(facts_at_end(last))); /* s*: left out when NULL */
    put(r, pc_s(r->begun ? ",\n  " : "\n  "));
    r->begun = true;
    put_value(r, object);
}

static void write_totals(struct run_report *r, struct totals run, const struct tallies *codes,
                         const struct tallies *lost)
{
    put(r, pc_s("]"));
    write_member(r, "records", json_integer((json_int_t)run.read));
    write_member(r, "written", json_integer((json_int_t)run.written));
    write_member(r, "rejected", json_integer((json_int_t)run.rejected));
    write_member(r, "filtered", json_integer(run.filtered > 0 ? (json_int_t)run.filtered : 0));
    write_member(r, "added", json_integer(run.filtered < 0 ? (json_int_t)-run.filtered : 0));
    write_member(r, "diagnostics", tallies_object(codes));
    write_member(r, "lost", tallies_object(lost));
}

pc_str run_report_so_far(struct run_report *r, struct totals run, const struct tallies *codes,
                         const struct tallies *lost, pc_str problems)
{
    const bool enabled = r->enabled;

    r->enabled = false; /* only what is kept */
    write_totals(r, run, codes, lost);
    put(r, pc_s(",\n\"problems\": ["));
    put(r, problems);
    put(r, pc_s("]}"));
    r->enabled = enabled;
    r->keeps = false;
    return pc_text_str(&r->kept);
}

bool run_report_close(struct run_report *r, struct totals run, const struct tallies *codes,
                      const struct tallies *lost, const char *plugin, uint64_t bytes, int status,
                      struct problem *why)
{
    pc_text_free(&r->kept);
    r->keeps = false;
    if (!r->enabled)
        return true;
    write_totals(r, run, codes, lost);
    write_member(r, "output",
                 json_pack("{s:s, s:I}", "plugin", plugin, "bytes", (json_int_t)bytes));
    write_member(r, "status", json_integer(status));
    put(r, pc_s("}\n"));
    if (output_file_commit(&r->file))
        return true;
    *why = r->file.problem;
    return false;
}
