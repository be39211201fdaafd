/* plugin.c - the names of the kinds of plugins. */
#include "loader/plugin.h"

const char *plugin_kind_name(int kind)
{
    static const char *const names[PLUGIN_KINDS] = {
        [PC_KIND_INPUT] = "input", [PC_KIND_OUTPUT] = "output", [PC_KIND_FILTER] = "filter"
    };

    return kind > 0 && kind < PLUGIN_KINDS ? names[kind] : "unknown";
}
