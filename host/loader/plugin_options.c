/* plugin_options.c - stores the user's KEY=VALUE in the state of a plugin. */
#include "loader/plugin_options.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "loader/option_file.h"
#include "loader/string_list.h"
#include "paperconv/json.h"

#include <apr_strings.h>
#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- values ---- */

static size_t digits_length(const char *p)
{
    return strspn(p, "0123456789");
}

static bool store_bool(const char *value, void *to)
{
    int64_t position = choice_position("false|true|no|yes|0|1", value);
    bool b = position % 2 == 1;

    memcpy(to, &b, sizeof b);
    return position >= 0;
}

static bool store_int(const char *value, void *to)
{
    const char *p = value + (*value == '-');
    int64_t i;

    errno = 0;
    i = strtoll(value, NULL, 10);
    memcpy(to, &i, sizeof i);
    return digits_length(p) > 0 && p[digits_length(p)] == '\0' && errno == 0;
}

static bool store_number(const char *value, void *to)
{
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0), user;
    double d;

    if (plain == (locale_t)0)
        return false;
    user = uselocale(plain);
    d = strtod(value, NULL);
    uselocale(user);
    freelocale(plain);
    memcpy(to, &d, sizeof d);
    return pc_json_is_number(pc_s(value)) && isfinite(d);
}

static bool store_string(const char *value, void *to)
{
    pc_str s = pc_s(value);

    memcpy(to, &s, sizeof s);
    return (text_scan(s.p, s.n) & TEXT_INVALID) == 0;
}

static bool store_no_file(const char *value, void *to)
{
    const pc_file none = { .fd = -1 };

    memcpy(to, &none, sizeof none);
    return *value == '\0';
}

static bool store_no_list(const char *value, void *to)
{
    const pc_strs none = { NULL, 0 };

    memcpy(to, &none, sizeof none);
    return *value == '\0';
}

static const struct type {
    const char *name, *takes;
    size_t size;
    bool (*store)(const char *value, void *to); /* NULL: a choice */
} types[] = {
    [PC_BOOL] = { "bool", "true or false", sizeof(bool), store_bool },
    [PC_INT] = { "int", "a whole number", sizeof(int64_t), store_int },
    [PC_NUMBER] = { "number", "a number", sizeof(double), store_number },
    [PC_STRING] = { "string", "a text in UTF-8", sizeof(pc_str), store_string },
    [PC_CHOICE] = { "choice", "one of ", sizeof(int64_t), NULL },
    [PC_OPTION_FILE] = { "file", "the name of a file", sizeof(pc_file), store_no_file },
    [PC_OPTION_LIST] = { "list", "a text in UTF-8", sizeof(pc_strs), store_no_list },
};

const char *plugin_option_type_name(uint32_t type)
{
    return type < sizeof types / sizeof types[0] ? types[type].name : NULL;
}

size_t plugin_option_type_size(uint32_t type)
{
    return types[type].size;
}

const char *plugin_option_takes(const pc_option *o, apr_pool_t *pool)
{
    return apr_pstrcat(pool, types[o->type].takes, o->type == PC_CHOICE ? o->choices : NULL, NULL);
}

bool plugin_option_store(const pc_option *o, const char *value, void *state)
{
    void *to = (char *)state + o->offset;
    int64_t position;

    if (types[o->type].store != NULL)
        return types[o->type].store(value, to);
    position = choice_position(o->choices, value);
    memcpy(to, &position, sizeof position);
    return position >= 0;
}

const pc_file *plugin_option_file(const pc_option *o, const void *state)
{
    const void *member = (const char *)state + o->offset;
    const pc_file *file = o->type == PC_OPTION_FILE ? member : NULL;

    return file != NULL && file->fd >= 0 ? file : NULL;
}

/* ---- options ---- */

const char *user_spelling(const char *identifier, apr_pool_t *pool)
{
    char *name = apr_pstrdup(pool, identifier);

    for (char *p = name; *p != '\0'; p++) {
        if (*p == '_')
            *p = '-';
    }
    return name;
}

/* - and _ are the same. */
static bool is_same_name(const char *a, const char *b)
{
    for (; *a != '\0'; a++, b++) {
        if (*a != *b && !(strchr("-_", *a) != NULL && *b != '\0' && strchr("-_", *b) != NULL))
            return false;
    }
    return *b == '\0';
}

const pc_option *plugin_option_find(const struct plugin *p, const char *key)
{
    for (const pc_option *o = p->table->options; o != NULL && o->name != NULL; o++) {
        if (is_same_name(o->name, key))
            return o;
    }
    return NULL;
}

static bool unknown_option(const struct plugin *p, const char *key, apr_pool_t *pool,
                           struct problem *why)
{
    apr_array_header_t *names = string_list_make(pool);
    const char *nearest;

    for (const pc_option *o = p->table->options; o != NULL && o->name != NULL; o++)
        string_list_push(names, user_spelling(o->name, pool));
    nearest = nearest_name(key, string_list_items(names), (size_t)names->nelts);
    if (nearest != NULL)
        problem_set(why, PC_ERROR, "unknown-option",
                    "plugin %s has no option '%s'; did you mean '%s'?", p->name, key, nearest);
    else if (names->nelts == 0)
        problem_set(why, PC_ERROR, "unknown-option", "plugin %s has no option '%s', and no other",
                    p->name, key);
    else
        problem_set(why, PC_ERROR, "unknown-option", "plugin %s has no option '%s'; it has %s",
                    p->name, key, apr_array_pstrcat(pool, names, ','));
    return false;
}

/* The value that the user gave O, or its default; NULL when there is neither. */
static const char *setting_value(const struct plugin *p, const pc_option *o,
                                 struct settings settings)
{
    for (size_t i = settings.count; i-- > 0;) {
        if (plugin_option_find(p, settings.items[i].key) == o)
            return settings.items[i].value;
    }
    return o->fallback;
}

/* Stores what the user gave the list O, or its default. */
static bool store_list(const struct plugin *p, const pc_option *o, struct settings settings,
                       void *state, apr_pool_t *pool, const char **bad)
{
    pc_str *items = apr_palloc(pool, (settings.count + 1) * sizeof *items);
    pc_strs list = { items, 0 };
    bool given = false;

    for (size_t i = 0; i <= settings.count; i++) {
        const char *value = i < settings.count ? settings.items[i].value : o->fallback;

        if (i < settings.count ? plugin_option_find(p, settings.items[i].key) != o : given)
            continue;
        given = true;
        *bad = value;
        if (*value != '\0' && !store_string(apr_pstrdup(pool, value), &items[list.count++]))
            return false;
    }
    memcpy((char *)state + o->offset, &list, sizeof list);
    return true;
}

static bool store_file(const struct plugin *p, const pc_option *o, const char *name,
                       const char *value, void *state, apr_pool_t *pool, struct problem *why)
{
    struct problem reason = { .code = NULL };
    pc_file file;

    if (!option_file_open(apr_pstrdup(pool, value), &file, pool, &reason)) {
        problem_set(why, PC_ERROR, reason.code, "option '%s' of plugin %s: %s", name, p->name,
                    reason.text);
        return false;
    }
    memcpy((char *)state + o->offset, &file, sizeof file);
    return true;
}

/* Stores VALUE, the last that the user gave option O, which is called NAME, or its default. */
static bool store_option(const struct plugin *p, const pc_option *o, const char *name,
                         const char *value, struct settings settings, void *state, apr_pool_t *pool,
                         struct problem *why)
{
    if (o->type == PC_OPTION_FILE)
        return store_file(p, o, name, value, state, pool, why);
    if (o->type == PC_OPTION_LIST ? store_list(p, o, settings, state, pool, &value)
                                  : plugin_option_store(o, apr_pstrdup(pool, value), state))
        return true;
    problem_set(why, PC_ERROR, "bad-option", "option '%s' of plugin %s takes %s, not '%s'", name,
                p->name, plugin_option_takes(o, pool), value);
    return false;
}

/* A required file or list is not there when the user has set it to nothing. */
static bool is_missing(const pc_option *o, const char *value)
{
    bool nothing = o->type == PC_OPTION_FILE || o->type == PC_OPTION_LIST;

    return value == NULL || (nothing && o->fallback == NULL && *value == '\0');
}

bool plugin_options_apply(const struct plugin *p, struct settings settings, void *state,
                          apr_pool_t *pool, struct problem *why)
{
    for (size_t i = 0; i < settings.count; i++) {
        if (plugin_option_find(p, settings.items[i].key) == NULL)
            return unknown_option(p, settings.items[i].key, pool, why);
    }
    for (const pc_option *o = p->table->options; o != NULL && o->name != NULL; o++) {
        const char *name = user_spelling(o->name, pool), *value = setting_value(p, o, settings);

        if (is_missing(o, value)) {
            problem_set(why, PC_ERROR, "missing-option",
                        "plugin %s needs its option '%s': add --set %s=...", p->name, name, name);
            return false;
        }
        if (!store_option(p, o, name, value, settings, state, pool, why))
            return false;
    }
    return true;
}

struct compiled_options plugin_options_compile(const struct plugin *p, struct settings settings,
                                               apr_pool_t *pool)
{
    struct compiled_options compiled = { .state = NULL };
    void *state = apr_pcalloc(pool, p->table->state_size + 1);

    if (plugin_options_apply(p, settings, state, pool, &compiled.problem))
        compiled.state = state;
    return compiled;
}
