/* changes.c - renames, drops and keeps fields. */
#include "changes.h"

#include <stdlib.h>

/* ---- settings -------------------------------------------------------------------- */

static struct change *new_change(struct changes *changes)
{
    changes->items =
        realloc(changes->items, (changes->count + 1) * sizeof *changes->items); /* a few */
    if (changes->items == NULL)
        abort(); /* the host reports that memory ran out */
    return &changes->items[changes->count++];
}

/* A field, or a pattern of fields. */
static int read_pattern(pc_str name, pc_str *key, const char *option, pc_stage *stage)
{
    *key = name;
    if (pc_ends(name, "*"))
        return PC_OK;
    if (pc_list_of(name) > PC_LIST_OTHERS && option[0] == 'k')
        return pc_fatal(stage, name, "bad-option",
                        "%s: %.*s goes with its field: keep that, and drop what is not needed",
                        option, PC_FMT(name));
    return pc_field_named(name, key, stage, option);
}

static int read_names(struct changes *changes, pc_str names, const char *option, pc_stage *stage)
{
    bool more;

    do {
        struct change *c = new_change(changes);
        pc_str name;

        more = pc_cut(names, ',', &name, &names);
        c->argument = pc_none();
        if (read_pattern(name, &c->key, option, stage) != PC_OK)
            return PC_FATAL;
    } while (more);
    return PC_OK;
}

static int read_change(struct changes *changes, pc_str setting, enum form form, const char *option,
                       pc_stage *stage)
{
    struct change *c = new_change(changes);
    pc_str name, argument;

    if (!pc_cut(setting, '=', &name, &argument))
        return pc_fatal(stage, setting, "bad-option", "%s: an = is missing, as in %s=%s", option,
                        option, form == NAME_AND_NAME ? "OLD=NEW" : "FIELD=TEMPLATE");
    if (pc_field_named(name, &c->key, stage, option) != PC_OK)
        return PC_FATAL;
    c->argument = argument;
    return form == NAME_AND_NAME ? pc_field_named(argument, &c->argument, stage, option)
                                 : template_check(argument, option, stage);
}

int changes_read(struct changes *changes, pc_strs settings, enum form form, const char *option,
                 pc_stage *stage)
{
    for (size_t i = 0; i < settings.count; i++) {
        const int status = form == NAMES
                               ? read_names(changes, settings.items[i], option, stage)
                               : read_change(changes, settings.items[i], form, option, stage);

        if (status != PC_OK)
            return status;
    }
    return PC_OK;
}

void changes_free(struct changes *changes)
{
    free(changes->items);
    *changes = (struct changes){ .items = NULL };
}

/* ---- records --------------------------------------------------------------------- */

/* What stands behind FIELD in the key of what qualifies it, such as .family; absent when KEY is
 * none. */
static pc_str qualifier_of(pc_str field, pc_str key)
{
    const enum pc_list list = pc_list_of(key);

    if (list <= PC_LIST_OTHERS || pc_parent_of(list) != pc_list_of(field))
        return pc_none();
    return pc_drop(key, field.n);
}

/* True when KEY takes one value, and RECORD has it. */
static bool is_taken(pc_str key, const pc_record *record)
{
    static const bool repeats[PC_KEYS] = {
#define REPEATS(list, key, member, repeats, ...) [PC_LIST_##list] = repeats,
        PC_FIELDS(REPEATS)
#undef REPEATS
            [PC_LIST_OTHERS] = true
    };
    const enum pc_list list = pc_list_of(key);

    return !repeats[list] && record->h.host->get(record, key, 0).n != 0;
}

void change_name(const struct change *c, pc_record *record)
{
    struct moved {
        pc_str key, value;
    } * moved;
    size_t fields = 0, count = 0;
    pc_str key, value;

    if (record->h.host->get(record, c->key, 0).n == 0 || is_taken(c->argument, record))
        return;
    while (pc_field(record, fields, &key, &value))
        fields++;
    moved = pc_scratch(record, fields * sizeof *moved);
    for (size_t i = 0; pc_field(record, i, &key, &value); i++) {
        const pc_str suffix = qualifier_of(c->key, key);
        char *name;

        if (!pc_same(key, c->key) && suffix.n == 0)
            continue;
        name = pc_scratch(record, c->argument.n + suffix.n + 1);
        memcpy(name, c->argument.p, c->argument.n);
        if (suffix.n != 0)
            memcpy(name + c->argument.n, suffix.p, suffix.n);
        moved[count++] = (struct moved){ pc_sub(name, c->argument.n + suffix.n), value };
    }
    record->h.host->remove(record, c->key);
    for (size_t i = 0; i < count; i++)
        pc_add_key(record, moved[i].key, moved[i].value);
}

static bool matches_name(pc_str pattern, pc_str key)
{
    if (!pc_ends(pattern, "*"))
        return pc_same(pattern, key);
    pattern.n--;
    return key.n >= pattern.n && pc_same(pattern, pc_sub(key.p, pattern.n));
}

static bool is_named(const struct changes *changes, pc_str key)
{
    for (size_t i = 0; i < changes->count; i++) {
        if (matches_name(changes->items[i].key, key))
            return true;
    }
    return false;
}

void drop_fields(const struct changes *changes, pc_record *record)
{
    pc_str key, value;

    for (size_t i = 0; pc_field(record, i, &key, &value);) {
        if (is_named(changes, key))
            record->h.host->remove(record, key); /* of this one and those behind it */
        else
            i++;
    }
}

/* What qualifies a field stays with it. */
void keep_fields(const struct changes *changes, pc_record *record)
{
    pc_str key, value;

    for (size_t i = 0; pc_field(record, i, &key, &value);) {
        const enum pc_list list = pc_list_of(key);

        if (is_named(changes, key) ||
            (list > PC_LIST_OTHERS && is_named(changes, pc_key_of(pc_parent_of(list)))))
            i++;
        else
            record->h.host->remove(record, key);
    }
}
