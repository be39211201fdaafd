/* plugin.h - a plugin that was opened. */
#ifndef PAPERCONV_HOST_LOADER_PLUGIN_H
#define PAPERCONV_HOST_LOADER_PLUGIN_H

#include "paperconv/plugin.h"

struct plugin {
    const struct pc_plugin *table; /* complete: what an older module does not have
                                    * is zero; OPTION_SIZE is sizeof(pc_option) */
    const struct pc_host *host;    /* the functions that it is called with */
    const char *name;              /* the user's spelling: csl-json */
    const char *path;              /* of the module; a companion's symbolic link */
    uint32_t needs_minor;          /* of the SDK, the oldest that will do */
};

enum { PLUGIN_KINDS = 4 }; /* PC_KIND_... are 1 to 3 */

const char *plugin_kind_name(int kind); /* "input" */

#endif
