/* instance.c - opens and closes plugin instances. */
#include "api/instance.h"

#include <stdlib.h>

void instance_enter(struct instance *i, const char *callback)
{
    i->call.error = NULL;
    i->outside = guard_enter(i->plugin->name, callback);
}

void instance_leave(struct instance *i)
{
    guard_leave(i->outside);
    i->call.error = NULL;
    arena_reset(&i->call.scratch);
}

/* The reason that open() reported, or a sentence that blames it for silence. */
static void explain(const struct instance *i, const struct remarks *remarks, size_t before,
                    struct problem *why)
{
    const char *kind = plugin_kind_name((int)i->plugin->table->kind);

    if (remarks->count > before)
        problem_set(why, PC_ERROR, "bad-option", "%s '%s': %s", kind, i->plugin->name,
                    remarks->items[before].d.text);
    else
        problem_set(why, PC_ERROR, "bad-option", "%s '%s' refuses these options without a reason",
                    kind, i->plugin->name);
}

bool instance_open(struct instance *i, const struct plugin *plugin, struct settings settings,
                   struct remarks *remarks, struct problem *why)
{
    const struct pc_plugin *table = plugin->table;
    struct stage stage = { { { &host_table } }, &i->call };
    size_t before = remarks->count;
    int status = PC_OK;

    *i = (struct instance){ .plugin = plugin };
    i->call.plugin = plugin->name;
    i->call.remarks = remarks;
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
        explain(i, remarks, before, why);
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
    arena_free(&i->call.scratch);
    free(i->state);
    apr_pool_destroy(i->pool);
    *i = (struct instance){ .plugin = NULL };
}
