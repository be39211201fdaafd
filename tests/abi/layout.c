/* layout.c - points to all types that a module and the host share, so that abidiff can compare their
 * layouts between two versions of the header. */
#include <paperconv/plugin.h>

PC_EXPORT const struct {
    struct pc_module *module;
    struct pc_plugin *plugin;
    pc_option *option;
    struct pc_host *host;
    struct pc_place *place;
} paperconv_layout = { 0 };
