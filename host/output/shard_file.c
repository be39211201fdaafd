/* shard_file.c - writes a line for each document while the part is being written. */
#include "output/shard_file.h"

#include "output/run_report.h"

#include <stdlib.h>

static void write_line(struct shard_file *f, json_t *value)
{
    output_file_json(&f->file, value);
    output_file_write(&f->file, pc_s("\n"));
}

bool shard_file_open(struct shard_file *f, const struct shard *s, const char *part, const char *run,
                     struct problem *why)
{
    *f = (struct shard_file){ .enabled = s->count != 0 };
    if (!f->enabled)
        return true;
    f->name = memory_alloc(strlen(part) + sizeof SHARD_FILE_EXTENSION);
    strcpy(f->name, part);
    strcat(f->name, SHARD_FILE_EXTENSION);
    f->digest = digest_new();
    if (!output_file_open(&f->file, f->name)) {
        *why = f->file.problem;
        shard_file_abandon(f);
        return false;
    }
    write_line(f, json_pack("{s:s, s:I, s:I, s:s, s:s}", "paperconv", PAPERCONV_VERSION, "shard",
                            (json_int_t)s->index, "of", (json_int_t)s->count, "by", shard_unit(s),
                            "run", run));
    return true;
}

void shard_file_part(struct shard_file *f, pc_str bytes)
{
    if (!f->enabled)
        return;
    digest_add(f->digest, bytes.p, bytes.n);
    f->document_bytes += bytes.n;
}

static void add_flag(json_t *object, const char *key, bool flag)
{
    if (flag)
        json_object_set_new(object, key, json_true());
}

static void add_number(json_t *object, const char *key, uint64_t number)
{
    if (number != 0)
        json_object_set_new(object, key, json_integer((json_int_t)number));
}

void shard_file_document(struct shard_file *f, const struct batch *last, struct totals document,
                         json_t *log)
{
    const struct origin *origin = last->origin;
    json_t *line, *facts;

    if (!f->enabled || origin == NULL)
        return;
    line = json_pack("{s:I, s:s, s:s*, s:s, s:I, s:I}", "ordinal", (json_int_t)origin->ordinal,
                     "document", origin->document, "member", origin->member, "plugin",
                     origin->plugin, "bytes", (json_int_t)f->document_bytes, "records",
                     (json_int_t)document.written); /* s*: left out when NULL */
    add_number(line, "rejected", document.rejected);
    add_number(line, "filtered", (uint64_t)document.filtered);
    add_flag(line, "refused", last->refused);
    add_flag(line, "passed_over", last->passed_over);
    add_flag(line, "message", last->message);
    add_number(line, "quarantined", f->quarantined_records);
    add_number(line, "quarantined_bytes", f->quarantined_bytes);
    facts = run_report_facts(last);
    if (json_object_size(facts) != 0)
        json_object_set(line, "facts", facts);
    json_decref(facts);
    if (json_array_size(log) != 0)
        json_object_set_new(line, "problems", json_copy(log));
    json_array_clear(log);
    write_line(f, line);
    f->bytes += f->document_bytes;
    f->document_bytes = f->quarantined_bytes = f->quarantined_records = 0;
}

static const char *last_name(const char *path)
{
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;

    return slash != NULL ? slash + 1 : path;
}

bool shard_file_close(struct shard_file *f, uint64_t documents, const struct reporter *reporter,
                      const char *quarantine, int status, struct problem *why)
{
    char digest[DIGEST_SIZE];
    bool ok;

    if (!f->enabled)
        return true;
    digest_text(f->digest, digest);
    write_line(f, json_pack("{s:I, s:I, s:s, s:o, s:I, s:I, s:s*, s:i}", "documents",
                            (json_int_t)documents, "bytes", (json_int_t)f->bytes, "digest", digest,
                            "diagnostics", run_report_tallies(&reporter->codes), "warnings",
                            (json_int_t)reporter->warnings, "errors", (json_int_t)reporter->errors,
                            "quarantine", last_name(quarantine), "status", status));
    ok = output_file_commit(&f->file);
    if (!ok)
        *why = f->file.problem;
    shard_file_abandon(f);
    return ok;
}

void shard_file_abandon(struct shard_file *f)
{
    if (!f->enabled)
        return;
    f->enabled = false;
    output_file_abandon(&f->file, false);
    digest_free(f->digest);
    free(f->name);
}
