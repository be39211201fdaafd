/* watched_plugin.h - a plugin seen through a lens: its callbacks work on the same host, but
 * every handle, slice and scratch byte is out of bounds once the callback returned,
 * and rules that the host has no time to check are checked. */
#ifndef PAPERCONV_HOST_CHECK_WATCHED_PLUGIN_H
#define PAPERCONV_HOST_CHECK_WATCHED_PLUGIN_H

#include "loader/plugin.h"

#include <apr_pools.h>

/* P behind the lens; one plugin in a process.  What breaks a rule ends the process
 * through check_fail(). */
const struct plugin *watched_plugin(const struct plugin *p, apr_pool_t *pool);
/* From now on the calling thread's next() waits for that of the other thread, and the
 * other way round; NUMBER is 0 or 1. */
void watched_plugin_take_turns(int number);
/* The calling thread will not call next() again. */
void watched_plugin_end_turns(void);

#endif
