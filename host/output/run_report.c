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

/* Appends VALUE to OUT, and frees it. */
static void add_value(pc_text *out, json_t *value)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY);

    if (text == NULL)
        memory_exhausted();
    pc_text_puts(out, text);
    free(text);
    json_decref(value);
}

static void put_head(struct run_report *r, const struct shard *s, const char *run)
{
    pc_text text = { NULL, 0, 0 };

    pc_text_puts(&text, "{\"paperconv\": \"" PAPERCONV_VERSION "\",\n");
    r->ordinals = s->count != 0;
    if (r->ordinals) {
        pc_text_puts(&text, "\"shard\": ");
        add_value(&text, json_pack("{s:I, s:I, s:s, s:s}", "shard", (json_int_t)s->index, "of",
                                   (json_int_t)s->count, "by", shard_unit(s), "run", run));
        pc_text_puts(&text, ",\n");
    }
    pc_text_puts(&text, "\"documents\": [");
    put(r, pc_text_str(&text));
    pc_text_free(&text);
}

bool run_report_open(struct run_report *r, const char *path, bool keeps, const struct shard *s,
                     const char *run, struct problem *why)
{
    *r = (struct run_report){ .enabled = path != NULL, .keeps = keeps };
    if (r->enabled && !output_file_open(&r->file, strcmp(path, "-") == 0 ? NULL : path)) {
        *why = r->file.problem;
        output_file_abandon(&r->file, false);
        r->enabled = false;
        return false;
    }
    put_head(r, s, run);
    return true;
}

static void add_member(pc_text *out, const char *key, json_t *value)
{
    pc_text_puts(out, ",\n\"");
    pc_text_puts(out, key);
    pc_text_puts(out, "\": ");
    add_value(out, value);
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

json_t *run_report_tallies(const struct tallies *t)
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

json_t *run_report_facts(const struct batch *last)
{
    return facts_object(facts_at_end(last));
}

void run_report_entry(struct run_report *r, json_t *entry)
{
    pc_text text = { NULL, 0, 0 };

    pc_text_puts(&text, r->begun ? ",\n  " : "\n  ");
    r->begun = true;
    add_value(&text, entry);
    put(r, pc_text_str(&text));
    pc_text_free(&text);
}

void run_report_document(struct run_report *r, const struct batch *last, struct totals document)
{
    const struct origin *origin = last->origin;
    json_t *entry;

    if ((!r->enabled && !r->keeps) || origin == NULL)
        return;
    entry = json_pack("{s:s, s:s*, s:s?, s:I, s:I, s:o}", "document", origin->document, "member",
                      origin->member, "plugin", *origin->plugin ? origin->plugin : NULL, "records",
                      (json_int_t)document.read, "rejected", (json_int_t)document.rejected, "facts",
                      run_report_facts(last)); /* s*: left out when NULL */
    if (r->ordinals)
        json_object_set_new(entry, "ordinal", json_integer((json_int_t)origin->ordinal));
    run_report_entry(r, entry);
}

static void add_totals(pc_text *out, struct totals run, const struct tallies *codes,
                       const struct tallies *lost)
{
    pc_text_puts(out, "]");
    add_member(out, "records", json_integer((json_int_t)run.read));
    add_member(out, "written", json_integer((json_int_t)run.written));
    add_member(out, "rejected", json_integer((json_int_t)run.rejected));
    add_member(out, "filtered", json_integer(run.filtered > 0 ? (json_int_t)run.filtered : 0));
    add_member(out, "added", json_integer(run.filtered < 0 ? (json_int_t)-run.filtered : 0));
    add_member(out, "diagnostics", run_report_tallies(codes));
    add_member(out, "lost", run_report_tallies(lost));
}

pc_str run_report_so_far(struct run_report *r, struct totals run, const struct tallies *codes,
                         const struct tallies *lost, pc_str problems)
{
    add_totals(&r->kept, run, codes, lost);
    pc_text_puts(&r->kept, ",\n\"problems\": [");
    pc_text_add(&r->kept, problems);
    pc_text_puts(&r->kept, "]}");
    return pc_text_str(&r->kept);
}

bool run_report_close(struct run_report *r, struct totals run, const struct tallies *codes,
                      const struct tallies *lost, const char *plugin, uint64_t bytes, int status,
                      struct problem *why)
{
    pc_text text = { NULL, 0, 0 };

    pc_text_free(&r->kept);
    if (!r->enabled)
        return true;
    add_totals(&text, run, codes, lost);
    add_member(&text, "output",
               json_pack("{s:s, s:I}", "plugin", plugin, "bytes", (json_int_t)bytes));
    add_member(&text, "status", json_integer(status));
    pc_text_puts(&text, "}\n");
    output_file_write(&r->file, pc_text_str(&text));
    pc_text_free(&text);
    if (output_file_commit(&r->file))
        return true;
    *why = r->file.problem;
    return false;
}
