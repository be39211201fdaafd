/* option_file.h - opens the files that options name. */
#ifndef PAPERCONV_HOST_LOADER_OPTION_FILE_H
#define PAPERCONV_HOST_LOADER_OPTION_FILE_H

#include "base/problem.h"

#include "paperconv/plugin.h"

#include <apr_pools.h>

/* Opens PATH for reading, or nothing when it is empty; POOL closes the file.  PATH must live as long
 * as POOL.  False with a sentence in *WHY when it cannot be read, or is no regular file. */
bool option_file_open(const char *path, pc_file *file, apr_pool_t *pool, struct problem *why);

#endif
