/* earlier.c - what an older catalogue knows of the same works: those with the same arXiv identifier
 * or DOI.  Their keys are those that its index has, because no text is left to make them of. */
#include "earlier.h"

#include "paperconv/json.h"
#include "sketches.h"

#include <stdlib.h>

enum { CANDIDATES = 16 }; /* records that are looked at for an identifier */

bool earlier_open(struct earlier *e, const pc_file *file)
{
    if (file->fd < 0)
        return true;
    e->catalogue = pc_catalogue_open(file->fd, &e->why);
    if (e->catalogue == NULL)
        return false;
    e->cursor = pc_catalogue_cursor_open(e->catalogue);
    e->numbers = calloc((size_t)pc_catalogue_count(e->catalogue) + 1, sizeof *e->numbers);
    if (e->numbers == NULL)
        abort(); /* the host reports that memory ran out */
    if (pc_catalogue_describe(e->catalogue)->rules == PC_MATCH_VERSION)
        return true;
    e->why = "was made by a paperconv with other rules of matching";
    return false;
}

void earlier_close(struct earlier *e)
{
    pc_catalogue_cursor_close(e->cursor);
    pc_catalogue_close(e->catalogue);
    free(e->numbers);
    pc_text_free(&e->decoded);
    pc_text_free(&e->titles);
    *e = (struct earlier){ .catalogue = NULL };
}

/* ---- the old record -------------------------------------------------------------------- */

struct identity {
    pc_str arxiv_id, doi;
    bool same; /* one of them is in the old record */
};

/* Titles are kept with their length in front, because DECODED is used again for the next string. */
static void keep_title(struct earlier *e, pc_str title)
{
    const size_t n = title.n;

    pc_text_add(&e->titles, pc_sub((const char *)&n, sizeof n));
    pc_text_add(&e->titles, title);
}

static bool take_old_title(pc_str *titles, pc_str *title)
{
    if (titles->n == 0)
        return false;
    memcpy(&title->n, titles->p, sizeof title->n);
    *titles = pc_drop(*titles, sizeof title->n);
    title->p = titles->p;
    *titles = pc_drop(*titles, title->n);
    return true;
}

/* The strings of an array that was begun. */
static void read_titles(struct earlier *e, pc_json *json)
{
    pc_str text;

    while (pc_json_next(json, &text) == PC_JSON_STRING)
        keep_title(e, text);
}

static void read_extra(struct earlier *e, pc_json *json)
{
    pc_str name, text;

    if (pc_json_next(json, &text) != PC_JSON_OBJECT)
        return;
    while (pc_json_next(json, &name) == PC_JSON_KEY) {
        if (!pc_eq(name, PREVIOUS_TITLE))
            pc_json_skip(json);
        else if (pc_json_next(json, &text) == PC_JSON_ARRAY)
            read_titles(e, json);
    }
}

static bool same_doi(pc_str a, pc_str b)
{
    for (size_t i = 0; i < a.n && i < b.n; i++) {
        const char x = a.p[i], y = b.p[i];

        if (x != y && !((x ^ y) == ' ' && (x | ' ') >= 'a' && (x | ' ') <= 'z'))
            return false;
    }
    return a.n == b.n;
}

/* Reads the line of an old record: its titles, and whether it has an identifier of ID. */
static void read_old_record(struct earlier *e, pc_str line, struct identity *id)
{
    pc_str name, text;
    pc_json json;

    id->same = false;
    e->titles.n = 0;
    pc_json_start(&json, line, &e->decoded);
    if (pc_json_next(&json, &text) != PC_JSON_OBJECT)
        return;
    while (pc_json_next(&json, &name) == PC_JSON_KEY) {
        if (pc_eq(name, "extra")) {
            read_extra(e, &json);
        } else if (pc_eq(name, PC_TITLE) && pc_json_next(&json, &text) == PC_JSON_STRING) {
            keep_title(e, text);
        } else if (pc_eq(name, PC_ARXIV_ID) && pc_json_next(&json, &text) == PC_JSON_STRING) {
            id->same |= pc_same(text, id->arxiv_id);
        } else if (pc_eq(name, PC_DOI) && pc_json_next(&json, &text) == PC_JSON_STRING) {
            id->same |= same_doi(text, id->doi);
        } else {
            pc_json_skip(&json);
        }
    }
}

/* Looks for the old record under KEY, the hash of an identifier of ID. */
static bool find_by_key(struct earlier *e, uint64_t key, struct identity *id)
{
    uint32_t found[CANDIDATES];
    const ptrdiff_t count = pc_catalogue_find(e->catalogue, key, found, CANDIDATES, &e->why);

    for (ptrdiff_t i = 0; i < count && !e->found; i++) {
        if (!pc_catalogue_read(e->cursor, found[i], &e->record, &e->why))
            return false;
        read_old_record(e, e->record.text, id);
        e->number = found[i];
        e->found = id->same;
    }
    return count >= 0;
}

bool earlier_find(struct earlier *e, const pc_record *record, const pc_work *work)
{
    struct identity id = { pc_get(record, PC_ARXIV_ID, 0), pc_get(record, PC_DOI, 0), false };

    e->found = false;
    if (e->catalogue == NULL)
        return true;
    if (id.arxiv_id.n != 0 && !find_by_key(e, work->arxiv_id, &id))
        return false;
    return e->found || id.doi.n == 0 || find_by_key(e, work->doi, &id);
}

/* ---- what is taken over ------------------------------------------------------------------ */

/* Whether RECORD has TITLE, now or as an earlier one; *COUNT is the number of earlier ones. */
static bool has_title(const pc_record *record, pc_str title, size_t *count)
{
    pc_str text = pc_get(record, PC_TITLE, 0);
    bool has = pc_same(text, title);

    for (*count = 0; (text = pc_get(record, PREVIOUS_TITLE, *count)).n != 0; ++*count)
        has |= pc_same(text, title);
    return has;
}

void earlier_add_titles(const struct earlier *e, pc_record *record)
{
    pc_str titles = e->found ? pc_text_str(&e->titles) : pc_none(), title;
    size_t count;

    while (take_old_title(&titles, &title))
        if (!has_title(record, title, &count) && count < EARLIER_MOST)
            pc_add(record, PREVIOUS_TITLE, title);
}

void earlier_add_sketches(const struct earlier *e, pc_text *sketches)
{
    pc_str old = e->found ? e->record.extra : pc_none();
    uint32_t sketch[PC_MATCH_SKETCH];
    size_t length;

    for (size_t i = 0; i < EARLIER_MOST && (length = sketch_take(&old, sketch)) != 0; i++)
        sketch_add(sketches, sketch, length);
}

void earlier_note_number(struct earlier *e, uint32_t number)
{
    if (e->found)
        e->numbers[e->number] = number + 1;
}

struct keys {
    const struct earlier *earlier;
    pc_catalogue_writer *writer;
};

static void add_old_key(void *context, uint64_t key, uint32_t number)
{
    const struct keys *keys = context;
    const uint32_t new_number = keys->earlier->numbers[number];

    if (new_number != 0)
        pc_catalogue_add_key(keys->writer, key, new_number - 1);
}

bool earlier_add_keys(struct earlier *e, pc_catalogue_writer *writer)
{
    struct keys keys = { e, writer };

    return e->catalogue == NULL || pc_catalogue_each_key(e->catalogue, add_old_key, &keys, &e->why);
}
