/* command_line.h - the syntax of the command line. */
#ifndef PAPERCONV_HOST_CLI_COMMAND_LINE_H
#define PAPERCONV_HOST_CLI_COMMAND_LINE_H

#include "cli/command.h"

/* Parses ARGV into *C, which lives as long as POOL and ARGV; false with *WHY after a usage
 * error.  --help and --version end the parsing.  When the first operand is the word "plugin" the
 * command is a plugin command; a file of that name is written ./plugin. */
bool command_parse(int argc, const char *const *argv, apr_pool_t *pool, struct command *c,
                   struct problem *why);

#endif
