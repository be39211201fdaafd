/* instance.h - an open plugin: its state, and what its handles lead back to.  */
#ifndef PAPERCONV_HOST_API_INSTANCE_H
#define PAPERCONV_HOST_API_INSTANCE_H

#include "api/callback.h"
#include "loader/plugin_options.h"
#include "process/crash_handler.h"

struct instance {
    const struct plugin *plugin;
    void *state;
    struct callback callback;
    bool open;
    struct running_callback outside; /* what this thread did before the callback */
};

/* Copies the state from OPTIONS (NULL: all zero) and calls open().  What the plugin reports goes
 * to DIAGNOSTICS.  False with *WHY; instance_close() is needed in any case.  */
bool instance_open(struct instance *i, const struct plugin *plugin,
                   const struct compiled_options *options, struct diagnostics *diagnostics,
                   struct problem *why);
/* The same plugin and state, for callbacks in another thread; ended by instance_end_share().  */
struct instance instance_share(const struct instance *i);
void instance_end_share(struct instance *shared);
void instance_close(struct instance *i);

/* Around every callback: notes who would be to blame for a crash, and frees scratch memory.  */
void instance_enter(struct instance *i, const char *callback);
void instance_leave(struct instance *i);

#endif
