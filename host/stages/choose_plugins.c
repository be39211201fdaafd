/* choose_plugins.c - finds the plugins that the command line names and tries their options.  */
#include "stages/choose_plugins.h"

#include "api/instance.h"

#include <apr_strings.h>

/* What the functions below share.  */
struct chooser {
    struct chosen_plugins *chosen;
    const struct conversion *conversion;
    struct registry *plugins;
    apr_pool_t *pool;
    struct problem *why;
};

static bool try_options(const struct chooser *c, const struct plugin *p,
                        const struct compiled_options *options)
{
    struct diagnostics diagnostics = { .items = NULL };
    struct instance trial;
    bool ok = instance_open(&trial, p, options, &diagnostics, c->why);

    instance_close(&trial);
    diagnostics_free(&diagnostics);
    return ok;
}

/* The plugin that NAMED names, after a trial of its options, which go to *OPTIONS; or NULL.  */
static const struct plugin *find_plugin(const struct chooser *c, int kind,
                                        const struct named_plugin *named,
                                        struct compiled_options *options)
{
    const struct plugin *p = registry_find(c->plugins, kind, named->name, c->why);

    if (p == NULL)
        return NULL;
    *options = plugin_options_compile(p, named->settings, c->pool);
    return try_options(c, p, options) ? p : NULL;
}

/* ---- inputs ---- */

/* The settings after -i auto that P declares.  */
static struct settings declared(const struct chooser *c, const struct plugin *p)
{
    struct settings all = c->conversion->input.settings;
    struct setting *mine = apr_palloc(c->pool, (all.count + 1) * sizeof *mine);
    size_t n = 0;

    for (size_t i = 0; i < all.count; i++)
        if (plugin_option_find(p, all.items[i].key) != NULL)
            mine[n++] = all.items[i];
    return (struct settings){ mine, n };
}

/* A setting after -i auto that no candidate declares is a usage error.  */
static bool all_declared(const struct chooser *c)
{
    struct settings all = c->conversion->input.settings;

    for (size_t i = 0; i < all.count; i++) {
        bool found = false;

        for (size_t k = 0; c->chosen->inputs[k] != NULL; k++)
            found |= plugin_option_find(c->chosen->inputs[k], all.items[i].key) != NULL;
        if (!found) {
            problem_set(c->why, PC_ERROR, "unknown-option",
                        "no input plugin has an option '%s'; see 'paperconv plugin show NAME'",
                        all.items[i].key);
            return false;
        }
    }
    return true;
}

/* The candidates are the plugins that need nothing beyond their documents: others would widen
 * the sandbox, so the user must name them.  */
enum { WIDENS = PC_USES_FILES | PC_USES_NETWORK | PC_USES_EXEC };

static size_t find_candidates(const struct chooser *c)
{
    const struct plugin *const *all = registry_all(c->plugins, PC_KIND_INPUT);
    size_t room = 1, n = 0;

    for (const struct plugin *const *p = all; *p != NULL; p++)
        room++;
    c->chosen->inputs = apr_pcalloc(c->pool, room * sizeof *all);
    for (; *all != NULL; all++)
        if (((*all)->table->uses & WIDENS) == 0)
            c->chosen->inputs[n++] = *all;
    return n;
}

static bool choose_candidates(const struct chooser *c)
{
    struct chosen_plugins *chosen = c->chosen;
    size_t n = find_candidates(c);

    if (n == 0) {
        problem_set(c->why, PC_ERROR, "no-plugins",
                    "no input plugin was found; 'paperconv plugin list' shows what was refused");
        return false;
    }
    chosen->input_options = apr_pcalloc(c->pool, (n + 1) * sizeof *chosen->input_options);
    for (size_t i = 0; i < n; i++) {
        struct settings settings = declared(c, chosen->inputs[i]);

        chosen->input_options[i] = plugin_options_compile(chosen->inputs[i], settings, c->pool);
        if (settings.count != 0 && !try_options(c, chosen->inputs[i], &chosen->input_options[i]))
            return false;
    }
    return all_declared(c);
}

static bool choose_inputs(const struct chooser *c)
{
    const struct named_plugin *input = &c->conversion->input;
    struct chosen_plugins *chosen = c->chosen;

    chosen->automatic = strcmp(input->name, "auto") == 0;
    if (chosen->automatic)
        return choose_candidates(c);
    chosen->inputs = apr_pcalloc(c->pool, 2 * sizeof *chosen->inputs);
    chosen->input_options = apr_pcalloc(c->pool, sizeof *chosen->input_options);
    chosen->inputs[0] = find_plugin(c, PC_KIND_INPUT, input, chosen->input_options);
    return chosen->inputs[0] != NULL;
}

/* ---- filters and the output ---- */

static bool choose_filters(const struct chooser *c)
{
    size_t n = c->conversion->filter_count;
    struct chosen_plugins *chosen = c->chosen;

    chosen->filters = apr_pcalloc(c->pool, (n + 1) * sizeof *chosen->filters);
    chosen->filter_options = apr_pcalloc(c->pool, (n + 1) * sizeof *chosen->filter_options);
    for (size_t i = 0; i < n; i++) {
        chosen->filters[i] =
            find_plugin(c, PC_KIND_FILTER, &c->conversion->filters[i], &chosen->filter_options[i]);
        if (chosen->filters[i] == NULL)
            return false;
    }
    return true;
}

static const char *extension(const char *path)
{
    const char *dot = path != NULL ? strrchr(path, '.') : NULL;

    return dot != NULL && strchr(dot, '/') == NULL ? dot + 1 : NULL;
}

static bool unknown_extension(const struct chooser *c, const char *end)
{
    const char *known = "";

    for (const struct plugin *const *p = registry_all(c->plugins, PC_KIND_OUTPUT); *p != NULL; p++)
        if ((*p)->table->extensions != NULL)
            known = apr_pstrcat(c->pool, known, *known != '\0' ? " " : "",
                                file_extension_names((*p)->table->extensions, c->pool), NULL);
    problem_set(
        c->why, PC_ERROR, "unknown-extension",
        "no output plugin is for files that end with '.%s': name one with --output, or use one "
        "of these endings: %s",
        end, known);
    return false;
}

/* The option that the extension E stands for comes before ALL, so that the user's setting counts.  */
static struct settings with_extension(struct settings all, const struct file_extension *e,
                                      apr_pool_t *pool)
{
    struct setting *items = apr_palloc(pool, (all.count + 1) * sizeof *items);

    if (e->key == NULL)
        return all;
    items[0] = (struct setting){ e->key, e->value };
    for (size_t i = 0; i < all.count; i++)
        items[i + 1] = all.items[i];
    return (struct settings){ items, all.count + 1 };
}

static bool choose_output(const struct chooser *c)
{
    struct named_plugin output = c->conversion->output;
    const char *end = extension(c->conversion->write);
    const struct plugin *p = NULL;

    if (output.name == NULL && end != NULL) {
        struct file_extension found;

        p = registry_by_extension(c->plugins, PC_KIND_OUTPUT, end, &found);
        if (p == NULL)
            return unknown_extension(c, end);
        output.settings = with_extension(output.settings, &found, c->pool);
    }
    if (output.name == NULL)
        output.name = p != NULL ? p->name : PAPERCONV_DEFAULT_OUTPUT;
    c->chosen->output = find_plugin(c, PC_KIND_OUTPUT, &output, &c->chosen->output_options);
    return c->chosen->output != NULL;
}

bool choose_plugins(struct chosen_plugins *chosen, const struct conversion *conversion,
                    struct registry *plugins, apr_pool_t *pool, struct problem *why)
{
    struct chooser c = { chosen, conversion, plugins, pool, why };

    *chosen = (struct chosen_plugins){ .skip_unknown = conversion->skip_unknown };
    return choose_inputs(&c) && choose_filters(&c) && choose_output(&c);
}
