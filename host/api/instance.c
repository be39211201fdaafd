/* instance.c - opens and closes plugin instances. */
#include "api/instance.h"

#include <stdlib.h>

void instance_enter(struct instance *i, const char *callback)
{
    i->callback.error = NULL;
    i->outside = crash_handler_enter(i->plugin->name, callback);
}

void instance_leave(struct instance *i)
{
    crash_handler_leave(i->outside);
    i->callback.error = NULL;
    arena_reset(&i->callback.scratch);
}

/* The reason that open() reported, or a sentence that blames it for silence. */
static void explain(const struct instance *i, const struct diagnostics *diagnostics, size_t before,
                    struct problem *why)
{
    const char *kind = plugin_kind_name((int)i->plugin->table->kind);

    if (diagnostics->count > before)
        problem_set(why, PC_ERROR, "bad-option", "%s '%s': %s", kind, i->plugin->name,
                    diagnostics->items[before].d.text);
    else
        problem_set(why, PC_ERROR, "bad-option", "%s '%s' refuses these options without a reason",
                    kind, i->plugin->name);
}

bool instance_open(struct instance *i, const struct plugin *plugin, struct settings settings,
                   struct diagnostics *diagnostics, struct problem *why)
{
    const struct pc_plugin *table = plugin->table;
    struct stage stage = { { { &host_table } }, &i->callback };
    size_t before = diagnostics->count;
    int status = PC_OK;

    *i = (struct instance){ .plugin = plugin };
    i->callback.plugin = plugin->name;
    i->callback.diagnostics = diagnostics;
    if (apr_pool_create(&i->pool, NULL) != APR_SUCCESS)
        memory_exhausted();
    i->state = calloc(1, table->state_size != 0 ? table->state_size : 1);
    if (i->state == NULL)
        memory_exhausted();
    if (!settings_apply(plugin, settings, i->state, i->pool, why))
        return false;
    if (table->open != NULL) {
        instance_enter(i, "open");
        status = table->open(i->state, &stage.base);
        instance_leave(i);
    }
    i->open = status == PC_OK;
    if (!i->open)
        explain(i, diagnostics, before, why);
    return i->open;
}

void instance_close(struct instance *i)
{
    if (i->plugin == NULL)
        return;
    if (i->open && i->plugin->table->close != NULL) {
        instance_enter(i, "close");
        i->plugin->table->close(i->state);
        instance_leave(i);
    }
    arena_free(&i->callback.scratch);
    free(i->state);
    apr_pool_destroy(i->pool);
    *i = (struct instance){ .plugin = NULL };
}
