/* fields - renames, sets, keeps and drops fields of each record. */
#define PC_NEEDS 1
#include "changes.h"
#include "page_text.h"

struct fields {
    pc_strs rename, set, fill, keep, drop;
    struct changes renamed, set_to, filled, kept, dropped;
    pc_text value; /* scratch */
};

static const pc_option options[] = {
    PC_OPT_LIST(struct fields, rename, "", "Move a field to another: OLD=NEW"),
    PC_OPT_LIST(struct fields, set, "", "Give a field a value: FIELD=TEMPLATE, such as [title]"),
    PC_OPT_LIST(struct fields, fill, "", "The same for records that do not have the field"),
    PC_OPT_LIST(struct fields, keep, "", "Keep only these fields: FIELD,FIELD,bibtex:*"),
    PC_OPT_LIST(struct fields, drop, "", "Drop these fields"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };
static const char *const adds[] = { "*", NULL };

static void close_fields(void *state)
{
    struct fields *f = state;

    changes_free(&f->renamed);
    changes_free(&f->set_to);
    changes_free(&f->filled);
    changes_free(&f->kept);
    changes_free(&f->dropped);
    pc_text_free(&f->value);
}

static int open_fields(void *state, pc_stage *stage)
{
    struct fields *f = state;

    if (changes_read(&f->renamed, f->rename, NAME_AND_NAME, "rename", stage) == PC_OK &&
        changes_read(&f->set_to, f->set, NAME_AND_TEMPLATE, "set", stage) == PC_OK &&
        changes_read(&f->filled, f->fill, NAME_AND_TEMPLATE, "fill", stage) == PC_OK &&
        changes_read(&f->kept, f->keep, NAMES, "keep", stage) == PC_OK &&
        changes_read(&f->dropped, f->drop, NAMES, "drop", stage) == PC_OK)
        return PC_OK;
    close_fields(f);
    return PC_FATAL;
}

static void set_field(struct fields *f, const struct change *c, pc_record *record)
{
    if (!template_fill(&f->value, c->argument, record))
        return;
    record->h.host->remove(record, c->key);
    pc_add_key(record, c->key, pc_text_str(&f->value));
}

static int apply_fields(void *state, pc_pipe *pipe, pc_record *record)
{
    struct fields *f = state;

    (void)pipe;
    for (size_t i = 0; i < f->renamed.count; i++)
        change_name(&f->renamed.items[i], record);
    for (size_t i = 0; i < f->set_to.count; i++)
        set_field(f, &f->set_to.items[i], record);
    for (size_t i = 0; i < f->filled.count; i++) {
        if (record->h.host->get(record, f->filled.items[i].key, 0).n == 0)
            set_field(f, &f->filled.items[i], record);
    }
    if (f->kept.count != 0)
        keep_fields(&f->kept, record);
    if (f->dropped.count != 0)
        drop_fields(&f->dropped, record);
    return PC_OK;
}

PC_FILTER(fields, .version = "1.0.0", .summary = "Renames, sets, keeps and drops fields",
          .texts = texts, .options = options, .state_size = sizeof(struct fields),
          .open = open_fields, .close = close_fields, .apply = apply_fields, .adds = adds);
PC_MODULE(&fields);
