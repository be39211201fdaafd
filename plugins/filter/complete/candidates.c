/* candidates.c - finds the records of a catalogue that may describe a work, and compares them. */
#include "candidates.h"

#include "paperconv/json.h"

enum { VERSIONS = 9 }; /* of a work that are compared: the output catalogue keeps no more */

struct hit {
    uint32_t number;
    double weight;
};

struct hits {
    struct hit items[PC_MATCH_KEYS * COMMON_RECORDS];
    size_t count;
};

static void add_hit(struct hits *hits, uint32_t number, double weight)
{
    size_t i = 0;

    while (i < hits->count && hits->items[i].number != number)
        i++;
    if (i == hits->count)
        hits->items[hits->count++] = (struct hit){ number, 0 };
    hits->items[i].weight += weight;
}

/* Looks up all keys of WORK.  A key says the more the fewer records have it. */
static bool look_up(struct hits *hits, const pc_catalogue *catalogue, const pc_work *work,
                    const char **why)
{
    uint64_t keys[PC_MATCH_KEYS];
    const size_t count = pc_match_keys(work, keys);

    hits->count = 0;
    for (size_t k = 0; k < count; k++) {
        uint32_t numbers[COMMON_RECORDS + 1];
        const ptrdiff_t found =
            pc_catalogue_find(catalogue, keys[k], numbers, COMMON_RECORDS + 1, why);

        if (found < 0)
            return false;
        for (ptrdiff_t i = 0; found <= COMMON_RECORDS && i < found; i++)
            add_hit(hits, numbers[i], 1 / (double)found);
    }
    return true;
}

/* Puts the hits with the greatest weights in order; of equal ones the earlier record is first. */
static void choose(struct candidates *c, const struct hits *hits)
{
    c->count = 0;
    for (size_t h = 0; h < hits->count; h++) {
        const struct hit hit = hits->items[h];
        size_t i = c->count;

        if (c->count < CANDIDATES)
            c->count++;
        else if (c->items[--i].weight >= hit.weight)
            continue;
        for (; i > 0 &&
               (c->items[i - 1].weight < hit.weight ||
                (c->items[i - 1].weight <= hit.weight && c->items[i - 1].number > hit.number));
             i--) {
            c->items[i].number = c->items[i - 1].number;
            c->items[i].weight = c->items[i - 1].weight;
        }
        c->items[i].number = hit.number;
        c->items[i].weight = hit.weight;
    }
}

/* The little-endian numbers that BYTES are. */
static uint32_t *read_sketches(pc_record *record, pc_str bytes, size_t *count)
{
    uint32_t *numbers = pc_scratch(record, bytes.n + sizeof *numbers);

    *count = bytes.n / 4;
    for (size_t i = 0; i < *count * 4; i++)
        numbers[i / 4] |= (uint32_t)(unsigned char)bytes.p[i] << (i % 4 * 8);
    return numbers;
}

static bool is_better(const pc_match *a, const pc_match *b)
{
    if ((a->rule != PC_MATCH_NONE) != (b->rule != PC_MATCH_NONE))
        return a->rule != PC_MATCH_NONE;
    return a->score > b->score;
}

/* Compares SOUGHT with each of the abstracts that an earlier version of the candidate had. */
static void compare_sketches(pc_match *best, const pc_work *sought, pc_work *version,
                             const uint32_t *sketches, size_t count)
{
    for (int i = 0; i < VERSIONS; i++) {
        const size_t length = pc_match_set_sketch(version, sketches, count);
        pc_match match;

        if (length == 0)
            return;
        match = pc_match_compare(sought, version);
        if (is_better(&match, best))
            *best = match;
        sketches += length;
        count -= length;
    }
}

/* Compares SOUGHT with the candidate, and with what it was in earlier versions: SKETCHES, of which
 * the first one is the present one, and previous titles. */
static void compare_versions(struct candidate *c, const pc_work *sought, pc_record *record,
                             const uint32_t *sketches, size_t count)
{
    pc_work *version = pc_scratch(record, sizeof *version);
    pc_str title;

    *version = c->work;
    compare_sketches(&c->match, sought, version, sketches, count);
    for (size_t i = 0; i < VERSIONS && (title = pc_get(c->record, "previous_title", i)).n != 0;
         i++) {
        pc_match match;

        *version = c->work;
        pc_match_set_title(version, title, pc_get(c->record, PC_MARKUP, 0));
        match = pc_match_compare(sought, version);
        if (is_better(&match, &c->match))
            c->match = match;
        compare_sketches(&c->match, sought, version, sketches, count);
    }
}

/* Reads the candidate, and compares it with SOUGHT, which was read from RECORD. */
static bool read_candidate(struct candidate *c, pc_catalogue_cursor *cursor, pc_pipe *pipe,
                           pc_record *record, const pc_work *sought, const char **why)
{
    pc_text decoded = { NULL, 0, 0 };
    pc_catalogue_record stored;
    pc_json_record read;
    uint32_t *sketches;
    size_t count;
    pc_json json;
    bool good;

    if (!pc_catalogue_read(cursor, c->number, &stored, why))
        return false;
    c->record = pc_create(pipe, NULL);
    pc_json_start(&json, stored.text, &decoded);
    good = pc_json_read_record(&json, c->record, &read);
    pc_text_free(&decoded);
    if (!good) {
        *why = "has a record that is no record of paperconv";
        return false;
    }
    sketches = read_sketches(record, stored.extra, &count);
    pc_match_read(&c->work, c->record);
    if (c->work.runs.count == 0)
        pc_match_set_sketch(&c->work, sketches, count);
    c->match = pc_match_compare(sought, &c->work);
    compare_versions(c, sought, record, sketches, count);
    return true;
}

bool candidates_find(struct candidates *candidates, const pc_catalogue *catalogue, pc_pipe *pipe,
                     pc_record *record, const pc_work *work, const char **why)
{
    struct hits *hits = pc_scratch(record, sizeof *hits);
    pc_catalogue_cursor *cursor;
    bool good = look_up(hits, catalogue, work, why);

    candidates->count = 0;
    if (!good || hits->count == 0)
        return good;
    choose(candidates, hits);
    cursor = pc_catalogue_cursor_open(catalogue);
    for (size_t i = 0; good && i < candidates->count; i++)
        good = read_candidate(&candidates->items[i], cursor, pipe, record, work, why);
    pc_catalogue_cursor_close(cursor);
    return good;
}

void candidates_discard(struct candidates *candidates, pc_pipe *pipe)
{
    for (size_t i = 0; i < candidates->count; i++)
        if (candidates->items[i].record != NULL)
            pc_discard(pipe, candidates->items[i].record);
}
