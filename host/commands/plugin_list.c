/* plugin_list.c - 'paperconv plugin list': every plugin that is found, and every module that was
 * refused. */
#include "base/utf8.h"
#include "commands/commands.h"
#include "commands/plugin_describe.h"
#include "diagnostics/reporter.h"
#include "stages/host_table.h"

#include <apr_tables.h>
#include <stdio.h>
#include <string.h>

enum { COLUMNS = 6 };

struct row {
    const char *cells[COLUMNS];
};

static void add_row(apr_array_header_t *rows, const struct plugin *p, apr_pool_t *pool)
{
    const struct pc_plugin *t = p->table;
    struct row *row = (struct row *)apr_array_push(rows);
    const char *const cells[COLUMNS] = { plugin_kind_name((int)t->kind),
                                         p->name,
                                         t->version,
                                         file_extension_names(t->extensions, pool),
                                         t->summary,
                                         p->path };

    for (int i = 0; i < COLUMNS; i++)
        row->cells[i] = cells[i] != NULL ? cells[i] : "";
}

static void print_rows(const apr_array_header_t *rows)
{
    const struct row *all = (const struct row *)(const void *)rows->elts;
    size_t widths[COLUMNS] = { 0 };

    for (int i = 0; i < rows->nelts; i++) {
        for (int j = 0; j < COLUMNS; j++) {
            size_t width = text_runes(all[i].cells[j], strlen(all[i].cells[j]));

            widths[j] = width > widths[j] ? width : widths[j];
        }
    }
    for (int i = 0; i < rows->nelts; i++) {
        for (int j = 0; j < COLUMNS - 1; j++) {
            const char *cell = all[i].cells[j];

            printf("%s%*s", cell, (int)(widths[j] - text_runes(cell, strlen(cell))) + 2, "");
        }
        puts(all[i].cells[COLUMNS - 1]);
    }
}

static void print_table(struct registry *registry, apr_pool_t *pool)
{
    static const struct row title = { { "KIND", "NAME", "VERSION", "EXTENSIONS", "SUMMARY",
                                        "MODULE" } };
    apr_array_header_t *rows = apr_array_make(pool, 16, sizeof(struct row));
    const struct refusal *refusals;
    size_t count;

    *(struct row *)apr_array_push(rows) = title;
    for (const int *kind = plugin_kinds; *kind != 0; kind++) {
        for (const struct plugin *const *p = registry_all(registry, *kind); *p != NULL; p++)
            add_row(rows, *p, pool);
    }
    print_rows(rows);
    refusals = registry_refused(registry, &count);
    for (size_t i = 0; i < count; i++)
        printf("%s%s: %s\n", i == 0 ? "\n" : "", severity_name(refusals[i].why.severity),
               refusals[i].why.text);
}

static json_t *list_json(struct registry *registry, apr_pool_t *pool)
{
    json_t *list = json_object(), *plugins = json_array(), *problems = json_array();
    const struct refusal *refusals;
    size_t count;

    for (const int *kind = plugin_kinds; *kind != 0; kind++) {
        for (const struct plugin *const *p = registry_all(registry, *kind); *p != NULL; p++)
            json_array_append_new(plugins, plugin_json(*p, pool));
    }
    refusals = registry_refused(registry, &count);
    for (size_t i = 0; i < count; i++) {
        json_t *problem = json_object();

        json_object_set_new(problem, "severity",
                            json_text(severity_name(refusals[i].why.severity)));
        json_object_set_new(problem, "code", json_text(refusals[i].why.code));
        json_object_set_new(problem, "kind", json_text(plugin_kind_name(refusals[i].kind)));
        json_object_set_new(problem, "name", json_text(refusals[i].name));
        json_object_set_new(problem, "module", json_text(refusals[i].path));
        json_object_set_new(problem, "text", json_text(refusals[i].why.text));
        json_array_append_new(problems, problem);
    }
    json_object_set_new(list, "plugins", plugins);
    json_object_set_new(list, "problems", problems);
    return list;
}

int command_plugin_list(const struct command *c, apr_pool_t *pool)
{
    struct registry *registry = registry_open(pool, c->plugin_path, &host_table);

    if (c->json)
        print_json(list_json(registry, pool));
    else
        print_table(registry, pool);
    return STATUS_DONE;
}
