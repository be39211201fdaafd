/* watched_plugin.h - a plugin whose callbacks are watched: they work on the same host, but every
 * handle, slice and scratch byte that they are given becomes invalid when the callback returns,
 * and rules are checked that the host does not check because it would cost time. */
#ifndef PAPERCONV_HOST_CHECK_WATCHED_PLUGIN_H
#define PAPERCONV_HOST_CHECK_WATCHED_PLUGIN_H

#include "loader/plugin.h"

#include <apr_pools.h>

/* The plugin P, watched; one plugin in a process.  A broken rule ends the process through
 * check_fail(). */
const struct plugin *watched_plugin(const struct plugin *p, apr_pool_t *pool);
/* From now on two threads call next() in turns; the calling thread is number NUMBER, 0 or 1. */
void watched_plugin_take_turns(int number);
/* The calling thread calls next() no more; the other thread need not wait for it. */
void watched_plugin_end_turns(void);

#endif
