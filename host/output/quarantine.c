/* quarantine.c - writes the records that the run rejected, and their places. */
#include "output/quarantine.h"

#include "base/io.h"

#include <stdlib.h>

bool quarantine_open(struct quarantine *q, const char *path, struct problem *why)
{
    *q = (struct quarantine){ .enabled = path != NULL };
    if (!q->enabled)
        return true;
    q->places_name = memory_alloc(strlen(path) + sizeof ".jsonl");
    strcpy(q->places_name, path);
    strcat(q->places_name, ".jsonl");
    q->enabled = output_file_open(&q->bytes, path) && output_file_open(&q->places, q->places_name);
    if (!q->enabled) {
        *why = q->bytes.problem.code != NULL ? q->bytes.problem : q->places.problem;
        output_file_abandon(&q->bytes, false);
        if (q->bytes.problem.code == NULL)
            output_file_abandon(&q->places, false);
        free(q->places_name);
    }
    return q->enabled;
}

static void write_place(struct quarantine *q, const struct batch *b, const struct reject *r,
                        uint64_t offset, uint64_t length)
{
    output_file_json(&q->places, json_pack("{s:s, s:I, s:s, s:s, s:I, s:I, s:s*}", "document",
                                           b->origin->document, "line", (json_int_t)r->line, "code",
                                           r->code, "text", r->text, "offset", (json_int_t)offset,
                                           "bytes", (json_int_t)length, "member",
                                           b->origin->member)); /* s*: left out when NULL */
    output_file_write(&q->places, pc_s("\n"));
}

void quarantine_put(struct quarantine *q, const struct batch *b)
{
    if (!q->enabled || b->origin == NULL)
        return;
    for (size_t i = 0; i < b->reject_count; i++) {
        const struct reject *r = &b->rejects[i];
        uint64_t offset = quarantine_size(q), length = 0;
        char last = '\n';

        for (size_t k = 0; k < r->raw_count; k++) {
            output_file_write(&q->bytes, r->raw[k]);
            length += r->raw[k].n;
            last = r->raw[k].p[r->raw[k].n - 1];
        }
        if (last != '\n')
            output_file_write(&q->bytes, pc_s("\n"));
        write_place(q, b, r, offset, length);
    }
}

static bool join_places(struct quarantine *q, const struct quarantined_before *before)
{
    const uint64_t moved = quarantine_size(q) - before->offset;
    char *line = NULL;
    size_t room = 0;
    bool ok = true;

    for (uint64_t i = 0; ok && i < before->records; i++) {
        ssize_t n = getline(&line, &room, before->places);
        json_t *place = n > 0 ? json_loadb(line, (size_t)n, 0, NULL) : NULL;
        json_t *offset = json_object_get(place, "offset");

        ok = json_is_integer(offset);
        if (!ok) {
            json_decref(place);
            break;
        }
        json_integer_set(offset, json_integer_value(offset) + (json_int_t)moved);
        output_file_json(&q->places, place);
        output_file_write(&q->places, pc_s("\n"));
    }
    free(line);
    return ok;
}

static bool join_bytes(struct quarantine *q, const struct quarantined_before *before)
{
    uint64_t done = 0;
    char buffer[16 * 1024];

    while (done < before->size) {
        uint64_t left = before->size - done;
        ssize_t n =
            pread_full(before->bytes, buffer, left < sizeof buffer ? (size_t)left : sizeof buffer,
                       (off_t)(before->offset + done));

        if (n <= 0)
            return false;
        output_file_write(&q->bytes, pc_sub(buffer, (size_t)n));
        done += (uint64_t)n;
    }
    return true;
}

bool quarantine_join(struct quarantine *q, const struct quarantined_before *before)
{
    if (!q->enabled || before->records == 0)
        return true;
    return before->places != NULL && join_places(q, before) && join_bytes(q, before);
}

uint64_t quarantine_size(const struct quarantine *q)
{
    return q->enabled ? q->bytes.written + q->bytes.buffer.n : 0;
}

bool quarantine_close(struct quarantine *q, struct problem *why)
{
    bool ok;

    if (!q->enabled)
        return true;
    ok = output_file_commit(&q->bytes);
    ok = output_file_commit(&q->places) && ok;
    if (!ok)
        *why = q->bytes.problem.code != NULL ? q->bytes.problem : q->places.problem;
    free(q->places_name);
    return ok;
}
