/* commands.h - what the program can be told to do; each command has a file of its own.
 * Each returns an exit status, prints to standard output, and what failed to standard error. */
#ifndef PAPERCONV_HOST_COMMANDS_COMMANDS_H
#define PAPERCONV_HOST_COMMANDS_COMMANDS_H

#include "base/exit_status.h"
#include "cli/command.h"

/* Converts what C says. */
int command_convert(const struct command *c, apr_pool_t *pool);
int command_plugin_list(const struct command *c, apr_pool_t *pool);
/* Takes a name ("bibtex": of every kind), a kind and a name ("output/bibtex"), or the path of
 * a module. */
int command_plugin_show(const struct command *c, apr_pool_t *pool);
/* Prints a line for each probe, or all as JSON. */
int command_plugin_check(const struct command *c, apr_pool_t *pool);
/* Writes a project. */
int command_plugin_new(const struct command *c, apr_pool_t *pool);
/* Prints WHY as a diagnostic; the exit status that it calls for. */
int command_fail(const struct problem *why);

#endif
