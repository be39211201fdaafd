/* sort - sorts the records of a run: keeps all of them, and passes them on at the end. */
#include "page_text.h"
#include "sort_key.h"

#include <stdlib.h>

struct item {
    pc_record *record;
    enum rank rank;
    size_t place;  /* number of the record: keeps equal records in order */
    size_t offset; /* of the key in KEYS, which may move while it grows */
    pc_str key;    /* the pointer is set when KEYS is complete */
};

struct sort {
    int64_t by;
    bool reverse;
    struct item *items;
    size_t count, room;
    pc_text keys;
};

static const pc_option options[] = {
    PC_OPT_CHOICE(struct sort, by, "date|title|author|score", "date", "What to sort by"),
    PC_OPT_BOOL(struct sort, reverse, "Reverse the order; records without a value still come last"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

static struct item *new_item(struct sort *s)
{
    if (s->count == s->room) {
        s->room = s->room != 0 ? 2 * s->room : 256;
        s->items = realloc(s->items, s->room * sizeof *s->items);
        if (s->items == NULL)
            abort(); /* the host reports that memory ran out */
    }
    return &s->items[s->count++];
}

static int keep_record(void *state, pc_pipe *pipe, pc_record *rec)
{
    struct sort *s = state;
    struct item *item = new_item(s);

    item->record = pc_create(pipe, rec);
    item->place = s->count;
    item->offset = s->keys.n;
    item->rank = sort_key(rec, (enum by)s->by, &s->keys);
    item->key = pc_sub(NULL, s->keys.n - item->offset);
    return PC_SKIP;
}

static int compare_keys(pc_str a, pc_str b)
{
    const int order = memcmp(a.p, b.p, a.n < b.n ? a.n : b.n);

    return order != 0 ? (order > 0) - (order < 0) : (a.n > b.n) - (a.n < b.n);
}

static int compare_items(const struct item *a, const struct item *b, int direction)
{
    int order;

    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    order = compare_keys(a->key, b->key);
    if (order != 0)
        return direction * order;
    return (a->place > b->place) - (a->place < b->place);
}

static int first_to_last(const void *a, const void *b)
{
    return compare_items(a, b, 1);
}

static int last_to_first(const void *a, const void *b)
{
    return compare_items(a, b, -1);
}

static int emit_records(void *state, pc_pipe *pipe)
{
    struct sort *s = state;

    if (s->count == 0)
        return PC_OK;
    pc_text_putc(&s->keys, '\0'); /* with no key at all, memcmp() still needs a valid pointer */
    for (size_t i = 0; i < s->count; i++)
        s->items[i].key.p = s->keys.p + s->items[i].offset;
    qsort(s->items, s->count, sizeof *s->items, s->reverse ? last_to_first : first_to_last);
    for (size_t i = 0; i < s->count; i++)
        pc_emit(pipe, s->items[i].record);
    return PC_OK;
}

static void close_sort(void *state)
{
    struct sort *s = state;

    free(s->items);
    pc_text_free(&s->keys);
}

PC_FILTER(sort, .version = "1.0.0", .summary = "Sorts the records by date, title, author or score",
          .texts = texts, .options = options, .state_size = sizeof(struct sort),
          .close = close_sort, .apply = keep_record, .flush = emit_records);
PC_MODULE(&sort);
