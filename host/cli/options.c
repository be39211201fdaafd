/* options.c - applies one option of the command line. */
#include "cli/options.h"
#include "base/spelling.h"
#include "loader/string_list.h"

#include <apr_strings.h>
#include <stdlib.h>
#include <string.h>

/* CHOSEN becomes the plugin NAME; the settings that follow belong to it. */
static bool name_plugin(struct command_parser *p, struct named_plugin *chosen, const char *name)
{
    chosen->name = name;
    p->chosen = chosen;
    p->settings = apr_array_make(p->pool, 4, sizeof(struct setting));
    return true;
}

static bool choose_once(struct command_parser *p, const struct option_line *o,
                        struct named_plugin *chosen, const char *name)
{
    if (chosen->name != NULL)
        return command_error(p, "--%s is given twice, as '%s' and as '%s'; it may be given once",
                             o->name, chosen->name, name);
    if (chosen->settings.count != 0)
        return command_error(p,
                             "'--set %s' comes before '--%s %s': write it after the plugin that it "
                             "is for",
                             chosen->settings.items[0].key, o->name, name);
    return name_plugin(p, chosen, name);
}

static bool add_setting(struct command_parser *p, const char *word)
{
    const char *equals = strchr(word, '=');
    struct setting *s;

    if (p->plugin_command && p->chosen == NULL)
        name_plugin(p, &p->c->check, "");
    if (equals == NULL || equals == word)
        return command_error(p, "--set takes KEY=VALUE, not '%s'", word);
    if (p->chosen == NULL)
        name_plugin(p, &p->c->conversion.input, NULL); /* -i auto, unless it is named later */
    s = (struct setting *)apr_array_push(p->settings);
    s->key = apr_pstrmemdup(p->pool, word, (size_t)(equals - word));
    s->value = equals + 1;
    p->chosen->settings.items = (const struct setting *)(const void *)p->settings->elts;
    p->chosen->settings.count = (size_t)p->settings->nelts;
    return true;
}

static bool set_jobs(struct command_parser *p, const char *value)
{
    size_t digits = strspn(value, "0123456789");
    unsigned long n = strtoul(value, NULL, 10);

    if (digits == 0 || digits > 9 || value[digits] != '\0' || n > JOBS_MOST)
        return command_error(
            p, "--jobs takes a number from 1 to %d, or 0 for one per processor, not '%s'",
            JOBS_MOST, value);
    p->c->conversion.jobs = (unsigned)n;
    return true;
}

/* Stores the position of VALUE among CHOICES, which is the value of an enum, in *POSITION. */
static bool set_choice(struct command_parser *p, const struct option_line *o, const char *choices,
                       const char *value, int64_t *position)
{
    *position = choice_position(choices, value);
    return *position >= 0 || command_error(p, "--%s takes %s, not '%s'", o->name, choices, value);
}

static bool set_on_error(struct command_parser *p, const struct option_line *o, const char *value)
{
    static const char quarantine[] = "quarantine=";
    int64_t position = choice_position("skip|stop", value);

    p->c->conversion.quarantine = NULL;
    if (position >= 0) {
        p->c->conversion.on_error = (enum on_error)position;
        return true;
    }
    if (strncmp(value, quarantine, sizeof quarantine - 1) == 0)
        p->c->conversion.quarantine = value + sizeof quarantine - 1;
    if (p->c->conversion.quarantine == NULL || *p->c->conversion.quarantine == '\0')
        return command_error(p, "--%s takes skip|stop|quarantine=FILE, not '%s'", o->name, value);
    p->c->conversion.on_error = ON_ERROR_QUARANTINE;
    return true;
}

static bool set_shard(struct command_parser *p, const struct option_line *o, const char *value)
{
    struct shard *s = &p->c->conversion.shard;

    return shard_parse(value, s) ||
           command_error(p, "--%s takes K/N, two numbers of which K is below N, not '%s'", o->name,
                         value);
}

static bool set_once(struct command_parser *p, const struct option_line *o, const char **file,
                     const char *value)
{
    if (*file != NULL)
        return command_error(p,
                             "--%s is given twice, with '%s' and with '%s'; it may be given once",
                             o->name, *file, value);
    *file = value;
    return true;
}

/* The settings that follow are for the output, unless a plugin was named before. */
static bool set_write(struct command_parser *p, const struct option_line *o, const char *value)
{
    if (!set_once(p, o, &p->c->conversion.write, value))
        return false;
    return p->chosen != NULL || name_plugin(p, &p->c->conversion.output, NULL);
}

static bool store_option(struct command_parser *p, const struct option_line *o, const char *value)
{
    struct command *c = p->c;
    int64_t position = 0;
    bool ok = true;

    switch (o->id) {
    case OPTION_INPUT:
        return choose_once(p, o, &c->conversion.input, value);
    case OPTION_FILTER:
        return name_plugin(p, &c->conversion.filters[c->conversion.filter_count++], value);
    case OPTION_OUTPUT:
        return choose_once(p, o, &c->conversion.output, value);
    case OPTION_SET:
        return add_setting(p, value);
    case OPTION_WRITE:
        return set_write(p, o, value);
    case OPTION_KEEP_PARTIAL:
        c->conversion.keep_partial = true;
        break;
    case OPTION_MEMBERS:
        string_list_push(p->members, value);
        break;
    case OPTION_FILES_FROM:
        push_operand(p, value, true);
        break;
    case OPTION_NULL:
        p->list_end = '\0';
        break;
    case OPTION_UNKNOWN:
        ok = set_choice(p, o, "fail|skip", value, &position);
        c->conversion.skip_unknown = position > 0;
        break;
    case OPTION_ENCODING:
        c->conversion.encoding = value;
        break;
    case OPTION_JOBS:
        return set_jobs(p, value);
    case OPTION_SHARD:
        return set_shard(p, o, value);
    case OPTION_SHARD_BY:
        ok = set_choice(p, o, "default|document|file", value, &position);
        c->conversion.shard.by = (enum shard_by)position;
        break;
    case OPTION_MERGE:
        c->conversion.merge = true;
        break;
    case OPTION_ON_ERROR:
        return set_on_error(p, o, value);
    case OPTION_STRICT:
        c->conversion.strict = true;
        break;
    case OPTION_LIMIT:
        return limits_set(&c->conversion.limits, value, p->why);
    case OPTION_NO_SANDBOX:
        c->conversion.no_sandbox = true;
        break;
    case OPTION_DIAGNOSTICS:
        ok = set_choice(p, o, "text|json|github", value, &position);
        c->conversion.diagnostics = (enum diagnostics_format)position;
        break;
    case OPTION_REPORT:
        return set_once(p, o, &c->conversion.report, value);
    case OPTION_PROGRESS:
        ok = set_choice(p, o, "auto|always|never", value, &position);
        c->conversion.progress = (enum progress)position;
        break;
    case OPTION_PLUGIN_PATH:
        string_list_push(p->plugin_path, value);
        break;
    case OPTION_QUIET:
        c->conversion.verbosity = -1;
        break;
    case OPTION_VERBOSE:
        c->conversion.verbosity = 1;
        break;
    case OPTION_HELP:
        c->action = ACTION_HELP;
        break;
    case OPTION_VERSION:
        c->action = ACTION_VERSION;
        break;
    case OPTION_JSON:
        c->json = true;
        break;
    case OPTION_TEXT:
        c->text = value;
        break;
    case OPTION_SAMPLES:
        c->samples = value;
        break;
    case OPTION_DIR:
        c->directory = value;
        break;
    }
    return ok;
}

bool apply_option(struct command_parser *p, const struct option_line *o, const char *value)
{
    if (value != NULL && *value == '\0')
        return command_error(p, "--%s takes %s, not an empty value", o->name, o->argument);
    if (o->id != OPTION_WRITE && o->id != OPTION_QUIET && p->other_than_write == NULL)
        p->other_than_write = o;
    if (o->group == GROUP_COMMANDS && p->for_commands == NULL)
        p->for_commands = o;
    if (o->group < GROUP_GENERAL && p->for_converting == NULL &&
        !(o->id == OPTION_SET && p->plugin_command))
        p->for_converting = o;
    return store_option(p, o, value);
}
