/* ris - RIS for reference managers: one reference per record. */
#include "page_text.h"
#include "paperconv/keys.h"
#include "reference.h"

struct ris {
    pc_str keys, type;
    unsigned kind; /* of TYPE: one bit */
    struct places places_of[PC_LISTS];
    pc_keys maker;
    uint64_t untitled; /* counted by prepare_reference(), in order; write() reads neither */
};

static const pc_option options[] = {
    PC_OPT_STRING(struct ris, type, "RPRT",
                  "Reference type of records that have none; readers agree on RPRT"),
    PC_OPT_STRING(struct ris, keys, "source", "Values of ID: " PC_KEY_STYLES_HELP),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

static int open_ris(void *state, pc_stage *stage)
{
    struct ris *ris = state;
    const pc_ris_type *default_type;

    if (!ris_is_type(ris->type))
        return pc_fatal(stage, pc_none(), "bad-option",
                        "type=%.*s: an RIS type is a word in capitals, such as RPRT or UNPB",
                        PC_FMT(ris->type));
    default_type = pc_ris_find_type(ris->type);
    ris->kind = default_type != NULL ? default_type->kind : OTHER;
    ris_find_places(ris->places_of);
    return pc_keys_open(&ris->maker, ris->keys, stage);
}

static void close_ris(void *state)
{
    struct ris *ris = state;

    pc_keys_close(&ris->maker);
}

static int prepare_reference(void *state, pc_record *record)
{
    struct ris *ris = state;

    pc_keys_add(&ris->maker, record);
    ris->untitled += pc_get(record, PC_TITLE, 0).n == 0;
    return PC_OK;
}

/* ---- a reference ----------------------------------------------------------------- */

/* The type that RIS was read with, which says more than the type of the record: EJOUR, EBOOK.  NULL
 * when there is none, or when it does not mean the same any longer. */
static const pc_ris_type *find_raw_type(const struct reference *r, pc_str type)
{
    const pc_value *raw = r->fields->first[PC_LIST_TYPE_RAW];
    const pc_ris_type *found = raw != NULL ? pc_ris_find_type(raw->text) : NULL;

    return found != NULL && pc_eq(type, found->csl) ? found : NULL;
}

/* The first line: what other tags mean depends on the kind. */
static void put_type(const struct ris *ris, struct reference *r)
{
    const pc_str type = pc_fields_first(r->fields, PC_LIST_TYPE);
    const pc_ris_type *known = find_raw_type(r, type);

    if (known != NULL)
        ris_mark(r, PC_LIST_TYPE_RAW);
    else if (type.n != 0)
        known = pc_ris_type_of(type);
    r->kind = known != NULL ? known->kind : ris->kind;
    if (known != NULL)
        ris_mark(r, PC_LIST_TYPE);
    pc_gather_puts(r->out, "TY  - ");
    pc_gather_put(r->out, known != NULL ? pc_s(known->ris) : ris->type);
}

static void put_reference(const struct ris *ris, struct reference *r)
{
    put_type(ris, r);
    ris_put_fields(r, ris->places_of);
    pc_gather_puts(r->out, "\r\nID  - ");
    /* prepare_reference() made it: no white space */
    pc_gather_put(r->out, pc_fields_first(r->fields, PC_LIST_CITATION_KEY));
    pc_gather_puts(r->out, "\r\nER  - \r\n");
}

/* What ris_put_fields() leaves to others: the texts keep their markup, and a category is the
 * short form of arxiv_category. */
static void mark_rest(struct reference *r)
{
    ris_mark(r, PC_LIST_CITATION_KEY);
    ris_mark(r, PC_LIST_MARKUP);
    ris_mark(r, PC_LIST_CATEGORY);
}

static void count_list(const struct reference *r, const pc_record *record, unsigned list)
{
    const bool written = ris_is_written(r, list);

    for (const pc_value *v = r->fields->first[list]; v != NULL; v = v->next) {
        if (list == PC_LIST_OTHERS ? ris_custom_tag(v->key).n == 0 : !written)
            pc_lost_key(record, v->key);
        for (const pc_value *q = v->qualifiers; q != NULL; q = q->next) {
            if (!written || !ris_is_name_part(q->key))
                pc_lost_key(record, q->key);
        }
    }
}

/* The bits of the lists of which some values may be lost: custom fields, and those with
 * qualifiers. */
#define IN_WORD(list, word) | (PC_LIST_##list / 64 == word ? (uint64_t)1 << PC_LIST_##list % 64 : 0)
#define IN_WORD_0(list, first, count) IN_WORD(list, 0)
#define IN_WORD_1(list, first, count) IN_WORD(list, 1)

static void count_lost(const struct reference *r, const pc_record *record)
{
    static const uint64_t in_part[] = { 0 PC_QUALIFIED(IN_WORD_0) IN_WORD(OTHERS, 0),
                                        0 PC_QUALIFIED(IN_WORD_1) IN_WORD(OTHERS, 1) };
    _Static_assert(sizeof in_part == sizeof r->fields->present, "a bit for each list");

    for (unsigned i = 0; i < sizeof in_part / sizeof in_part[0]; i++) {
        for (uint64_t word = r->fields->present[i] & (~r->written[i] | in_part[i]); word != 0;
             word &= word - 1)
            count_list(r, record, 64 * i + ris_lowest(word));
    }
}

/* ---- the plugin ------------------------------------------------------------------ */

static int write_reference(void *state, pc_sink *sink, const pc_record *record)
{
    const struct ris *ris = state;
    pc_fields fields;
    pc_gather out;
    struct reference r = { .out = &out, .fields = &fields };

    pc_fields_read(&fields, record);
    pc_fields_drop_html(&fields, record);
    pc_gather_start(&out, sink);
    put_reference(ris, &r);
    pc_gather_flush(&out);
    mark_rest(&r);
    count_lost(&r, record);
    return PC_OK;
}

static int note_untitled(void *state, pc_sink *sink)
{
    const struct ris *ris = state;

    if (ris->untitled != 0)
        pc_note(sink, pc_none(), "no-title", "%llu %s no title, because the source has none",
                (unsigned long long)ris->untitled,
                ris->untitled == 1 ? "reference has" : "references have");
    return PC_OK;
}

PC_OUTPUT(ris, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "RIS, for reference managers", .extensions = "ris", .texts = texts,
          .options = options, .state_size = sizeof(struct ris), .open = open_ris,
          .close = close_ris, .prepare = prepare_reference, .write = write_reference,
          .between = "\r\n", .footer = note_untitled);

PC_MODULE(&ris);
