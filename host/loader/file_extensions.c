/* file_extensions.c - the extensions of files that a plugin lists, and their options. */
#include "loader/file_extensions.h"

#include "loader/plugin_options.h"

#include <apr_strings.h>
#include <string.h>

bool file_extension_next(const char **words, struct file_extension *e, apr_pool_t *pool)
{
    const char *word = *words != NULL ? *words + strspn(*words, " ") : "";
    size_t n = strcspn(word, " "), name = strcspn(word, " :"), key;

    *e = (struct file_extension){ NULL, NULL, NULL };
    *words = word + n;
    if (n == 0)
        return false;
    e->name = apr_pstrmemdup(pool, word, name);
    if (name == n)
        return true;
    word += name + 1;
    n -= name + 1;
    key = strcspn(word, " =");
    e->key = apr_pstrmemdup(pool, word, key);
    if (key < n)
        e->value = apr_pstrmemdup(pool, word + key + 1, n - key - 1);
    return true;
}

static const char *joined(const char *words, bool with_options, apr_pool_t *pool)
{
    struct file_extension e;
    const char *text = "";

    while (file_extension_next(&words, &e, pool)) {
        text = apr_pstrcat(pool, text, *text != '\0' ? " " : "", e.name, NULL);
        if (with_options && e.key != NULL)
            text = apr_psprintf(pool, "%s (%s=%s)", text, user_spelling(e.key, pool), e.value);
    }
    return text;
}

const char *file_extension_names(const char *words, apr_pool_t *pool)
{
    return joined(words, false, pool);
}

const char *file_extension_text(const char *words, apr_pool_t *pool)
{
    return joined(words, true, pool);
}

/* ---- checking ---- */

/* Words without an option are taken as they are, as version 1.0 took them. */
static bool option_is_valid(const struct pc_plugin *table, const struct file_extension *e,
                            apr_pool_t *pool, struct problem *why)
{
    const struct plugin plugin = { .table = table };
    const pc_option *option;
    union {
        bool b;
        int64_t i;
        double d;
        pc_str s;
    } state;
    pc_option scratch;

    if (*e->name == '\0' || *e->key == '\0' || e->value == NULL) {
        problem_set(why, PC_ERROR, "plugin-refused",
                    "an extension with an option is written 'NAME:OPTION=VALUE', not '%.40s:%.40s'",
                    e->name, e->key);
        return false;
    }
    option = plugin_option_find(&plugin, e->key);
    if (option == NULL) {
        problem_set(why, PC_ERROR, "plugin-refused",
                    "its extension %.40s sets the option '%.40s', which it does not have", e->name,
                    e->key);
        return false;
    }
    scratch = *option;
    scratch.offset = 0;
    if (plugin_option_store(&scratch, e->value, &state))
        return true;
    problem_set(why, PC_ERROR, "plugin-refused",
                "its extension %.40s sets its option %s to '%.40s', which must be %s", e->name,
                option->name, e->value, plugin_option_takes(option, pool));
    return false;
}

bool file_extensions_check(const struct pc_plugin *table, apr_pool_t *pool, struct problem *why)
{
    const char *words = table->extensions;
    struct file_extension e;

    while (file_extension_next(&words, &e, pool))
        if (e.key != NULL && !option_is_valid(table, &e, pool, why))
            return false;
    return true;
}
