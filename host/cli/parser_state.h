/* parser_state.h - what the parts of the command line's parser share: command_line.c takes words
 * apart, options.c applies one option, plugin_command_line.c the words after 'plugin'. */
#ifndef PAPERCONV_HOST_CLI_PARSER_STATE_H
#define PAPERCONV_HOST_CLI_PARSER_STATE_H

#include "cli/command.h"
#include "cli/options_table.h"

#include <apr_tables.h>

struct operand {
    const char *name;
    bool list; /* the FILE of --files-from */
};

struct command_parser {
    apr_pool_t *pool;
    struct command *c;
    struct problem *why;
    const char *const *left; /* the words not parsed yet */
    const char *const *end;
    bool plugin_command;                       /* the first operand was "plugin" */
    apr_array_header_t *operands;              /* struct operand */
    apr_array_header_t *members, *plugin_path; /* const char * */
    struct named_plugin *chosen;               /* the plugin named last */
    apr_array_header_t *settings;              /* its struct setting */
    char list_end;                             /* ends each name in a --files-from */
    /* The first given option of those that not every action takes. */
    const struct option_line *for_converting, *for_commands;
};

/* Sets the problem, a usage error; false. */
bool command_error(struct command_parser *p, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* NAME is an input, or with LIST a list of inputs. */
void push_operand(struct command_parser *p, const char *name, bool list);

#endif
