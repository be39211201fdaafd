/* plugin_command_line.c - makes a plugin command from the words after 'paperconv plugin'. */
#include "cli/plugin_command_line.h"

#include <string.h>

enum { /* the options that only some of the commands take, as bits */
       TAKES_JSON = 1,
       TAKES_TEXT = 2,
       TAKES_SET = 4,
       TAKES_SAMPLES = 8,
       TAKES_DIR = 16
};

static const struct plugin_command {
    const char *name;
    enum action action;
    int operands;        /* after the command's name */
    const char *takes;   /* what they are, for messages */
    int allowed_options; /* TAKES_... */
} commands[] = {
    { "list", ACTION_PLUGIN_LIST, 0, "takes no name", TAKES_JSON },
    { "show", ACTION_PLUGIN_SHOW, 1, "requires the name of one plugin", TAKES_JSON | TAKES_TEXT },
    { "check", ACTION_PLUGIN_CHECK, 1, "requires one file, a module",
      TAKES_JSON | TAKES_SET | TAKES_SAMPLES },
    { "new", ACTION_PLUGIN_NEW, 2, "requires a kind (input, filter or output) and a name",
      TAKES_DIR },
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

static const char *operand_name(const struct command_parser *p, int i)
{
    return i < p->operands->nelts ? APR_ARRAY_IDX(p->operands, i, const struct operand).name : NULL;
}

static const struct plugin_command *find_command(const char *name)
{
    for (const struct plugin_command *d = commands; d < commands + COMMANDS; d++) {
        if (strcmp(d->name, name) == 0)
            return d;
    }
    return NULL;
}

/* OPTION is not one of GIVEN; the message names the first command that takes it. */
static bool wrong_option(struct command_parser *p, const char *option, int bit,
                         const struct plugin_command *given)
{
    const struct plugin_command *right = commands;

    while ((right->allowed_options & bit) == 0)
        right++;
    return command_error(p, "--%s is for 'paperconv plugin %s', not for %s", option, right->name,
                         given->name);
}

static bool check_options(struct command_parser *p, const struct plugin_command *d)
{
    const struct command *c = p->c;
    const struct {
        bool given;
        int bit;
        const char *name;
    } options[] = {
        { c->json, TAKES_JSON, "json" },
        { c->text != NULL, TAKES_TEXT, "text" },
        { c->check.settings.count != 0, TAKES_SET, "set" },
        { c->samples != NULL, TAKES_SAMPLES, "samples" },
        { c->directory != NULL, TAKES_DIR, "dir" },
    };

    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        if (options[i].given && (d->allowed_options & options[i].bit) == 0)
            return wrong_option(p, options[i].name, options[i].bit, d);
    }
    if (c->json && c->text != NULL)
        return command_error(p, "--json and --text cannot be used together");
    return true;
}

bool finish_plugin_command(struct command_parser *p)
{
    const char *name = operand_name(p, 0);
    const struct plugin_command *d = find_command(name != NULL ? name : "");

    if (p->for_converting != NULL)
        return command_error(p,
                             "--%s is for converting, not for 'paperconv plugin'; a file called "
                             "plugin is converted as ./plugin",
                             p->for_converting->name);
    if (d == NULL)
        return command_error(p, "after 'paperconv plugin' comes list, show, check or new, not '%s'",
                             name != NULL ? name : "");
    if (d->operands == 0 && p->operands->nelts > 1)
        return command_error(p, "'paperconv plugin %s' %s, but was given '%s'", d->name, d->takes,
                             operand_name(p, 1));
    if (p->operands->nelts != d->operands + 1)
        return command_error(p, "'paperconv plugin %s' %s", d->name, d->takes);
    p->c->action = d->action;
    p->c->plugin = operand_name(p, d->operands);
    p->c->kind = operand_name(p, 1);
    return check_options(p, d);
}
