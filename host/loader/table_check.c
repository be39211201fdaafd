/* table_check.c - checks the table of a plugin, which is not trusted, and completes it. */
#include "loader/table_check.h"

#include "loader/file_extensions.h"
#include "loader/plugin_options.h"

#include <apr_strings.h>
#include <stdalign.h>
#include <string.h>

/* The tables of minor version 0 end with flush and offset; no module has smaller ones. */
enum {
    PLUGIN_LEAST = offsetof(struct pc_plugin, flush) + sizeof(int (*)(void *, pc_pipe *)),
    OPTION_LEAST = offsetof(pc_option, offset) + sizeof(uint32_t),
    SIZE_MOST = 4096, /* a larger size is garbage */
    OPTIONS_MOST = 1000
};

__attribute__((format(printf, 2, 3))) static bool refuse_table(struct problem *why,
                                                               const char *format, ...)
{
    char text[sizeof why->text];
    va_list ap;

    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    problem_set(why, PC_ERROR, "plugin-refused", "%s", text);
    return false;
}

static bool is_identifier(const char *name)
{
    return name != NULL && *name >= 'a' && *name <= 'z' &&
           name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

/* ---- options ---- */

static bool check_choices(const pc_option *o, struct problem *why)
{
    const char *p = o->choices;

    if (p == NULL || *p == '\0' || *p == '|' || strstr(p, "||") != NULL || p[strlen(p) - 1] == '|')
        return refuse_table(why, "the choices of its option %s are not of the form 'short|long'",
                            o->name);
    return true;
}

static bool check_fallback(const pc_option *o, apr_pool_t *pool, struct problem *why)
{
    union {
        bool b;
        int64_t i;
        double d;
        pc_str s;
        pc_file file;
        pc_strs list;
    } state;
    pc_option scratch = *o;

    scratch.offset = 0;
    if (o->type == PC_OPTION_LIST)
        scratch.type = PC_STRING;
    if (o->fallback != NULL && o->type == PC_OPTION_FILE && *o->fallback != '\0')
        return refuse_table(why, "the default of its option %s is the file '%s' and must be none",
                            o->name, o->fallback);
    if (o->fallback != NULL && !plugin_option_store(&scratch, o->fallback, &state))
        return refuse_table(why, "the default of its option %s is '%s' and must be %s", o->name,
                            o->fallback, plugin_option_takes(o, pool));
    return true;
}

/* So that an older host refuses the module for what it needs, and not for a type. */
static bool declares_minor(const pc_option *o, uint32_t needs_minor, struct problem *why)
{
    return o->type < PC_OPTION_FILE || needs_minor >= 1 ||
           refuse_table(why,
                        "the type of its option %s is of SDK 1.1: the module must say "
                        "#define PC_NEEDS 1",
                        o->name);
}

static bool check_option(const pc_option *o, const struct pc_plugin *table, uint32_t needs_minor,
                         apr_pool_t *pool, struct problem *why)
{
    size_t size;

    if (!is_identifier(o->name))
        return refuse_table(why, "'%.40s' cannot be the name of an option", o->name);
    if (plugin_option_type_name(o->type) == NULL)
        return refuse_table(why, "its option %s has the unknown type %u", o->name,
                            (unsigned)o->type);
    if (!declares_minor(o, needs_minor, why))
        return false;
    size = plugin_option_type_size(o->type);
    if (o->offset > table->state_size || table->state_size - o->offset < size)
        return refuse_table(why, "its option %s lies outside its state of %zu bytes", o->name,
                            table->state_size);
    if (o->type == PC_CHOICE && !check_choices(o, why))
        return false;
    return check_fallback(o, pool, why);
}

/* Copies the options of RAW, whose size may differ from sizeof(pc_option). */
static bool copy_options(const struct pc_plugin *raw, struct pc_plugin *table, uint32_t needs_minor,
                         apr_pool_t *pool, struct problem *why)
{
    const char *from = (const char *)raw->options;
    size_t stride = raw->option_size, count = 0, known;
    pc_option *options, *o;

    if (from == NULL)
        return true;
    if (stride < OPTION_LEAST || stride > SIZE_MOST || stride % alignof(pc_option) != 0)
        return refuse_table(why, "the lines of its option table are %zu bytes long, not %d or more",
                            stride, (int)OPTION_LEAST);
    known = stride < sizeof(pc_option) ? stride : sizeof(pc_option);
    while (*(const char *const *)(const void *)(from + count * stride) != NULL) {
        if (++count > OPTIONS_MOST)
            return refuse_table(why, "its option table does not end with PC_OPT_END");
    }
    options = (pc_option *)apr_pcalloc(pool, (count + 1) * sizeof *options);
    for (o = options; o < options + count; o++) {
        memcpy(o, from + (size_t)(o - options) * stride, known);
        if (!check_option(o, table, needs_minor, pool, why))
            return false;
        for (const pc_option *other = options; other < o; other++) {
            if (strcmp(other->name, o->name) == 0)
                return refuse_table(why, "it has two options called %s", o->name);
        }
    }
    table->options = options;
    table->option_size = sizeof *options;
    return true;
}

/* ---- the table ---- */

static bool check_callbacks(const struct pc_plugin *table, struct problem *why)
{
    const struct {
        uint32_t kind;
        bool present;
        const char *name;
    } needed[] = {
        { PC_KIND_INPUT, table->sniff != NULL, "sniff" },
        { PC_KIND_INPUT, table->next != NULL, "next" },
        { PC_KIND_OUTPUT, table->write != NULL, "write" },
        { PC_KIND_FILTER, table->apply != NULL, "apply" },
    };
    bool known = false;

    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (needed[i].kind != table->kind)
            continue;
        known = true;
        if (!needed[i].present)
            return refuse_table(why, "its plugin %s has no %s()", table->name, needed[i].name);
    }
    return known || refuse_table(why, "its plugin %s is of the unknown kind %u", table->name,
                                 (unsigned)table->kind);
}

const struct pc_plugin *plugin_table(const struct pc_plugin *raw, uint32_t needs_minor,
                                     apr_pool_t *pool, struct problem *why)
{
    struct pc_plugin *table;

    if (raw == NULL || raw->size < PLUGIN_LEAST || raw->size > SIZE_MOST) {
        refuse_table(why, "the table of one of its plugins is %u bytes long, not %d or more",
                     raw ? (unsigned)raw->size : 0, (int)PLUGIN_LEAST);
        return NULL;
    }
    table = (struct pc_plugin *)apr_pcalloc(pool, sizeof *table);
    memcpy(table, raw, raw->size < sizeof *table ? raw->size : sizeof *table);
    table->options = NULL;
    if (!is_identifier(table->name)) {
        refuse_table(why, "'%.40s' cannot be the name of a plugin", table->name ? table->name : "");
        return NULL;
    }
    if (needs_minor < 1 && table->uses >= PC_USES_AGAIN) {
        refuse_table(why,
                     "its plugin %s uses what is new in SDK 1.1: the module must say "
                     "#define PC_NEEDS 1",
                     table->name);
        return NULL;
    }
    if (table->kind == PC_KIND_INPUT && (table->uses & PC_USES_SCRATCH) != 0) {
        refuse_table(why, "its plugin %s is an input, which cannot use PC_USES_SCRATCH",
                     table->name);
        return NULL;
    }
    if ((table->kind != PC_KIND_OUTPUT || table->between != NULL) &&
        (table->uses & PC_USES_OUTPUT_FILE) != 0) {
        refuse_table(why,
                     "its plugin %s declares PC_USES_OUTPUT_FILE and is no output, or has a text "
                     "between records",
                     table->name);
        return NULL;
    }
    if (table->kind != PC_KIND_OUTPUT && (table->uses & PC_USES_RUN) != 0) {
        refuse_table(why, "its plugin %s is no output, and declares PC_USES_RUN", table->name);
        return NULL;
    }
    if (!check_callbacks(table, why) || !copy_options(raw, table, needs_minor, pool, why) ||
        !file_extensions_check(table, pool, why))
        return NULL;
    return table;
}
