/* options.h - what one option of the command line does. */
#ifndef PAPERCONV_HOST_CLI_OPTIONS_H
#define PAPERCONV_HOST_CLI_OPTIONS_H

#include "cli/parser_state.h"

/* Applies O with VALUE, NULL when it takes none; false: refused. */
bool take_option(struct command_parser *p, const struct option_line *o, const char *value);

#endif
