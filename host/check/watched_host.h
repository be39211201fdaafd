/* watched_host.h - the host as a watched plugin sees it: what it is shown are copies. */
#ifndef PAPERCONV_HOST_CHECK_WATCHED_HOST_H
#define PAPERCONV_HOST_CHECK_WATCHED_HOST_H

#include "paperconv/plugin.h"

/* The table of functions that pass their calls on to HOST, once in a process. */
const struct pc_host *watched_host(const struct pc_host *host);
/* A handle that leads to REAL, one of the host's, and a copy of BYTES, for the callback
 * that this thread calls; out of bounds after watched_end(). */
void *watched_handle(const void *real);
pc_str watched_show(pc_str bytes);
/* The callback has returned. */
void watched_end(void);

#endif
