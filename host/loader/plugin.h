/* plugin.h - an opened plugin. */
#ifndef PAPERCONV_HOST_LOADER_PLUGIN_H
#define PAPERCONV_HOST_LOADER_PLUGIN_H

#include "paperconv/plugin.h"

struct plugin {
    const struct pc_plugin *table; /* complete: what an older module does not have is zero,
                                    * and option_size is sizeof(pc_option) */
    const struct pc_host *host;    /* the functions that it is called with */
    const char *name;              /* the user's spelling: csl-json */
    const char *path;              /* of the module, or of the symbolic link to it */
    uint32_t needs_minor; /* the oldest minor version of the SDK that the module can work with */
};

enum { PLUGIN_KINDS = 4 }; /* the room of an array by PC_KIND_..., which are 1 to 3 */

/* "input" for PC_KIND_INPUT. */
const char *plugin_kind_name(int kind);

#endif
