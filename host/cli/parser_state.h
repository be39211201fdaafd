/* parser_state.h - what the parts of the parser share: command_line.c splits words, options.c
 * applies one option, plugin_command_line.c handles the words after 'plugin'. */
#ifndef PAPERCONV_HOST_CLI_PARSER_STATE_H
#define PAPERCONV_HOST_CLI_PARSER_STATE_H

#include "cli/command.h"
#include "cli/options_table.h"

#include <apr_tables.h>

struct operand {
    const char *name;
    bool list; /* NAME is a list of inputs, the FILE of --files-from */
};

struct command_parser {
    apr_pool_t *pool;
    struct command *c;
    struct problem *why;
    const char *const *left; /* the words that are not parsed yet, up to END */
    const char *const *end;
    bool plugin_command;                       /* the first operand was "plugin" */
    bool report_command;                       /* the first two were "report" and "merge" */
    apr_array_header_t *operands;              /* struct operand */
    apr_array_header_t *members, *plugin_path; /* const char * */
    struct named_plugin *chosen;               /* the plugin that was named last */
    apr_array_header_t *settings;              /* of that plugin; struct setting */
    char list_end;                             /* the byte after each name in a list of inputs */
    /* The first option that is only for converting, and the first only for plugin commands. */
    const struct option_line *for_converting, *for_commands;
    const struct option_line *other_than_write; /* the first of all other options */
};

/* Sets *p->why to a usage error; returns false. */
bool command_error(struct command_parser *p, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Adds the operand NAME: an input, or with LIST a list of inputs. */
void push_operand(struct command_parser *p, const char *name, bool list);

#endif
