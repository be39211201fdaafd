/* plugin_options.c - stores the user's KEY=VALUE in the state of a plugin. */
#include "loader/plugin_options.h"
#include "base/json_number.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "loader/string_list.h"

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
    return is_json_number(pc_s(value)) && isfinite(d);
}

static bool store_string(const char *value, void *to)
{
    pc_str s = pc_s(value);

    memcpy(to, &s, sizeof s);
    return (text_scan(s.p, s.n) & TEXT_INVALID) == 0;
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

bool plugin_options_apply(const struct plugin *p, struct settings settings, void *state,
                          apr_pool_t *pool, struct problem *why)
{
    for (size_t i = 0; i < settings.count; i++) {
        if (plugin_option_find(p, settings.items[i].key) == NULL)
            return unknown_option(p, settings.items[i].key, pool, why);
    }
    for (const pc_option *o = p->table->options; o != NULL && o->name != NULL; o++) {
        const char *name = user_spelling(o->name, pool), *value = setting_value(p, o, settings);

        if (value == NULL) {
            problem_set(why, PC_ERROR, "missing-option",
                        "plugin %s needs its option '%s': add --set %s=...", p->name, name, name);
            return false;
        }
        if (!plugin_option_store(o, apr_pstrdup(pool, value), state)) {
            problem_set(why, PC_ERROR, "bad-option", "option '%s' of plugin %s takes %s, not '%s'",
                        name, p->name, plugin_option_takes(o, pool), value);
            return false;
        }
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
