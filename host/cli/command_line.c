/* command_line.c - parses the command line.  It does not use getopt_long(), which always accepts
 * abbreviations of long options: users would write --out, and the next option that begins so would
 * break their scripts.  It also returns the same '?' for an unknown option and for a value that an
 * option does not take, which have sentences of their own here. */
#include "cli/command_line.h"
#include "base/spelling.h"
#include "cli/file_list.h"
#include "cli/options.h"
#include "cli/parser_state.h"
#include "cli/plugin_command_line.h"
#include "loader/string_list.h"

#include <apr_strings.h>
#include <stdio.h>
#include <string.h>

/* The items of WORDS, with a NULL after the last. */
static const char *const *terminated_items(apr_array_header_t *words)
{
    string_list_push(words, NULL);
    return string_list_items(words);
}

static bool is_finished(const struct command_parser *p)
{
    return p->c->action == ACTION_HELP || p->c->action == ACTION_VERSION;
}

/* Applies O, whose argument is the next word. */
static bool apply_with_next_word(struct command_parser *p, const struct option_line *o)
{
    if (p->left == p->end)
        return command_error(p, "--%s requires %s after it", o->name, o->argument);
    return apply_option(p, o, *p->left++);
}

static bool unknown_long_option(struct command_parser *p, const char *name)
{
    const char *names[OPTIONS_COUNT], *nearest;

    for (size_t i = 0; i < OPTIONS_COUNT; i++)
        names[i] = options_table[i].name;
    nearest = nearest_name(name, names, OPTIONS_COUNT);
    if (nearest != NULL)
        return command_error(p, "there is no option --%s; did you mean --%s?", name, nearest);
    return command_error(p, "there is no option --%s; 'paperconv --help' lists them", name);
}

/* WORD is NAME, NAME=VALUE, or NAME with its value in the next word. */
static bool parse_long_option(struct command_parser *p, const char *word)
{
    const char *equals = strchr(word, '=');
    const char *name = equals ? apr_pstrmemdup(p->pool, word, (size_t)(equals - word)) : word;
    const struct option_line *o = options_table, *end = o + OPTIONS_COUNT;

    while (o < end && strcmp(o->name, name) != 0)
        o++;
    if (o == end)
        return unknown_long_option(p, name);
    if (o->argument == NULL && equals != NULL)
        return command_error(p, "--%s takes no value, but was given '%s'", name, equals + 1);
    if (o->argument == NULL)
        return apply_option(p, o, NULL);
    return equals ? apply_option(p, o, equals + 1) : apply_with_next_word(p, o);
}

static const struct option_line *find_letter(char letter)
{
    for (const struct option_line *o = options_table; o < options_table + OPTIONS_COUNT; o++) {
        if (o->letter == letter)
            return o;
    }
    return NULL;
}

/* LETTERS name options.  One that takes an argument ends them: its argument is the rest of LETTERS,
 * or the next word. */
static bool parse_short_options(struct command_parser *p, const char *letters)
{
    for (; *letters != '\0' && !is_finished(p); letters++) {
        const struct option_line *o = find_letter(*letters);

        if (o == NULL)
            return command_error(p, "there is no option -%s; 'paperconv --help' lists them",
                                 letters);
        if (o->argument != NULL)
            return letters[1] ? apply_option(p, o, letters + 1) : apply_with_next_word(p, o);
        if (!apply_option(p, o, NULL))
            return false;
    }
    return true;
}

/* A file called report is converted unless the word "merge" follows. */
static bool is_report_command(const struct command_parser *p, const char *word)
{
    return p->operands->nelts == 0 && !p->plugin_command && !p->report_command &&
           strcmp(word, "report") == 0 && p->left < p->end && strcmp(*p->left, "merge") == 0;
}

static void begin_report_command(struct command_parser *p)
{
    p->report_command = true;
    p->left++; /* "merge" */
}

static bool parse_words(struct command_parser *p)
{
    bool ok = true, options = true;

    while (ok && p->left < p->end && !is_finished(p)) {
        const char *word = *p->left++;

        if (!options || word[0] != '-' || word[1] == '\0') {
            if (options && p->operands->nelts == 0 && !p->plugin_command &&
                strcmp(word, "plugin") == 0)
                p->plugin_command = true;
            else if (options && is_report_command(p, word))
                begin_report_command(p);
            else
                push_operand(p, word, false);
        } else if (strcmp(word, "--") == 0) {
            options = false;
        } else {
            ok = word[1] == '-' ? parse_long_option(p, word + 2) : parse_short_options(p, word + 1);
        }
    }
    return ok;
}

/* ---- the command ---- */

static const struct operand *operand_at(const struct command_parser *p, int i)
{
    return &APR_ARRAY_IDX(p->operands, i, const struct operand);
}

static bool standard_input_is_shared(const struct command_parser *p)
{
    int lists = 0, uses = 0;

    for (int i = 0; i < p->operands->nelts; i++) {
        if (strcmp(operand_at(p, i)->name, "-") == 0) {
            lists += operand_at(p, i)->list;
            uses++;
        }
    }
    return lists > 0 && uses > 1;
}

static bool set_inputs(struct command_parser *p)
{
    apr_array_header_t *names = string_list_make(p->pool);

    if (standard_input_is_shared(p))
        return command_error(
            p, "standard input can be used only once: as a list of inputs or as an input");
    for (int i = 0; i < p->operands->nelts; i++) {
        const struct operand *o = operand_at(p, i);

        if (!o->list)
            string_list_push(names, o->name);
        else if (!file_list_read(names, o->name, p->list_end, p->why))
            return false;
    }
    if (p->operands->nelts == 0) {
        string_list_push(names, "-");
        p->c->conversion.assumed_stdin = true;
    }
    p->c->conversion.inputs = terminated_items(names);
    return true;
}

/* What the options of shards exclude. */
static bool check_shards(struct command_parser *p)
{
    const struct conversion *c = &p->c->conversion;

    if (c->shard.count == 0 && c->shard.by != SHARD_BY_DEFAULT)
        return command_error(p, "--shard-by requires --shard K/N");
    if (c->shard.count != 0 && c->merge)
        return command_error(p, "--shard and --merge cannot be used together");
    if (c->shard.count != 0 && c->write == NULL)
        return command_error(p, "--shard requires --write FILE");
    if (c->merge && (p->members->nelts > 1 || c->encoding != NULL)) /* a NULL is the last pattern */
        return command_error(p, "--merge reads what shards wrote: --members and --encoding are for "
                                "the shards");
    if (c->merge && p->operands->nelts == 0)
        return command_error(p, "--merge requires the parts that the shards wrote");
    return true;
}

static bool finish_conversion_command(struct command_parser *p)
{
    struct command *c = p->c;

    if (p->for_commands != NULL)
        return command_error(p, "--%s is for 'paperconv plugin', not for converting",
                             p->for_commands->name);
    if (c->conversion.write != NULL && strcmp(c->conversion.write, "-") == 0)
        c->conversion.write = NULL;
    if (c->conversion.keep_partial && c->conversion.write == NULL)
        return command_error(p, "--keep-partial requires --write FILE");
    return check_shards(p) && set_inputs(p);
}

static bool finish_report_command(struct command_parser *p)
{
    p->c->action = ACTION_REPORT_MERGE;
    if (p->other_than_write != NULL)
        return command_error(p, "'paperconv report merge' takes --write, not --%s",
                             p->other_than_write->name);
    if (p->operands->nelts == 0)
        return command_error(p, "'paperconv report merge' requires the reports of all shards");
    return set_inputs(p);
}

bool command_parse(int argc, const char *const *argv, apr_pool_t *pool, struct command *c,
                   struct problem *why)
{
    size_t words = argc > 1 ? (size_t)argc - 1 : 0;
    struct command_parser p = { .pool = pool, .c = c, .why = why, .list_end = '\n' };

    memset(c, 0, sizeof *c);
    c->conversion.limits = limits_default();
    p.left = argv + (argc > 0);
    p.end = p.left + words;
    p.operands = apr_array_make(pool, 16, sizeof(struct operand));
    p.members = string_list_make(pool);
    p.plugin_path = string_list_make(pool);
    c->conversion.filters =
        (struct named_plugin *)apr_pcalloc(pool, (words + 1) * sizeof *c->conversion.filters);
    if (!parse_words(&p))
        return false;
    if (c->conversion.input.name == NULL)
        c->conversion.input.name = "auto";
    c->conversion.members = terminated_items(p.members);
    c->plugin_path = terminated_items(p.plugin_path);
    if (is_finished(&p))
        return true;
    if (p.report_command)
        return finish_report_command(&p);
    return p.plugin_command ? finish_plugin_command(&p) : finish_conversion_command(&p);
}
