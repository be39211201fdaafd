/* test_command_line.c - what the command line is parsed to, and what is refused. */
#include "capture.h"
#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/options_table.h"
#include "pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { WORDS = 16 };

static bool parse(const char *const *words, apr_pool_t *pool, struct command *c,
                  struct problem *why)
{
    const char *argv[WORDS + 1] = { "paperconv" };
    int argc = 1;

    memset(why, 0, sizeof *why);
    for (; *words != NULL; words++)
        argv[argc++] = *words;
    return command_parse(argc, argv, pool, c, why);
}

/* Each row is a command line and the sentence that refuses it, or a part of the sentence. */
static void refuses_with_a_sentence(void **state)
{
    static const struct {
        const char *words[6], *sentence;
    } cases[] = {
        { { "--stict" }, "there is no option --stict; did you mean --strict?" },
        { { "--out", "csv" }, "did you mean --output?" },
        { { "--qwertz" }, "there is no option --qwertz; 'paperconv --help' lists them" },
        { { "-x" }, "there is no option -x;" },
        { { "-qx" }, "there is no option -x;" },
        { { "--strict=yes" }, "--strict takes no value, but was given 'yes'" },
        { { "-w" }, "--write requires FILE after it" },
        { { "--write" }, "--write requires FILE after it" },
        { { "--write=" }, "--write takes FILE, not an empty value" },
        { { "-i", "a", "-i", "b" }, "--input is given twice, as 'a' and as 'b'" },
        { { "-o", "a", "-o", "b" }, "--output is given twice, as 'a' and as 'b'" },
        { { "-s", "keys=hash", "-i", "a" },
          "'--set keys' comes before '--input a': write it after" },
        { { "-w", "a", "-w", "b" }, "--write is given twice, with 'a' and with 'b'" },
        { { "--unknown=stop" }, "--unknown takes fail|skip, not 'stop'" },
        { { "-i", "a", "-s", "keys" }, "--set takes KEY=VALUE, not 'keys'" },
        { { "-i", "a", "-s", "=1" }, "--set takes KEY=VALUE, not '=1'" },
        { { "-j", "257" }, "--jobs takes a number from 1 to 256, or 0 for one per processor" },
        { { "-j", "-1" }, "not '-1'" },
        { { "-j2x" }, "not '2x'" },
        { { "-j", "99999999999999999999" }, "not '99999999999999999999'" },
        { { "--on-error=stopp" }, "--on-error takes skip|stop|quarantine=FILE, not 'stopp'" },
        { { "--on-error=quarantine=" }, "not 'quarantine='" },
        { { "--diagnostics", "xml" }, "--diagnostics takes text|json|github, not 'xml'" },
        { { "--progress", "" }, "--progress takes WHEN, not an empty value" },
        { { "--keep-partial" }, "--keep-partial requires --write FILE" },
        { { "--json" }, "--json is for 'paperconv plugin', not for converting" },
        { { "plugin" }, "after 'paperconv plugin' comes list, show, check or new, not ''" },
        { { "plugin", "lits" },
          "after 'paperconv plugin' comes list, show, check or new, not 'lits'" },
        { { "plugin", "check" }, "'paperconv plugin check' requires one file, a module" },
        { { "plugin", "new", "input" }, "requires a kind (input, filter or output) and a name" },
        { { "plugin", "list", "--dir", "a" }, "--dir is for 'paperconv plugin new', not for list" },
        { { "plugin", "show", "a", "-s", "b=c" }, "--set is for 'paperconv plugin check'" },
        { { "plugin", "list", "csv" }, "takes no name, but was given 'csv'" },
        { { "plugin", "list", "--text", "a" }, "--text is for 'paperconv plugin show'" },
        { { "plugin", "show" }, "requires the name of one plugin" },
        { { "plugin", "show", "a", "b" }, "requires the name of one plugin" },
        { { "plugin", "show", "a", "--json", "--text=b" },
          "--json and --text cannot be used together" },
        { { "-o", "csv", "plugin" }, "--output is for converting, not for 'paperconv plugin'" },
        { { "--files-from=-", "-" }, "standard input can be used only once" },
        { { "--files-from=/nonexistent/list" }, "cannot open the list /nonexistent/list: No such" },
    };
    apr_pool_t *pool = (apr_pool_t *)*state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct command c;
        struct problem why;

        assert_false(parse(cases[i].words, pool, &c, &why));
        if (strstr(why.text, cases[i].sentence) == NULL)
            fail_msg("expected '%s' in '%s'", cases[i].sentence, why.text);
    }
}

static void has_defaults(void **state)
{
    static const char *const words[] = { NULL };
    struct command c;
    struct problem why;

    assert_true(parse(words, (apr_pool_t *)*state, &c, &why));
    assert_int_equal(c.action, ACTION_CONVERT);
    assert_string_equal(c.conversion.input.name, "auto");
    assert_int_equal(c.conversion.filter_count, 0);
    assert_null(c.conversion.output.name);
    assert_null(c.conversion.write);
    assert_string_equal(c.conversion.inputs[0], "-");
    assert_null(c.conversion.inputs[1]);
    assert_true(c.conversion.assumed_stdin);
    assert_null(c.conversion.members[0]);
    assert_null(c.plugin_path[0]);
    assert_int_equal(c.conversion.jobs, 0);
    assert_int_equal(c.conversion.on_error, ON_ERROR_SKIP);
    assert_int_equal(c.conversion.verbosity, 0);
}

static void gives_settings_to_the_plugin_before(void **state)
{
    static const char *const words[] = { "-i",    "auto",  "-s",     "as-of=2026", "-fdedupe",
                                         "-f",    "sort",  "-sby=a", "--set=by=b", "--output=csv",
                                         "--set", "sep==", NULL };
    struct command c;
    struct problem why;

    assert_true(parse(words, (apr_pool_t *)*state, &c, &why));
    assert_int_equal(c.conversion.input.settings.count, 1);
    assert_string_equal(c.conversion.input.settings.items[0].key, "as-of");
    assert_string_equal(c.conversion.input.settings.items[0].value, "2026");
    assert_int_equal(c.conversion.filter_count, 2);
    assert_string_equal(c.conversion.filters[0].name, "dedupe");
    assert_int_equal(c.conversion.filters[0].settings.count, 0);
    assert_string_equal(c.conversion.filters[1].name, "sort");
    assert_int_equal(c.conversion.filters[1].settings.count, 2);
    assert_string_equal(c.conversion.filters[1].settings.items[1].value, "b");
    assert_string_equal(c.conversion.output.name, "csv");
    assert_string_equal(c.conversion.output.settings.items[0].value, "=");
}

static void takes_every_form_of_an_option(void **state)
{
    static const char *const words[] = {
        "-vj2", "-w",     "-",  "a", "--on-error=quarantine=bad.txt", "-", "--",
        "-x",   "plugin", "--", NULL
    };
    static const char *const more[] = { "-q",         "--diagnostics=github",
                                        "--progress", "never",
                                        "-m*.txt",    "-m",
                                        "!b*",        "--plugin-path=p",
                                        "--strict",   "--encoding=latin1",
                                        "-wout",      "--keep-partial",
                                        "--report=r", NULL };
    struct command c;
    struct problem why;

    assert_true(parse(words, (apr_pool_t *)*state, &c, &why));
    assert_int_equal(c.conversion.verbosity, 1);
    assert_int_equal(c.conversion.jobs, 2);
    assert_null(c.conversion.write);
    assert_int_equal(c.conversion.on_error, ON_ERROR_QUARANTINE);
    assert_string_equal(c.conversion.quarantine, "bad.txt");
    assert_string_equal(c.conversion.inputs[0], "a");
    assert_string_equal(c.conversion.inputs[1], "-");
    assert_string_equal(c.conversion.inputs[2], "-x");
    assert_string_equal(c.conversion.inputs[3], "plugin");
    assert_string_equal(c.conversion.inputs[4], "--");
    assert_null(c.conversion.inputs[5]);
    assert_false(c.conversion.assumed_stdin);

    assert_true(parse(more, (apr_pool_t *)*state, &c, &why));
    assert_int_equal(c.conversion.verbosity, -1);
    assert_int_equal(c.conversion.diagnostics, DIAGNOSTICS_GITHUB);
    assert_int_equal(c.conversion.progress, PROGRESS_NEVER);
    assert_string_equal(c.conversion.members[0], "*.txt");
    assert_string_equal(c.conversion.members[1], "!b*");
    assert_null(c.conversion.members[2]);
    assert_string_equal(c.plugin_path[0], "p");
    assert_string_equal(c.conversion.encoding, "latin1");
    assert_string_equal(c.conversion.write, "out");
    assert_true(c.conversion.strict && c.conversion.keep_partial);
    assert_string_equal(c.conversion.report, "r");
}

static void knows_its_actions(void **state)
{
    static const struct {
        const char *words[6];
        enum action action;
        const char *plugin;
    } cases[] = {
        { { "--help" }, ACTION_HELP, NULL },
        { { "-qhx", "--nonsense" }, ACTION_HELP, NULL },
        { { "a", "--version", "--nonsense" }, ACTION_VERSION, NULL },
        { { "plugin", "--help" }, ACTION_HELP, NULL },
        { { "plugin", "list" }, ACTION_PLUGIN_LIST, NULL },
        { { "--plugin-path", "a", "plugin", "list", "--json" }, ACTION_PLUGIN_LIST, NULL },
        { { "plugin", "show", "csv" }, ACTION_PLUGIN_SHOW, "csv" },
        { { "plugin", "--text=schema", "show", "output/csv" }, ACTION_PLUGIN_SHOW, "output/csv" },
        { { "./plugin" }, ACTION_CONVERT, NULL },
        { { "--", "plugin" }, ACTION_CONVERT, NULL },
        { { "a", "plugin" }, ACTION_CONVERT, NULL },
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct command c;
        struct problem why;

        assert_true(parse(cases[i].words, (apr_pool_t *)*state, &c, &why));
        assert_int_equal(c.action, cases[i].action);
        if (cases[i].plugin != NULL)
            assert_string_equal(c.plugin, cases[i].plugin);
    }
}

/* The names of a list come where the list is among the inputs. */
static void reads_lists_of_files(void **state)
{
    static const struct {
        const char *text;
        size_t length;
        bool null;
        const char *names[4]; /* in the list; the operands are before and after them */
    } cases[] = {
        { "one\n\ntwo words\n", 15, false, { "one", "two words" } },
        { "no newline", 10, false, { "no newline" } },
        { "", 0, false, { NULL } },
        { "one\ntwo\0three\0\0", 15, true, { "one\ntwo", "three" } },
        { "plugin\n-\n--strict\n", 18, false, { "plugin", "-", "--strict" } },
        { "one\0two", 7, false, { NULL } },
    };
    apr_pool_t *pool = (apr_pool_t *)*state;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char path[] = "/tmp/paperconv-list-XXXXXX";
        const char *words[] = { "first", "--files-from", path, "last", cases[i].null ? "-0" : NULL,
                                NULL };
        FILE *list = fdopen(mkstemp(path), "w");
        struct command c;
        struct problem why;
        size_t n = 0;

        assert_non_null(list);
        fwrite(cases[i].text, 1, cases[i].length, list);
        fclose(list);
        if (!cases[i].null && memchr(cases[i].text, '\0', cases[i].length) != NULL) {
            assert_false(parse(words, pool, &c, &why));
            assert_non_null(strstr(why.text, "read it with --null"));
        } else {
            assert_true(parse(words, pool, &c, &why));
            assert_string_equal(c.conversion.inputs[0], "first");
            for (; cases[i].names[n] != NULL; n++)
                assert_string_equal(c.conversion.inputs[n + 1], cases[i].names[n]);
            assert_string_equal(c.conversion.inputs[n + 1], "last");
            assert_null(c.conversion.inputs[n + 2]);
        }
        unlink(path);
    }
}

static void an_empty_list_is_no_input(void **state)
{
    static const char *const words[] = { "--files-from", "/dev/null", NULL };
    struct command c;
    struct problem why;

    assert_true(parse(words, (apr_pool_t *)*state, &c, &why));
    assert_null(c.conversion.inputs[0]);
    assert_false(c.conversion.assumed_stdin);
}

static void print_help(void *context)
{
    (void)context;
    command_help();
}

static void help_fits_a_screen_and_names_every_option(void **state)
{
    char *text = capture(print_help, NULL);
    size_t lines = 0;

    (void)state;
    for (const char *p = text; *p != '\0'; p += strcspn(p, "\n") + 1, lines++)
        assert_true(strcspn(p, "\n") < 80);
    assert_true(lines < 24);
    for (size_t i = 0; i < OPTIONS_COUNT; i++) {
        char name[40];

        snprintf(name, sizeof name, "--%s", options_table[i].name);
        if (strstr(text, name) == NULL)
            fail_msg("%s is not in the help", name);
    }
    free(text);
}

static void every_name_and_letter_is_used_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < OPTIONS_COUNT; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(options_table[i].name, options_table[j].name);
            assert_true(options_table[i].letter == 0 ||
                        options_table[i].letter != options_table[j].letter);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_with_a_sentence),
        cmocka_unit_test(has_defaults),
        cmocka_unit_test(gives_settings_to_the_plugin_before),
        cmocka_unit_test(takes_every_form_of_an_option),
        cmocka_unit_test(knows_its_actions),
        cmocka_unit_test(reads_lists_of_files),
        cmocka_unit_test(an_empty_list_is_no_input),
        cmocka_unit_test(help_fits_a_screen_and_names_every_option),
        cmocka_unit_test(every_name_and_letter_is_used_once),
    };

    return cmocka_run_group_tests(tests, make_pool, free_pool);
}
