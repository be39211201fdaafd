/* test_registry.c - finds, checks and opens modules, or refuses them with a sentence.  The modules
 * are those of tests/modules. */
#include "loader/plugin_options.h"
#include "loader/registry.h"

#include <apr_file_io.h>
#include <apr_strings.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    apr_pool_t *pool;
    char directory[40]; /* a new one for each test */
};

static struct registry *open_in(const struct fixture *f, const char *directory)
{
    const char **first = (const char **)apr_pcalloc(f->pool, 2 * sizeof *first);

    first[0] = directory;
    return registry_open(f->pool, first, NULL);
}

/* Copies the module FROM ("input/good") of MODULES to TO in the directory of the test. */
static char *install(const struct fixture *f, const char *from, const char *to, mode_t mode)
{
    char *source = apr_pstrcat(f->pool, MODULES "/", from, ".so", NULL);
    char *path = apr_pstrcat(f->pool, f->directory, "/", to, ".so", NULL);
    char *folder = apr_pstrmemdup(f->pool, path, (size_t)(strrchr(path, '/') - path));

    mkdir(folder, 0755);
    assert_int_equal(chmod(folder, 0755), 0);
    assert_int_equal(apr_file_copy(source, path, APR_FPROT_OS_DEFAULT, f->pool), APR_SUCCESS);
    assert_int_equal(chmod(path, mode), 0);
    return path;
}

static void expect_problem(const struct problem *why, const char *code, const char *sentence)
{
    assert_non_null(why->code);
    assert_string_equal(why->code, code);
    if (strstr(why->text, sentence) == NULL)
        fail_msg("expected '%s' in '%s'", sentence, why->text);
}

static void a_good_module_opens(void **state)
{
    const struct fixture *f = (const struct fixture *)*state;
    struct registry *registry = open_in(f, MODULES);
    struct problem why = { 0 };
    const struct plugin *p = registry_find(registry, PC_KIND_INPUT, "good", &why);

    assert_non_null(p);
    assert_string_equal(p->name, "good");
    assert_string_equal(p->path, MODULES "/input/good.so");
    assert_string_equal(p->table->version, "1.2");
    assert_string_equal(plugin_option_find(p, "max-authors")->help, "Authors to keep");
    assert_ptr_equal(p, registry_find(registry, PC_KIND_INPUT, "good", &why));
    assert_null(why.code);
}

static void a_companion_has_its_own_name(void **state)
{
    const struct fixture *f = (const struct fixture *)*state;
    struct registry *registry = open_in(f, MODULES);
    struct problem why = { 0 };
    const struct plugin *p = registry_find(registry, PC_KIND_OUTPUT, "csl_json", &why);

    assert_non_null(p);
    assert_string_equal(p->name, "csl-json");
    assert_string_equal(p->path, MODULES "/output/csl-json.so");
    assert_null(registry_find(registry, PC_KIND_OUTPUT, "misnamed", &why));
    expect_problem(&why, "plugin-refused",
                   "it holds no output plugin misnamed, but input good, output csl-json, output "
                   "other");
}

static void a_name_with_a_slash_is_a_path(void **state)
{
    const struct fixture *f = (const struct fixture *)*state;
    struct registry *registry = open_in(f, f->directory);
    const char *renamed = install(f, "input/good", "input/renamed", 0644);
    struct problem why = { 0 }, missing = { 0 };

    assert_non_null(registry_find(registry, PC_KIND_INPUT, renamed, &why));
    assert_null(registry_find(registry, PC_KIND_OUTPUT, renamed, &why));
    expect_problem(&why, "plugin-refused", "it holds no output plugin renamed");
    assert_null(registry_find(registry, PC_KIND_INPUT, "/nonexistent/a.so", &missing));
    expect_problem(&missing, "unknown-plugin", "there is no module /nonexistent/a.so: No such");
}

static void a_module_of_a_later_minor_opens(void **state)
{
    const struct fixture *f = (const struct fixture *)*state;
    struct problem why = { 0 };
    const struct plugin *p = registry_find(open_in(f, MODULES), PC_KIND_FILTER, "newer", &why);
    const struct settings none = { NULL, 0 };
    int64_t values[2] = { 0 };

    assert_non_null(p);
    assert_int_equal(p->table->option_size, sizeof(pc_option));
    assert_true(plugin_options_apply(p, none, values, f->pool, &why));
    assert_int_equal(values[0], 1);
    assert_int_equal(values[1], 2);
}

static void unknown_plugins_are_suggested(void **state)
{
    static const struct {
        int kind;
        const char *name, *sentence;
    } cases[] = {
        { PC_KIND_INPUT, "goood", "there is no input plugin 'goood'; did you mean 'good'?" },
        { PC_KIND_FILTER, "good",
          "there is no filter plugin 'good', but there is one for --input" },
        { PC_KIND_INPUT, "zzzzzz", "there is no input plugin 'zzzzzz'; 'paperconv plugin list'" },
        { PC_KIND_INPUT, "", "there is no input plugin ''" },
        { PC_KIND_INPUT, "..", "there is no input plugin '..'" },
    };
    const struct fixture *f = (const struct fixture *)*state;
    struct registry *registry = open_in(f, MODULES);

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct problem why = { 0 };

        assert_null(registry_find(registry, cases[i].kind, cases[i].name, &why));
        expect_problem(&why, "unknown-plugin", cases[i].sentence);
    }
}

static void every_fault_has_its_sentence(void **state)
{
    static const struct {
        const char *name, *sentence;
    } cases[] = {
        { "sdk-2", "it is built for SDK 2 and this is SDK 1: install" },
        { "foreign", "it does not export paperconv_module_v1" },
        { "undefined-symbol", "it does not load: undefined symbol: not_in_any_library" },
        { "module-size", "its module table is 8 bytes long, not " },
        { "needs-minor", "it needs SDK 1.4 and this is SDK 1.1: install a newer paperconv" },
        { "uses-minor", "its plugin faulty uses what is new in SDK 1.1: the module must say" },
        { "scratch", "its plugin faulty is an input, which cannot use PC_USES_SCRATCH" },
        { "no-plugins", "it says that it holds 0 plugins, not 1 to 256" },
        { "plugin-twice", "it holds two input plugins called faulty" },
        { "plugin-size", "the table of one of its plugins is 16 bytes long" },
        { "plugin-name", "'../faulty' cannot be the name of a plugin" },
        { "kind", "its plugin faulty is of the unknown kind 9" },
        { "no-sniff", "its plugin faulty has no sniff()" },
        { "no-next", "its plugin faulty has no next()" },
        { "option-size", "the lines of its option table are 12 bytes long" },
        { "option-name", "'Limit!' cannot be the name of an option" },
        { "option-type", "its option limit has the unknown type 99" },
        { "option-minor",
          "the type of its option limit is of SDK 1.1: the module must say #define PC_NEEDS 1" },
        { "option-offset", "its option limit lies outside its state of 8 bytes" },
        { "option-default",
          "the default of its option limit is 'many' and must be a whole number" },
        { "option-choices", "the choices of its option limit are not of the form" },
        { "option-twice", "it has two options called limit" },
    };
    const struct fixture *f = (const struct fixture *)*state;
    struct registry *registry = open_in(f, MODULES);

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct problem why = { 0 };

        assert_null(registry_find(registry, PC_KIND_INPUT, cases[i].name, &why));
        expect_problem(&why, "plugin-refused", cases[i].sentence);
        assert_non_null(strstr(why.text, cases[i].name));
    }
}

static void what_is_no_module_is_refused(void **state)
{
    const struct fixture *f = (const struct fixture *)*state;
    struct registry *registry = open_in(f, f->directory);
    const char *text = install(f, "input/good", "input/text", 0644);
    const char *folder = apr_pstrcat(f->pool, f->directory, "/input/folder.so", NULL);
    const char *dangling = apr_pstrcat(f->pool, f->directory, "/input/dangling.so", NULL);
    const struct {
        const char *name, *sentence;
    } cases[] = {
        { "text", "input plugin text is refused: it is not a shared object" },
        { "folder", "input plugin folder is refused: it is not a file" },
        { "dangling", "input plugin dangling is refused: it cannot be opened: No such file" },
    };
    FILE *file = fopen(text, "w");

    assert_non_null(file);
    fputs("a text\n", file);
    fclose(file);
    assert_int_equal(mkdir(folder, 0755), 0);
    assert_int_equal(symlink("nowhere", dangling), 0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct problem why = { 0 };

        assert_null(registry_find(registry, PC_KIND_INPUT, cases[i].name, &why));
        expect_problem(&why, "plugin-refused", cases[i].sentence);
    }
}

static void what_everybody_can_write_to_is_refused(void **state)
{
    const struct fixture *f = (const struct fixture *)*state;
    const char *path = install(f, "input/good", "input/good", 0646);
    const char *folder = apr_pstrcat(f->pool, f->directory, "/input", NULL);
    struct problem file = { 0 }, directory = { 0 }, link = { 0 };

    assert_null(registry_find(open_in(f, f->directory), PC_KIND_INPUT, "good", &file));
    expect_problem(&file, "plugin-refused", "everybody may write to ");
    expect_problem(&file, "plugin-refused", "/input/good.so (mode 0646)");

    chmod(path, 0644);
    chmod(folder, 0757);
    assert_null(registry_find(open_in(f, f->directory), PC_KIND_INPUT, "good", &directory));
    expect_problem(&directory, "plugin-refused", "/input (mode 0757)");

    install(f, "filter/newer", "output/csl-json", 0644);
    unlink(apr_pstrcat(f->pool, f->directory, "/output/csl-json.so", NULL));
    assert_int_equal(symlink(path, apr_pstrcat(f->pool, f->directory, "/output/csl-json.so", NULL)),
                     0);
    assert_null(registry_find(open_in(f, f->directory), PC_KIND_OUTPUT, "csl-json", &link));
    expect_problem(&link, "plugin-refused", "/input (mode 0757)");
}

static void what_the_group_can_write_to_is_warned_about(void **state)
{
    const struct fixture *f = (const struct fixture *)*state;
    struct registry *registry = open_in(f, f->directory);
    const struct refusal *refusals;
    struct problem why = { 0 };
    size_t count;

    install(f, "input/good", "input/good", 0664);
    assert_non_null(registry_find(registry, PC_KIND_INPUT, "good", &why));
    assert_null(why.code);
    refusals = registry_refused(registry, &count);
    assert_int_equal(count, 1);
    assert_int_equal(refusals[0].why.severity, PC_WARNING);
    expect_problem(&refusals[0].why, "group-writable", "input plugin good: the group may write to");
    expect_problem(&refusals[0].why, "group-writable", "(mode 0664)");
}

static void all_are_sorted_and_the_refused_are_told_once(void **state)
{
    const struct fixture *f = (const struct fixture *)*state;
    struct registry *registry = open_in(f, f->directory);
    const struct plugin *const *all;
    const struct refusal *refusals;
    struct problem why = { 0 };
    size_t count, n = 0, told = 0;

    install(f, "input/good", "output/other", 0644);
    install(f, "input/good", "output/csl-json", 0644);
    install(f, "input/kind", "output/kind", 0644);
    assert_null(registry_find(registry, PC_KIND_OUTPUT, "kind", &why));
    for (int i = 0; i < 2; i++) {
        n = 0;
        all = registry_all(registry, PC_KIND_OUTPUT);
        for (; all[n] != NULL; n++)
            assert_true(n == 0 || strcmp(all[n - 1]->name, all[n]->name) < 0);
    }
    assert_true(n >= 2);
    refusals = registry_refused(registry, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(refusals[i].name, "kind") != 0)
            continue;
        told++;
        assert_int_equal(refusals[i].kind, PC_KIND_OUTPUT);
        expect_problem(&refusals[i].why, "plugin-refused", "faulty is of the unknown kind");
    }
    assert_int_equal(told, 1);
}

static void the_first_directory_wins(void **state)
{
    const struct fixture *f = (const struct fixture *)*state;
    const char *first[] = { f->directory, NULL };
    struct problem why = { 0 }, refused = { 0 };
    const struct plugin *p;

    setenv("PAPERCONV_PLUGIN_PATH", ":/nonexistent::" MODULES, 1);
    p = registry_find(registry_open(f->pool, first, NULL), PC_KIND_INPUT, "good", &why);
    assert_non_null(p);
    assert_string_equal(p->path, MODULES "/input/good.so");
    install(f, "input/kind", "input/good", 0644);
    assert_null(
        registry_find(registry_open(f->pool, first, NULL), PC_KIND_INPUT, "good", &refused));
    expect_problem(&refused, "plugin-refused", "unknown kind");
}

static void the_home_directory_is_searched(void **state)
{
    static const char *const folders[] = { "/.local", "/.local/lib", "/.local/lib/paperconv",
                                           "/.local/lib/paperconv/1" };
    const struct fixture *f = (const struct fixture *)*state;
    struct problem why = { 0 };

    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        assert_int_equal(mkdir(apr_pstrcat(f->pool, f->directory, folders[i], NULL), 0755), 0);
    install(f, "input/good", ".local/lib/paperconv/1/input/good", 0644);
    setenv("HOME", f->directory, 1);
    assert_non_null(registry_find(registry_open(f->pool, NULL, NULL), PC_KIND_INPUT, "good", &why));
}

static void an_extension_finds_its_plugin(void **state)
{
    static const struct {
        int kind;
        const char *extension, *name, *value;
    } cases[] = {
        { PC_KIND_OUTPUT, "fine", "csl-json", NULL }, { PC_KIND_OUTPUT, "FINE", "csl-json", NULL },
        { PC_KIND_OUTPUT, "zzz", NULL, NULL },        { PC_KIND_OUTPUT, "", NULL, NULL },
        { PC_KIND_INPUT, "good", "good", NULL },      { PC_KIND_INPUT, "Fine", "good", "9" },
        { PC_KIND_INPUT, "fine:", NULL, NULL },
    };
    const struct fixture *f = (const struct fixture *)*state;
    struct registry *registry = open_in(f, MODULES);

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct file_extension found = { NULL, NULL, NULL };
        const struct plugin *p =
            registry_by_extension(registry, cases[i].kind, cases[i].extension, &found);

        assert_int_equal(p != NULL, cases[i].name != NULL);
        if (p == NULL)
            continue;
        assert_string_equal(p->name, cases[i].name);
        assert_int_equal(found.key != NULL, cases[i].value != NULL);
        if (found.key != NULL) {
            assert_string_equal(found.key, "max_authors");
            assert_string_equal(found.value, cases[i].value);
        }
    }
}

static int make_fixture(void **state)
{
    static const struct fixture empty = { NULL, "/tmp/paperconv-plugins-XXXXXX" };
    struct fixture *f = (struct fixture *)malloc(sizeof *f);

    apr_initialize();
    if (f == NULL)
        return -1;
    *f = empty;
    apr_pool_create(&f->pool, NULL);
    *state = f;
    unsetenv("PAPERCONV_PLUGIN_PATH");
    setenv("HOME", "/nonexistent", 1);
    return mkdtemp(f->directory) == NULL;
}

static int free_fixture(void **state)
{
    struct fixture *f = (struct fixture *)*state;
    const char *command = apr_pstrcat(f->pool, "rm -r ", f->directory, NULL);
    int status = system(command);

    apr_pool_destroy(f->pool);
    apr_terminate();
    free(f);
    return status;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_fixture, free_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_good_module_opens),
        TEST(a_companion_has_its_own_name),
        TEST(a_name_with_a_slash_is_a_path),
        TEST(a_module_of_a_later_minor_opens),
        TEST(unknown_plugins_are_suggested),
        TEST(every_fault_has_its_sentence),
        TEST(what_is_no_module_is_refused),
        TEST(what_everybody_can_write_to_is_refused),
        TEST(what_the_group_can_write_to_is_warned_about),
        TEST(all_are_sorted_and_the_refused_are_told_once),
        TEST(the_first_directory_wins),
        TEST(the_home_directory_is_searched),
        TEST(an_extension_finds_its_plugin),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
