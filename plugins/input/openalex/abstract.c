/* abstract.c - an abstract that is given as the places of its words. */
#include "work.h"

/* A word in buffers->words; N is 0 where no word stands. */
struct place {
    uint32_t from, n;
};

struct abstract {
    struct work *work;
    size_t limit; /* places beyond it are wrong: each takes two bytes at least */
    size_t count;
};

/* The number that TEXT is; SIZE_MAX when it is none, or has many digits. */
static size_t place_number(pc_str text)
{
    size_t number = 0;

    if (text.n == 0 || text.n > 9)
        return SIZE_MAX;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return SIZE_MAX;
        number = number * 10 + (size_t)(text.p[i] - '0');
    }
    return number;
}

static struct place *places_of(const struct abstract *a)
{
    return (struct place *)(void *)a->work->buffers->places.p;
}

/* Makes room up to the place AT. */
static void extend(struct abstract *a, size_t at)
{
    pc_text *const places = &a->work->buffers->places;
    const size_t size = (at + 1 - a->count) * sizeof(struct place);

    memset(pc_text_room(places, size), 0, size);
    places->n += size;
    a->count = at + 1;
}

/* Reads the array of the places of the WORD. */
static void read_places(struct abstract *a, struct place word)
{
    pc_json *const json = &a->work->json;
    enum pc_json_token token;
    pc_str text;

    while ((token = pc_json_next(json, &text)) != PC_JSON_ARRAY_END && token != PC_JSON_ERROR) {
        const size_t at = token == PC_JSON_NUMBER ? place_number(text) : SIZE_MAX;

        if (token == PC_JSON_ARRAY || token == PC_JSON_OBJECT)
            pc_json_skip(json);
        if (at >= a->limit)
            continue;
        if (at >= a->count)
            extend(a, at);
        if (places_of(a)[at].n == 0)
            places_of(a)[at] = word;
    }
}

/* Adds the words in the order of their places. */
static void add_abstract(const struct abstract *a)
{
    pc_text *const value = &a->work->buffers->value;
    const char *const words = a->work->buffers->words.p;

    value->n = 0;
    for (size_t i = 0; i < a->count; i++) {
        const struct place word = places_of(a)[i];

        if (word.n == 0)
            continue;
        if (value->n != 0)
            pc_text_putc(value, ' ');
        pc_text_add(value, pc_sub(words + word.from, word.n));
    }
    pc_add(a->work->record, PC_ABSTRACT, work_clean(a->work, pc_text_str(value)));
}

void work_read_abstract(struct work *work)
{
    pc_text *const words = &work->buffers->words;
    struct abstract a = { .work = work, .limit = work->size / 2 };
    pc_str name, text;
    enum pc_json_token token;

    words->n = work->buffers->places.n = 0;
    token = pc_json_next(&work->json, &text);
    if (token == PC_JSON_ARRAY)
        pc_json_skip(&work->json);
    if (token != PC_JSON_OBJECT)
        return;
    while (pc_json_next(&work->json, &name) == PC_JSON_KEY) {
        const struct place word = { (uint32_t)words->n, (uint32_t)name.n };

        pc_text_add(words, name);
        token = pc_json_next(&work->json, &text);
        if (token == PC_JSON_ARRAY)
            read_places(&a, word);
        else if (token == PC_JSON_OBJECT)
            pc_json_skip(&work->json);
    }
    add_abstract(&a);
}
