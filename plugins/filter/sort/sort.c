/* sort - sorts the records of a run: keeps all of them, as bytes, and passes them on at the end. */
#define PC_NEEDS 1
#define _POSIX_C_SOURCE 200809L /* newlocale() */
#include "page_text.h"
#include "sort_fields.h"
#include "sorter.h"

#include <errno.h>
#include <stdlib.h>

struct sort {
    pc_str by, locale, memory;
    int64_t order;
    bool reverse;
    struct sort_fields fields;
    struct sorter sorter;
    pc_text key; /* scratch */
    bool failed; /* the file could not be written, which was reported */
};

static const pc_option options[] = {
    PC_OPT_STRING(struct sort, by, "date", "What to sort by: FIELD,-FIELD; - is downwards"),
    PC_OPT_BOOL(struct sort, reverse, "Reverse the order; records without a value still come last"),
    PC_OPT_CHOICE(struct sort, order, "letters|natural", "letters",
                  "How texts compare; natural: numbers in them by their value"),
    PC_OPT_STRING(struct sort, locale, "", "Texts compare as in this locale: sv_SE.UTF-8"),
    PC_OPT_STRING(struct sort, memory, "1G", "More than this goes to a temporary file: 256M"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

/* 256M, 1G or 4096K; 0 when TEXT is none of these, or less than 1M. */
static uint64_t read_size(pc_str text)
{
    enum { LEAST = 1 << 20, MOST_DIGITS = 9 };
    uint64_t size = 0;
    int shift = 0;

    if (pc_ends(text, "K") || pc_ends(text, "M") || pc_ends(text, "G")) {
        shift = pc_ends(text, "K") ? 10 : pc_ends(text, "M") ? 20 : 30;
        text.n--;
    }
    if (text.n == 0 || text.n > MOST_DIGITS)
        return 0;
    for (; text.n != 0; text = pc_drop(text, 1)) {
        if (*text.p < '0' || *text.p > '9')
            return 0;
        size = 10 * size + (uint64_t)(*text.p - '0');
    }
    size <<= shift;
    return size >= LEAST ? size : 0;
}

static int open_locale(struct sort *s, pc_stage *stage)
{
    char name[64];

    if (s->locale.n == 0)
        return PC_OK;
    if (s->order != BY_LETTERS)
        return pc_fatal(stage, pc_none(), "bad-option",
                        "locale: a locale has its own order; leave order=natural out");
    snprintf(name, sizeof name, "%.*s", PC_FMT(s->locale));
    s->fields.comparison.locale = newlocale(LC_COLLATE_MASK | LC_CTYPE_MASK, name, (locale_t)0);
    if (s->fields.comparison.locale == (locale_t)0)
        return pc_fatal(stage, s->locale, "bad-option",
                        "locale: this system has no locale '%.*s'; locale -a lists them",
                        PC_FMT(s->locale));
    return PC_OK;
}

static void close_sort(void *state)
{
    struct sort *s = state;

    if (s->fields.comparison.locale != (locale_t)0)
        freelocale(s->fields.comparison.locale);
    sort_fields_free(&s->fields);
    sorter_free(&s->sorter);
    pc_text_free(&s->key);
}

static int open_sort(void *state, pc_stage *stage)
{
    struct sort *s = state;
    int status;

    s->sorter.fd = pc_scratch_file(stage);
    s->sorter.memory = read_size(s->memory);
    s->fields.comparison.order = s->order;
    if (s->sorter.memory == 0)
        status = pc_fatal(stage, s->memory, "bad-option",
                          "memory: a size from 1M on, such as 256M or 2G");
    else if ((status = open_locale(s, stage)) == PC_OK)
        status = sort_fields_read(&s->fields, s->by, s->reverse, stage);
    if (status != PC_OK)
        close_sort(s);
    return status;
}

static int report_file(struct sort *s, pc_pipe *pipe)
{
    s->failed = true;
    return pc_fatal(pipe, pc_none(), "scratch-failed", "sort: the temporary file: %s",
                    strerror(errno));
}

static int keep_record(void *state, pc_pipe *pipe, pc_record *record)
{
    struct sort *s = state;

    s->key.n = 0;
    sort_fields_key(&s->fields, record, &s->key);
    if (!sorter_add(&s->sorter, pc_text_str(&s->key), pc_pack(pipe, record)))
        return report_file(s, pipe);
    return PC_SKIP;
}

struct emission {
    pc_pipe *pipe;
    bool damaged; /* a record could not be read back */
};

static bool emit_record(void *to, pc_str packed)
{
    struct emission *e = to;
    pc_record *record = pc_unpack(e->pipe, packed);

    e->damaged = record == NULL;
    if (record != NULL)
        pc_emit(e->pipe, record);
    return record != NULL;
}

static int emit_records(void *state, pc_pipe *pipe)
{
    struct sort *s = state;
    struct emission e = { .pipe = pipe };

    if (s->failed)
        return PC_OK; /* the run ends anyway */
    if (!sorter_finish(&s->sorter, emit_record, &e))
        return report_file(s, pipe);
    return e.damaged ? pc_fatal(pipe, pc_none(), "scratch-failed",
                                "sort: the temporary file was changed by another program")
                     : PC_OK;
}

PC_FILTER(sort, .uses = PC_USES_SCRATCH, .version = "1.0.0",
          .summary = "Sorts the records by any fields", .texts = texts, .options = options,
          .state_size = sizeof(struct sort), .open = open_sort, .close = close_sort,
          .apply = keep_record, .flush = emit_records);
PC_MODULE(&sort);
