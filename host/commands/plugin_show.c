/* plugin_show.c - 'paperconv plugin show': describes the plugins of one name. */
#include "commands/commands.h"
#include "commands/plugin_describe.h"
#include "diagnostics/reporter.h"
#include "loader/plugin_options.h"
#include "stages/host_table.h"

#include <apr_strings.h>
#include <apr_tables.h>
#include <stdio.h>
#include <string.h>

/* ---- finding the plugins ---- */

/* Removes a prefix such as "output/" from *NAME and returns its kind; 0 when there is none. */
static int split_kind(const char **name)
{
    const char *slash = strchr(*name, '/');

    for (const int *kind = plugin_kinds; slash != NULL && *kind != 0; kind++) {
        const char *word = plugin_kind_name(*kind);

        if (strlen(word) == (size_t)(slash - *name) && strncmp(*name, word, strlen(word)) == 0 &&
            strchr(slash + 1, '/') == NULL && strchr(slash, '.') == NULL) {
            *name = slash + 1;
            return *kind;
        }
    }
    return 0;
}

/* The plugins called NAME (const struct plugin *); *WHY is set when there are none. */
static apr_array_header_t *find_named_plugins(struct registry *registry, const char *name,
                                              apr_pool_t *pool, struct problem *why)
{
    apr_array_header_t *found = apr_array_make(pool, 3, sizeof(const struct plugin *));
    int only = split_kind(&name);
    const char *nearest;

    for (const int *kind = plugin_kinds; *kind != 0; kind++) {
        struct problem p = { 0 };
        const struct plugin *plugin;

        if (only != 0 && *kind != only)
            continue;
        plugin = registry_find(registry, *kind, name, &p);
        if (plugin != NULL)
            *(const struct plugin **)apr_array_push(found) = plugin;
        else if (only != 0 || strchr(name, '/') != NULL || strcmp(p.code, "unknown-plugin") != 0)
            problem_set(why, p.severity, p.code, "%s", p.text);
    }
    if (found->nelts == 0 && why->code == NULL) {
        nearest = registry_nearest(registry, 0, name);
        problem_set(why, PC_ERROR, "unknown-plugin", "there is no plugin '%s'; %s%s%s", name,
                    nearest ? "did you mean '" : "'paperconv plugin list' shows all",
                    nearest ? nearest : "", nearest ? "'?" : "");
    }
    return found;
}

/* ---- describing them ---- */

static void print_line(const char *label, const char *text)
{
    if (text != NULL && *text != '\0')
        printf("  %-12s%s\n", label, text);
}

static void print_plugin_option(const pc_option *o, apr_pool_t *pool)
{
    const char *takes = o->type == PC_CHOICE ? o->choices
                        : o->type == PC_BOOL ? "true|false"
                        : o->type == PC_OPTION_LIST
                            ? "<string>"
                            : apr_pstrcat(pool, "<", plugin_option_type_name(o->type), ">", NULL);

    printf("  %s=%s", user_spelling(o->name, pool), takes);
    printf(" (%s", o->type == PC_OPTION_LIST ? "repeatable, " : "");
    if (o->fallback == NULL)
        printf("required)\n");
    else if (o->type == PC_OPTION_FILE)
        printf("default none)\n");
    else
        printf("default %s)\n", *o->fallback ? o->fallback : "empty");
    if (o->help != NULL)
        printf("      %s\n", o->help);
}

static void print_plugin(const struct plugin *p, apr_pool_t *pool)
{
    const struct pc_plugin *t = p->table;
    const char *uses = uses_words(t->uses, pool), *kind = plugin_kind_name((int)t->kind);
    const char *texts = "";

    for (size_t i = 0; t->texts != NULL && t->texts[i] != NULL; i += 2)
        texts = apr_pstrcat(pool, texts, *texts ? " " : "", t->texts[i], NULL);
    printf("%s, %s plugin\n", p->name, kind);
    print_line("summary", t->summary);
    print_line("version", t->version);
    print_line("extensions", file_extension_text(t->extensions, pool));
    print_line("threads",
               apr_psprintf(pool, "%s: %s", threads_word(t->threads), threads_meaning(t->threads)));
    print_line("uses", *uses ? uses : "nothing but its documents and its output");
    print_line("adds", adds_words(t, pool));
    print_line("texts", texts);
    print_line("module", p->path);
    if (t->options != NULL && t->options->name != NULL)
        printf("\nOptions, as --set KEY=VALUE after --%s %s:\n", kind, p->name);
    for (const pc_option *o = t->options; o != NULL && o->name != NULL; o++)
        print_plugin_option(o, pool);
}

static json_t *found_json(const apr_array_header_t *found, apr_pool_t *pool)
{
    json_t *object = json_object(), *plugins = json_array();

    for (int i = 0; i < found->nelts; i++)
        json_array_append_new(plugins,
                              plugin_json(APR_ARRAY_IDX(found, i, const struct plugin *), pool));
    json_object_set_new(object, "plugins", plugins);
    return object;
}

/* The text called NAME of the first plugin that has one, or NULL. */
static const char *find_text(const apr_array_header_t *found, const char *name)
{
    for (int i = 0; i < found->nelts; i++) {
        const char *const *t = APR_ARRAY_IDX(found, i, const struct plugin *)->table->texts;

        for (; t != NULL && t[0] != NULL && t[1] != NULL; t += 2) {
            if (strcmp(t[0], name) == 0)
                return t[1];
        }
    }
    return NULL;
}

static int show_text(const struct command *c, const apr_array_header_t *found)
{
    const char *text = find_text(found, c->text);
    struct problem why = { 0 };

    if (text == NULL) {
        problem_set(&why, PC_ERROR, "unknown-text",
                    "plugin %s has no text '%s'; 'paperconv plugin show %s' lists its texts",
                    c->plugin, c->text, c->plugin);
        return command_fail(&why);
    }
    fputs(text, stdout);
    return STATUS_DONE;
}

int command_plugin_show(const struct command *c, apr_pool_t *pool)
{
    struct registry *registry = registry_open(pool, c->plugin_path, &host_table);
    struct problem why = { 0 };
    const apr_array_header_t *found = find_named_plugins(registry, c->plugin, pool, &why);

    if (found->nelts == 0)
        return command_fail(&why);
    if (c->text != NULL)
        return show_text(c, found);
    if (c->json) {
        print_json(found_json(found, pool));
        return STATUS_DONE;
    }
    for (int i = 0; i < found->nelts; i++) {
        if (i > 0)
            putchar('\n');
        print_plugin(APR_ARRAY_IDX(found, i, const struct plugin *), pool);
    }
    return STATUS_DONE;
}
