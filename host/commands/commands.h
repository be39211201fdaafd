/* commands.h - the commands of the program, each in a file of its own.  A command prints to
 * standard output, reports failures on standard error, and returns the exit status. */
#ifndef PAPERCONV_HOST_COMMANDS_COMMANDS_H
#define PAPERCONV_HOST_COMMANDS_COMMANDS_H

#include "base/exit_status.h"
#include "cli/command.h"

/* Converts documents; C says which and how. */
int command_convert(const struct command *c, apr_pool_t *pool);
int command_plugin_list(const struct command *c, apr_pool_t *pool);
/* C names a plugin ("bibtex": of every kind), a kind and a plugin ("output/bibtex"), or the path of
 * a module. */
int command_plugin_show(const struct command *c, apr_pool_t *pool);
/* Prints a line for each probe, or all results as JSON. */
int command_plugin_check(const struct command *c, apr_pool_t *pool);
/* Writes the project of a new plugin. */
int command_plugin_new(const struct command *c, apr_pool_t *pool);
/* Writes one report of those of all shards of a run. */
int command_report_merge(const struct command *c);
/* Prints WHY as a diagnostic; returns the exit status for it. */
int command_fail(const struct problem *why);

#endif
