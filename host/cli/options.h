/* options.h - applies one option of the command line. */
#ifndef PAPERCONV_HOST_CLI_OPTIONS_H
#define PAPERCONV_HOST_CLI_OPTIONS_H

#include "cli/parser_state.h"

/* Applies O with VALUE, which is NULL when O takes none; false after a usage error. */
bool apply_option(struct command_parser *p, const struct option_line *o, const char *value);

#endif
