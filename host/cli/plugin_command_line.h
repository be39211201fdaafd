/* plugin_command_line.h - the command line of 'paperconv plugin'. */
#ifndef PAPERCONV_HOST_CLI_PLUGIN_COMMAND_LINE_H
#define PAPERCONV_HOST_CLI_PLUGIN_COMMAND_LINE_H

#include "cli/parser_state.h"

/* Makes the command from the operands after 'paperconv plugin'; false after a usage error. */
bool finish_plugin_command(struct command_parser *p);

#endif
