/* fake_host.c - a host in memory, so that a unit test can call a plugin directly. */
#include "fake_host.h"

#include <stdlib.h>

struct fake_field {
    pc_str key, value;
};

struct fake_record {
    pc_record base;
    struct fake_record *next;
    struct fake_field *fields;
    size_t count;
    struct pc_place place;
};

struct fake_scratch {
    struct fake_scratch *next;
    max_align_t memory[];
};

/* ---- handles ----------------------------------------------------------------- */

static struct fake_host *fake_of(const pc_handle *h)
{
    return (struct fake_host *)(uintptr_t)h->host; /* the plugin sees it const, we own it */
}

static struct fake_record *fake_record_of(const pc_record *r)
{
    return (struct fake_record *)(uintptr_t)r;
}

static void *allocate_zeroed(size_t n)
{
    void *p = calloc(1, n);

    if (p == NULL)
        abort();
    return p;
}

static pc_str copy_str(pc_str s)
{
    char *p = allocate_zeroed(s.n + 1);

    if (s.n != 0)
        memcpy(p, s.p, s.n);
    return pc_sub(p, s.n);
}

static void free_str(pc_str s)
{
    free((void *)(uintptr_t)s.p);
}

/* ---- the table ----------------------------------------------------------------- */

static void fake_report(const pc_handle *h, int severity, pc_str at, const char *code,
                        const char *text)
{
    pc_text *lines = &fake_of(h)->diagnostics;

    (void)at;
    pc_text_puts(lines, severity >= PC_ERROR     ? "error "
                        : severity >= PC_WARNING ? "warning "
                        : severity >= PC_NOTE    ? "note "
                                                 : "detail ");
    pc_text_puts(lines, code);
    pc_text_puts(lines, ": ");
    pc_text_puts(lines, text);
    pc_text_putc(lines, '\n');
}

static void *fake_scratch_memory(const pc_handle *h, size_t n)
{
    struct fake_host *f = fake_of(h);
    struct fake_scratch *s = allocate_zeroed(sizeof *s + n);

    s->next = f->scratch;
    f->scratch = s;
    return s->memory;
}

static void fake_add(pc_record *rec, pc_str key, pc_str value)
{
    struct fake_record *r = fake_record_of(rec);

    if (value.n == 0)
        return;
    if ((r->count & (r->count - 1)) == 0) /* full at 0 and at powers of two */
        r->fields = realloc(r->fields, (r->count != 0 ? 2 * r->count : 1) * sizeof *r->fields);
    if (r->fields == NULL)
        abort();
    r->fields[r->count++] = (struct fake_field){ copy_str(key), copy_str(value) };
}

static pc_str fake_get(const pc_record *rec, pc_str key, size_t i)
{
    const struct fake_record *r = fake_record_of(rec);

    for (size_t f = 0; f < r->count; f++)
        if (pc_same(r->fields[f].key, key) && i-- == 0)
            return r->fields[f].value;
    return pc_none();
}

static bool fake_field_at(const pc_record *rec, size_t i, pc_str *key, pc_str *value)
{
    const struct fake_record *r = fake_record_of(rec);

    if (i >= r->count)
        return false;
    *key = r->fields[i].key;
    *value = r->fields[i].value;
    return true;
}

static void fake_place(const pc_record *rec, struct pc_place *where)
{
    *where = fake_record_of(rec)->place;
}

/* The place is that of fake_record(). */
static void fake_begin(pc_record *rec, pc_str at)
{
    (void)rec;
    (void)at;
}

static void fake_lost(const pc_record *rec, pc_str key)
{
    pc_text_add(&fake_of(&rec->h)->lost, key);
    pc_text_putc(&fake_of(&rec->h)->lost, '\n');
}

static void write_bytes(pc_sink *sink, pc_str bytes)
{
    pc_text_add(&fake_of(&sink->h)->out, bytes);
}

static struct fake_record *new_fake_record(struct fake_host *f)
{
    struct fake_record *r = allocate_zeroed(sizeof *r);

    r->base.h.host = &f->table;
    r->next = f->records;
    r->place.size = sizeof r->place;
    f->records = r;
    return r;
}

static pc_record *fake_create(pc_pipe *pipe, const pc_record *copy_of)
{
    struct fake_record *r = new_fake_record(fake_of(&pipe->h));
    pc_str key, value;

    if (copy_of != NULL)
        r->place = fake_record_of(copy_of)->place;
    for (size_t i = 0; copy_of != NULL && fake_field_at(copy_of, i, &key, &value); i++)
        fake_add(&r->base, key, value);
    return &r->base;
}

/* The bytes are those of a pointer to a copy. */
static pc_str fake_pack(pc_pipe *pipe, const pc_record *rec)
{
    struct fake_host *f = fake_of(&pipe->h);

    f->packed = fake_create(pipe, rec);
    return pc_sub((const char *)&f->packed, sizeof f->packed);
}

static pc_record *fake_unpack(pc_pipe *pipe, pc_str bytes)
{
    pc_record *rec;

    (void)pipe;
    memcpy(&rec, bytes.p, sizeof rec);
    return rec;
}

static void fake_emit(pc_pipe *pipe, pc_record *rec)
{
    struct fake_host *f = fake_of(&pipe->h);

    f->emitted = realloc(f->emitted, (f->emitted_count + 1) * sizeof(pc_record *));
    if (f->emitted == NULL)
        abort();
    f->emitted[f->emitted_count++] = rec;
}

static void fake_discard(pc_pipe *pipe, pc_record *rec)
{
    (void)pipe;
    (void)rec; /* fake_close() frees it */
}

/* ---- for the tests --------------------------------------------------------------- */

void fake_open(struct fake_host *f)
{
    *f = (struct fake_host){
        .table = { .size = sizeof f->table,
                   .version = "test",
                   .report = fake_report,
                   .scratch = fake_scratch_memory,
                   .add = fake_add,
                   .get = fake_get,
                   .field = fake_field_at,
                   .start = fake_begin,
                   .place = fake_place,
                   .lost = fake_lost,
                   .write = write_bytes,
                   .create = fake_create,
                   .emit = fake_emit,
                   .discard = fake_discard,
                   .pack = fake_pack,
                   .unpack = fake_unpack },
    };
    f->sink.h.host = f->pipe.h.host = f->stage.h.host = &f->table;
}

void fake_close(struct fake_host *f)
{
    for (struct fake_record *r = f->records, *next; r != NULL; r = next) {
        next = r->next;
        for (size_t i = 0; i < r->count; i++) {
            free_str(r->fields[i].key);
            free_str(r->fields[i].value);
        }
        free(r->fields);
        free(r);
    }
    for (struct fake_scratch *s = f->scratch, *next; s != NULL; s = next) {
        next = s->next;
        free(s);
    }
    free(f->emitted);
    pc_text_free(&f->out);
    pc_text_free(&f->diagnostics);
    pc_text_free(&f->lost);
}

pc_record *fake_record(struct fake_host *f, const char *document, const char *member, uint64_t line,
                       const char *const *fields)
{
    struct fake_record *r = new_fake_record(f);

    r->place.document = pc_s(document);
    r->place.member = pc_s(member);
    r->place.plugin = pc_s("test");
    r->place.line = line;
    for (size_t i = 0; fields[i] != NULL; i += 2)
        pc_add(&r->base, fields[i], pc_s(fields[i + 1]));
    return &r->base;
}

/* The index of VALUE in the list "short|long". */
static int64_t choice_number(const char *list, pc_str value)
{
    pc_str rest = pc_s(list), word;
    int64_t i = 0;

    while (pc_cut(rest, '|', &word, &rest) && !pc_same(word, value))
        i++;
    return i;
}

static void set_option(const pc_option *o, void *state, const char *text)
{
    char *member = (char *)state + o->offset;

    switch (o->type) {
    case PC_BOOL:
        *(bool *)(void *)member = strcmp(text, "true") == 0 || strcmp(text, "yes") == 0;
        break;
    case PC_INT:
        *(int64_t *)(void *)member = strtoll(text, NULL, 10);
        break;
    case PC_NUMBER:
        *(double *)(void *)member = strtod(text, NULL);
        break;
    case PC_STRING:
        *(pc_str *)(void *)member = pc_s(text);
        break;
    case PC_CHOICE:
        *(int64_t *)(void *)member = choice_number(o->choices, pc_s(text));
        break;
    }
}

void *fake_start(struct fake_host *f, const struct pc_plugin *p, const char *const *settings)
{
    void *state = allocate_zeroed(p->state_size + 1);

    for (const pc_option *o = p->options; o != NULL && o->name != NULL; o++) {
        const size_t n = strlen(o->name);

        if (o->fallback != NULL)
            set_option(o, state, o->fallback);
        for (size_t i = 0; settings != NULL && settings[i] != NULL; i++)
            if (strncmp(settings[i], o->name, n) == 0 && settings[i][n] == '=')
                set_option(o, state, settings[i] + n + 1);
    }
    if (p->open == NULL || p->open(state, &f->stage) == PC_OK)
        return state;
    free(state);
    return NULL;
}

void fake_stop(const struct pc_plugin *p, void *state)
{
    if (p->close != NULL)
        p->close(state);
    free(state);
}
