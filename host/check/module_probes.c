/* module_probes.c - the probes of a module as a file, and of the tables of its plugins. */
#include "api/instance.h"
#include "check/check.h"
#include "check/elf_symbols.h"
#include "loader/plugin_options.h"

#include <dlfcn.h>
#include <string.h>

static const char descriptor[] = "paperconv_module_v1";

/* True for symbols that compilers, linkers and sanitizers put into every shared object. */
static bool is_toolchain(const char *name)
{
    return strstr(name, "san_") != NULL || strncmp(name, "__odr_asan", 10) == 0 ||
           strncmp(name, "__start_", 8) == 0 || strncmp(name, "__stop_", 7) == 0;
}

static const apr_array_header_t *symbols_of(const struct check *c)
{
    const apr_array_header_t *symbols = elf_symbols(c->path, c->pool);

    if (symbols == NULL)
        check_fail("it is not a shared object");
    return symbols;
}

static void exports_one_symbol(const struct check *c)
{
    const apr_array_header_t *symbols = symbols_of(c);
    bool found = false;

    for (int i = 0; i < symbols->nelts; i++) {
        const struct symbol *s = &APR_ARRAY_IDX(symbols, i, const struct symbol);

        if (!s->defined || s->weak || is_toolchain(s->name))
            continue; /* inline functions of C++ are weak symbols */
        if (s->unique)
            check_fail("its variable '%s' is shared with every other module that has one of that "
                       "name: compile it with -fno-gnu-unique",
                       s->name);
        if (strcmp(s->name, descriptor) != 0)
            check_fail("it exports '%s' beside %s: make it static, or use -fvisibility=hidden",
                       s->name, descriptor);
        found = true;
    }
    if (!found)
        check_fail("it does not export %s", descriptor);
}

static void needs_only_its_libraries(const struct check *c)
{
    const apr_array_header_t *symbols = symbols_of(c);
    void *handle = dlopen(c->path, RTLD_LAZY | RTLD_LOCAL);

    if (handle == NULL)
        check_fail("it does not load: %s", dlerror());
    for (int i = 0; i < symbols->nelts; i++) {
        const struct symbol *s = &APR_ARRAY_IDX(symbols, i, const struct symbol);

        if (s->defined || s->weak || is_toolchain(s->name))
            continue;
        if (dlsym(handle, s->name) == NULL) /* searches the module and its libraries */
            check_fail("no library that it is linked to defines '%s': link it with -Wl,-z,defs",
                       s->name);
    }
}

/* ---- tables ---- */

static void is_described(const struct check *c)
{
    const struct pc_plugin *t = c->plugin->table;
    size_t texts = 0;

    if (t->version == NULL || *t->version == '\0')
        check_fail("it has no version");
    if (t->summary == NULL || *t->summary == '\0')
        check_fail("it has no summary");
    if (strchr(t->summary, '\n') != NULL)
        check_fail("its summary is more than one line");
    while (t->texts != NULL && t->texts[texts] != NULL)
        texts++;
    if (texts % 2 != 0)
        check_fail("its text '%s' has a name and no text", t->texts[texts - 1]);
    if (t->kind == PC_KIND_INPUT ? t->threads > PC_INSTANCE
                                 : t->threads != PC_SERIAL && t->threads < PC_REENTRANT)
        check_fail("%u is not a value of threads for its kind", (unsigned)t->threads);
}

static void explains_options(const struct check *c)
{
    const pc_option *o = c->plugin->table->options;

    for (; o != NULL && o->name != NULL; o++) {
        if (o->help == NULL || *o->help == '\0')
            check_fail("its option %s has no help", user_spelling(o->name, c->pool));
        if (strchr(o->help, '\n') != NULL)
            check_fail("the help of its option %s is more than one line",
                       user_spelling(o->name, c->pool));
    }
}

/* No two options share bytes of the state. */
static void separates_options(const struct check *c)
{
    const pc_option *options = c->plugin->table->options;

    for (const pc_option *a = options; a != NULL && a->name != NULL; a++) {
        for (const pc_option *b = options; b < a; b++) {
            if (a->offset < b->offset + plugin_option_type_size(b->type) &&
                b->offset < a->offset + plugin_option_type_size(a->type))
                check_fail("its options %s and %s are stored in the same place",
                           user_spelling(b->name, c->pool), user_spelling(a->name, c->pool));
        }
    }
}

static void opens_and_closes(const struct check *c)
{
    struct instance instance;
    struct diagnostics diagnostics = { .items = NULL };
    struct problem why = { .code = NULL };

    for (int i = 0; i < 2; i++) { /* a run may open a plugin more than once */
        if (!instance_open(&instance, c->plugin, &c->options, &diagnostics, &why))
            check_fail("%s", why.text);
        instance_close(&instance);
    }
    diagnostics_free(&diagnostics);
}

const struct probe check_module_probes[] = {
    { "one exported symbol", exports_one_symbol },
    { "no undefined symbol", needs_only_its_libraries },
    { NULL, NULL },
};

const struct probe check_table_probes[] = {
    { "description", is_described },
    { "help of options", explains_options },
    { "place of options", separates_options },
    { "open and close", opens_and_closes },
    { NULL, NULL },
};
