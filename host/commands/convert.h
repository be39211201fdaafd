/* convert.h - one conversion from beginning to end. */
#ifndef PAPERCONV_HOST_COMMANDS_CONVERT_H
#define PAPERCONV_HOST_COMMANDS_CONVERT_H

#include "cli/command_line.h"

/* Converts what C says and returns the exit status. */
int run(const struct command *c, apr_pool_t *pool);

#endif
