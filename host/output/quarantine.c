/* quarantine.c - writes what the run rejected. */
#include "output/quarantine.h"

#include <jansson.h>
#include <stdlib.h>

bool quarantine_open(struct quarantine *q, const char *path, struct problem *why)
{
    *q = (struct quarantine){ .wanted = path != NULL };
    if (!q->wanted)
        return true;
    q->places_name = memory_alloc(strlen(path) + sizeof ".jsonl");
    strcpy(q->places_name, path);
    strcat(q->places_name, ".jsonl");
    q->wanted = output_file_open(&q->bytes, path) && output_file_open(&q->places, q->places_name);
    if (!q->wanted) {
        *why = q->bytes.problem.code != NULL ? q->bytes.problem : q->places.problem;
        output_file_abandon(&q->bytes, false);
        if (q->bytes.problem.code == NULL)
            output_file_abandon(&q->places, false);
        free(q->places_name);
    }
    return q->wanted;
}

static void put_place(struct quarantine *q, const struct batch *b, const struct reject *r,
                      uint64_t offset, uint64_t length)
{
    json_t *object = json_pack("{s:s, s:I, s:s, s:I, s:I}", "document", b->origin->document, "line",
                               (json_int_t)r->line, "code", r->code, "offset", (json_int_t)offset,
                               "bytes", (json_int_t)length);
    char *text;

    if (b->origin->member != NULL)
        json_object_set_new(object, "member", json_string(b->origin->member));
    text = json_dumps(object, 0);
    if (text == NULL)
        memory_exhausted();
    output_file_write(&q->places, pc_s(text));
    output_file_write(&q->places, pc_s("\n"));
    free(text);
    json_decref(object);
}

void quarantine_put(struct quarantine *q, const struct batch *b)
{
    if (!q->wanted || b->origin == NULL)
        return;
    for (size_t i = 0; i < b->reject_count; i++) {
        const struct reject *r = &b->rejects[i];
        uint64_t offset = q->bytes.written + q->bytes.buffer.n, length = 0;
        char last = '\n';

        for (size_t k = 0; k < r->raw_count; k++) {
            output_file_write(&q->bytes, r->raw[k]);
            length += r->raw[k].n;
            last = r->raw[k].p[r->raw[k].n - 1];
        }
        if (last != '\n')
            output_file_write(&q->bytes, pc_s("\n"));
        put_place(q, b, r, offset, length);
    }
}

bool quarantine_close(struct quarantine *q, struct problem *why)
{
    bool ok;

    if (!q->wanted)
        return true;
    ok = output_file_commit(&q->bytes);
    ok = output_file_commit(&q->places) && ok;
    if (!ok)
        *why = q->bytes.problem.code != NULL ? q->bytes.problem : q->places.problem;
    free(q->places_name);
    return ok;
}
