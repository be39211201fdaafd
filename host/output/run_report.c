/* run_report.c - written document by document, so that it needs no memory. */
#include "output/run_report.h"

#include <jansson.h>
#include <stdlib.h>

bool run_report_open(struct run_report *r, const char *path, struct problem *why)
{
    *r = (struct run_report){ .wanted = path != NULL };
    if (!r->wanted)
        return true;
    if (!output_file_open(&r->file, path)) {
        *why = r->file.problem;
        output_file_abandon(&r->file, false);
        r->wanted = false;
        return false;
    }
    output_file_write(&r->file,
                      pc_s("{\"paperconv\": \"" PAPERCONV_VERSION "\",\n\"documents\": ["));
    return true;
}

static void dump(struct run_report *r, json_t *value)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY);

    if (text == NULL)
        memory_exhausted();
    output_file_write(&r->file, pc_s(text));
    free(text);
    json_decref(value);
}

static void dump_member(struct run_report *r, const char *key, json_t *value)
{
    output_file_write(&r->file, pc_s(",\n\""));
    output_file_write(&r->file, pc_s(key));
    output_file_write(&r->file, pc_s("\": "));
    dump(r, value);
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

/* What the document had said at the end of B. */
static const struct facts *facts_at_end(const struct batch *b)
{
    if (b->input.last || b->facts_count == 0)
        return b->input.facts;
    return b->facts[b->facts_count - 1];
}

void run_report_document(struct run_report *r, const struct batch *last, struct totals document)
{
    json_t *object;

    if (!r->wanted || last->origin == NULL)
        return;
    object = json_pack("{s:s}", "document", last->origin->document);
    if (last->origin->member != NULL)
        json_object_set_new(object, "member", json_string(last->origin->member));
    if (last->origin->plugin[0] != '\0')
        json_object_set_new(object, "plugin", json_string(last->origin->plugin));
    json_object_set_new(object, "records", json_integer((json_int_t)document.read));
    json_object_set_new(object, "rejected", json_integer((json_int_t)document.rejected));
    json_object_set_new(object, "facts", facts_object(facts_at_end(last)));
    output_file_write(&r->file, pc_s(r->begun ? ",\n  " : "\n  "));
    r->begun = true;
    dump(r, object);
}

bool run_report_close(struct run_report *r, struct totals run, const struct tallies *codes,
                      const struct tallies *lost, const char *plugin, uint64_t bytes, int status,
                      struct problem *why)
{
    if (!r->wanted)
        return true;
    output_file_write(&r->file, pc_s("]"));
    dump_member(r, "records", json_integer((json_int_t)run.read));
    dump_member(r, "written", json_integer((json_int_t)run.written));
    dump_member(r, "rejected", json_integer((json_int_t)run.rejected));
    dump_member(r, "filtered", json_integer((json_int_t)run.filtered));
    dump_member(r, "diagnostics", tallies_object(codes));
    dump_member(r, "lost", tallies_object(lost));
    dump_member(r, "output", json_pack("{s:s, s:I}", "plugin", plugin, "bytes", (json_int_t)bytes));
    dump_member(r, "status", json_integer(status));
    output_file_write(&r->file, pc_s("}\n"));
    if (output_file_commit(&r->file))
        return true;
    *why = r->file.problem;
    return false;
}
