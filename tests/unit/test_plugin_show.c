/* test_plugin_show.c - what 'plugin list' and 'plugin show' print about the modules of
 * tests/modules. */
#include "capture.h"
#include "commands/commands.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct call {
    int (*command)(const struct command *, apr_pool_t *);
    struct command c;
    int status;
};

static void make_call(void *context)
{
    struct call *call = (struct call *)context;
    apr_pool_t *pool = NULL;

    apr_pool_create(&pool, NULL);
    call->status = call->command(&call->c, pool);
    apr_pool_destroy(pool);
}

/* What the command prints about PLUGIN, with JSON as JSON; or the text TEXT of the plugin. */
static char *printed(struct call *call, const char *plugin, bool json, const char *text)
{
    static const char *const path[] = { MODULES, NULL };

    memset(&call->c, 0, sizeof call->c);
    call->c.plugin_path = path;
    call->c.plugin = plugin;
    call->c.json = json;
    call->c.text = text;
    return capture(make_call, call);
}

static void a_plugin_is_described(void **state)
{
    static const char expected[] = "good, input plugin\n"
                                   "  summary     Nothing, well\n"
                                   "  version     1.2\n"
                                   "  extensions  good fine (max-authors=9)\n"
                                   "  threads     instance: documents in parallel\n"
                                   "  uses        files exec\n"
                                   "  texts       schema\n"
                                   "  module      " MODULES "/input/good.so\n"
                                   "\n"
                                   "Options, as --set KEY=VALUE after --input good:\n"
                                   "  reverse=true|false (default false)\n"
                                   "      Last record first\n"
                                   "  max-authors=<int> (default 3)\n"
                                   "      Authors to keep\n"
                                   "  ratio=<number> (default 0.5)\n"
                                   "      How much to keep\n"
                                   "  label=<string> (required)\n"
                                   "      What to call it\n"
                                   "  style=short|long (default short)\n"
                                   "      How to print it\n";
    static const char *const names[] = { "good", "input/good", MODULES "/input/good.so" };
    struct call call = { .command = command_plugin_show };

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *text = printed(&call, names[i], false, NULL);

        assert_int_equal(call.status, STATUS_DONE);
        assert_string_equal(text, expected);
        free(text);
    }
}

static void its_json_has_every_option(void **state)
{
    struct call call = { .command = command_plugin_show };
    char *text = printed(&call, "good", true, NULL);
    json_t *object = json_loads(text, 0, NULL);
    json_t *plugin = json_array_get(json_object_get(object, "plugins"), 0);
    json_t *options = json_object_get(plugin, "options");
    json_t *extensions = json_object_get(plugin, "extensions");
    json_t *set = json_object_get(plugin, "extension_options");
    json_t *label = json_array_get(options, 3), *style = json_array_get(options, 4);

    (void)state;
    assert_int_equal(json_array_size(options), 5);
    assert_string_equal(json_string_value(json_object_get(plugin, "kind")), "input");
    assert_string_equal(json_string_value(json_object_get(plugin, "threads")), "instance");
    assert_int_equal(json_array_size(extensions), 2);
    assert_string_equal(json_string_value(json_array_get(extensions, 1)), "fine");
    assert_int_equal(json_object_size(set), 1);
    assert_string_equal(
        json_string_value(json_object_get(json_object_get(set, "fine"), "max-authors")), "9");
    assert_int_equal(json_array_size(json_object_get(plugin, "uses")), 2);
    assert_true(json_is_true(json_object_get(label, "required")));
    assert_null(json_object_get(label, "default"));
    assert_string_equal(json_string_value(json_object_get(style, "default")), "short");
    assert_int_equal(json_array_size(json_object_get(style, "choices")), 2);
    json_decref(object);
    free(text);
}

static void a_text_is_printed(void **state)
{
    struct call call = { .command = command_plugin_show };
    char *text = printed(&call, "good", false, "schema");

    (void)state;
    assert_int_equal(call.status, STATUS_DONE);
    assert_string_equal(text, "{}\n");
    free(text);
}

static void what_is_not_there_is_a_status(void **state)
{
    static const struct {
        const char *plugin, *text;
        int status;
    } cases[] = {
        { "goof", NULL, STATUS_USAGE },      { "output/good", NULL, STATUS_USAGE },
        { "good", "schemas", STATUS_USAGE }, { "/nonexistent/a.so", NULL, STATUS_USAGE },
        { "no-sniff", NULL, STATUS_FAILED }, { MODULES "/input/kind.so", NULL, STATUS_FAILED },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct call call = { .command = command_plugin_show };
        char *text = printed(&call, cases[i].plugin, false, cases[i].text);

        assert_int_equal(call.status, cases[i].status);
        assert_string_equal(text, "");
        free(text);
    }
}

static void the_list_has_plugins_and_refusals(void **state)
{
    struct call call = { .command = command_plugin_list };
    char *text = printed(&call, NULL, false, NULL);

    (void)state;
    assert_int_equal(call.status, STATUS_DONE);
    assert_int_equal(strncmp(text, "KIND    NAME ", 13), 0);
    assert_non_null(strstr(text, "\ninput   good "));
    assert_non_null(strstr(text, "  Nothing, well"));
    assert_non_null(strstr(text, "\nerror: input plugin no-sniff is refused: its plugin faulty has "
                                 "no sniff() (" MODULES "/input/no-sniff.so)\n"));
    free(text);
}

static void the_list_as_json_has_both_too(void **state)
{
    struct call call = { .command = command_plugin_list };
    char *text = printed(&call, NULL, true, NULL);
    json_t *object = json_loads(text, 0, NULL);
    json_t *problem = json_array_get(json_object_get(object, "problems"), 0);

    (void)state;
    assert_true(json_array_size(json_object_get(object, "plugins")) >= 4);
    assert_true(json_array_size(json_object_get(object, "problems")) >= 20);
    assert_string_equal(json_string_value(json_object_get(problem, "severity")), "error");
    assert_string_equal(json_string_value(json_object_get(problem, "code")), "plugin-refused");
    json_decref(object);
    free(text);
}

static int start(void **state)
{
    (void)state;
    unsetenv("PAPERCONV_PLUGIN_PATH");
    setenv("HOME", "/nonexistent", 1);
    return apr_initialize();
}

static int finish(void **state)
{
    (void)state;
    apr_terminate();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plugin_is_described),
        cmocka_unit_test(its_json_has_every_option),
        cmocka_unit_test(a_text_is_printed),
        cmocka_unit_test(what_is_not_there_is_a_status),
        cmocka_unit_test(the_list_has_plugins_and_refusals),
        cmocka_unit_test(the_list_as_json_has_both_too),
    };

    return cmocka_run_group_tests(tests, start, finish);
}
