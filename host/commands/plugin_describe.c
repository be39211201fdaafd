/* plugin_describe.c - describes a plugin's table in words and as JSON. */
#include "commands/plugin_describe.h"
#include "loader/plugin_options.h"

#include <apr_strings.h>
#include <stdio.h>
#include <string.h>

const int plugin_kinds[] = { PC_KIND_INPUT, PC_KIND_FILTER, PC_KIND_OUTPUT, 0 };

/* ---- words ---- */

static const struct threads_row {
    uint32_t least; /* the values in between are for later minor versions of the SDK */
    const char *word, *meaning;
} threads_table[] = {
    { PC_REENTRANT, "reentrant", "records in parallel" },
    { PC_INSTANCE, "instance", "documents in parallel" },
    { PC_SERIAL, "serial", "one call at a time" },
};

static const struct threads_row *find_threads(uint32_t threads)
{
    const struct threads_row *t = threads_table;

    while (t->least > threads)
        t++;
    return t;
}

const char *threads_word(uint32_t threads)
{
    return find_threads(threads)->word;
}

const char *threads_meaning(uint32_t threads)
{
    return find_threads(threads)->meaning;
}

const char *uses_words(uint32_t uses, apr_pool_t *pool)
{
    static const struct {
        uint32_t bit;
        const char *word;
    } table[] = { { PC_USES_FILES, "files" },     { PC_USES_NETWORK, "network" },
                  { PC_USES_EXEC, "exec" },       { PC_USES_AGAIN, "again" },
                  { PC_USES_SCRATCH, "scratch" }, { PC_USES_OUTPUT_FILE, "output-file" },
                  { PC_USES_RUN, "run" } };
    const char *words = "";

    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if ((uses & table[i].bit) != 0)
            words = apr_pstrcat(pool, words, *words ? " " : "", table[i].word, NULL);
    }
    return words;
}

const char *adds_words(const struct pc_plugin *t, apr_pool_t *pool)
{
    const char *words = "";

    for (size_t i = 0; t->adds != NULL && t->adds[i] != NULL; i++)
        words = apr_pstrcat(pool, words, *words ? " " : "", t->adds[i], NULL);
    return words;
}

/* ---- JSON ---- */

json_t *json_text(const char *text)
{
    json_t *string = text != NULL ? json_string(text) : NULL;

    return string != NULL ? string : json_null();
}

/* The words of LIST, which SEPARATOR separates, as an array. */
static json_t *json_words(const char *list, const char *separator)
{
    json_t *array = json_array();

    for (const char *p = list != NULL ? list : ""; *p != '\0';) {
        size_t n = strcspn(p, separator);

        if (n > 0)
            json_array_append_new(array, json_stringn(p, n));
        p += n;
        p += strspn(p, separator);
    }
    return array;
}

static json_t *option_json(const pc_option *o, apr_pool_t *pool)
{
    json_t *object = json_object();

    json_object_set_new(object, "name", json_text(user_spelling(o->name, pool)));
    json_object_set_new(object, "type", json_text(plugin_option_type_name(o->type)));
    json_object_set_new(object, "required", json_boolean(o->fallback == NULL));
    if (o->fallback != NULL)
        json_object_set_new(object, "default", json_text(o->fallback));
    if (o->type == PC_CHOICE)
        json_object_set_new(object, "choices", json_words(o->choices, "|"));
    json_object_set_new(object, "help", json_text(o->help));
    return object;
}

/* {"tsv": {"dialect": "tsv"}} */
static json_t *extension_options_json(const char *words, apr_pool_t *pool)
{
    json_t *object = json_object();
    struct file_extension e;

    while (file_extension_next(&words, &e, pool))
        if (e.key != NULL)
            json_object_set_new(object, e.name,
                                json_pack("{s:s}", user_spelling(e.key, pool), e.value));
    return object;
}

json_t *plugin_json(const struct plugin *p, apr_pool_t *pool)
{
    const struct pc_plugin *t = p->table;
    json_t *object = json_object(), *options = json_array(), *texts = json_array();

    for (const pc_option *o = t->options; o != NULL && o->name != NULL; o++)
        json_array_append_new(options, option_json(o, pool));
    for (size_t i = 0; t->texts != NULL && t->texts[i] != NULL; i += 2)
        json_array_append_new(texts, json_text(t->texts[i]));
    json_object_set_new(object, "kind", json_text(plugin_kind_name((int)t->kind)));
    json_object_set_new(object, "name", json_text(p->name));
    json_object_set_new(object, "version", json_text(t->version));
    json_object_set_new(object, "sdk",
                        json_text(apr_psprintf(pool, "1.%u", (unsigned)p->needs_minor)));
    json_object_set_new(object, "summary", json_text(t->summary));
    json_object_set_new(object, "extensions",
                        json_words(file_extension_names(t->extensions, pool), " "));
    json_object_set_new(object, "extension_options", extension_options_json(t->extensions, pool));
    json_object_set_new(object, "threads", json_text(threads_word(t->threads)));
    json_object_set_new(object, "uses", json_words(uses_words(t->uses, pool), " "));
    if (t->kind == PC_KIND_FILTER)
        json_object_set_new(object, "adds", json_words(adds_words(t, pool), " "));
    json_object_set_new(object, "options", options);
    json_object_set_new(object, "texts", texts);
    json_object_set_new(object, "module", json_text(p->path));
    return object;
}

void print_json(json_t *object)
{
    json_dumpf(object, stdout, JSON_INDENT(2));
    json_decref(object);
    putchar('\n');
}
