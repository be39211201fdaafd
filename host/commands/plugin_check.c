/* plugin_check.c - 'paperconv plugin check': runs every probe in a child process, and prints the
 * results as text or as JSON. */
#include "check/check.h"
#include "check/opened_files.h"
#include "check/watched_host.h"
#include "check/watched_plugin.h"
#include "commands/commands.h"
#include "commands/plugin_describe.h"
#include "loader/module.h"
#include "process/child_process.h"
#include "process/crash_handler.h"
#include "stages/host_table.h"

#include <apr_strings.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PROBE_SECONDS = 60, CALLBACK_SECONDS = 3, TEXT_ROOM = 64 * 1024 };

/* ---- in the child ---- */

struct target { /* one probe of one plugin */
    struct check *check;
    const char *kind, *name; /* of the plugin; NULL: the module */
    const struct probe *probe;
};

/* The plugin of T among those of M. */
static const struct plugin *find_target(const struct module *m, const struct target *t)
{
    for (size_t i = 0; i < m->count; i++) {
        if (strcmp(m->plugins[i].name, t->name) == 0 &&
            strcmp(plugin_kind_name((int)m->plugins[i].table->kind), t->kind) == 0)
            return &m->plugins[i];
    }
    check_fail("the module does not hold the same plugins each time");
}

static const struct module *open_module(const struct check *c)
{
    struct problem why = { .code = NULL };
    const struct module *m = module_open(c->path, &host_table, c->pool, &why);

    if (m == NULL)
        check_fail("%s", why.text);
    return m;
}

enum { OPENS_FILES = PC_USES_FILES | PC_USES_NETWORK | PC_USES_EXEC | PC_USES_OUTPUT_FILE };

static int run_probe(void *context)
{
    const struct target *t = context;
    struct check *c = t->check;

    crash_handler_callback_limit(CALLBACK_SECONDS);
    if (t->name != NULL) {
        c->bare = find_target(open_module(c), t);
        c->plugin = watched_plugin(c->bare, c->pool);
        c->options = plugin_options_compile(c->bare, c->settings, c->pool);
        if ((c->bare->table->uses & OPENS_FILES) == 0)
            opened_files_watch(watched_is_called);
    }
    t->probe->run(c);
    return 0;
}

/* Prints the plugins of the module, a line each: "input fields". */
static int print_plugins(void *context)
{
    const struct check *c = context;
    const struct module *m = open_module(c);

    for (size_t i = 0; i < m->count; i++)
        printf("%s %s\n", plugin_kind_name((int)m->plugins[i].table->kind), m->plugins[i].name);
    return 0;
}

/* ---- the results ---- */

struct report {
    apr_pool_t *pool;
    json_t *results; /* NULL: as text */
    bool failed;
};

static bool is_stuck(const struct child_result *end)
{
    return end->signal == SIGALRM || end->signal == SIGXCPU || end->signal == SIGKILL ||
           strstr(end->text, "[plugin-stuck]") != NULL ||
           strstr(end->text, "[no-progress]") != NULL;
}

/* Why the probe failed: the first line that the child printed, without the prefix of a
 * diagnostic. */
static const char *failure_sentence(const struct child_result *end, apr_pool_t *pool)
{
    static const char prefix[] = "paperconv: error: ";
    const char *text = end->text;
    size_t n;

    if (end->signal != 0 && is_stuck(end))
        return "it did not return within its time limit";
    if (end->signal != 0)
        return apr_psprintf(pool, "it crashed with %s", child_signal_name(end->signal));
    if (strncmp(text, prefix, sizeof prefix - 1) == 0)
        text += sizeof prefix - 1;
    n = strcspn(text, "\n");
    return n != 0 ? apr_pstrmemdup(pool, text, n)
                  : apr_psprintf(pool, "it ended the process with status %d", end->status);
}

static void add_result(struct report *r, const char *kind, const char *name, const char *probe,
                       const struct child_result *end)
{
    const char *why = end->status == 0 ? NULL : failure_sentence(end, r->pool);
    json_t *result;

    r->failed |= why != NULL;
    if (r->results == NULL) {
        printf("%s  %s%s%s: %s%s%s\n", why ? "FAIL" : "pass", kind, *name ? " " : "", name, probe,
               why ? ": " : "", why ? why : "");
        return;
    }
    result = json_object();
    json_object_set_new(result, "kind", json_text(kind));
    json_object_set_new(result, "name", json_text(name));
    json_object_set_new(result, "probe", json_text(probe));
    json_object_set_new(result, "passed", json_boolean(why == NULL));
    if (why != NULL)
        json_object_set_new(result, "reason", json_text(why));
    json_array_append_new(r->results, result);
}

/* False after a probe that did not return: the others would not return either. */
static bool run_probes(struct report *r, struct target *t, const struct probe *probes)
{
    struct child_result end = { .text = "" };
    char text[TEXT_ROOM];

    for (; probes->name != NULL && !is_stuck(&end); probes++) {
        t->probe = probes;
        end = child_process_run(run_probe, t, PROBE_SECONDS, text, sizeof text);
        add_result(r, t->kind, t->name != NULL ? t->name : "", probes->name, &end);
    }
    return !is_stuck(&end);
}

/* NULL when KIND is not a kind of plugins. */
static const struct probe *probes_of(const char *kind)
{
    return strcmp(kind, "input") == 0    ? check_input_probes
           : strcmp(kind, "filter") == 0 ? check_filter_probes
           : strcmp(kind, "output") == 0 ? check_output_probes
                                         : NULL;
}

/* LIST is what print_plugins() printed, and perhaps lines that the module printed. */
static void check_plugins(struct report *r, struct check *c, const char *list)
{
    char *words = apr_pstrdup(r->pool, list), *last = NULL;

    for (char *line = apr_strtok(words, "\n", &last); line != NULL;
         line = apr_strtok(NULL, "\n", &last)) {
        struct target t = { .check = c, .kind = line };
        char *space = strchr(line, ' ');

        if (space == NULL)
            continue;
        *space = '\0';
        t.name = space + 1;
        if (probes_of(t.kind) != NULL && run_probes(r, &t, check_table_probes))
            run_probes(r, &t, probes_of(t.kind));
    }
}

static void check_module(struct report *r, struct check *c)
{
    struct target module = { .check = c, .kind = "module" };
    char text[TEXT_ROOM];
    struct child_result end = child_process_run(print_plugins, c, PROBE_SECONDS, text, sizeof text);

    add_result(r, "module", "", "opens", &end);
    run_probes(r, &module, check_module_probes);
    if (end.status == 0)
        check_plugins(r, c, end.text);
}

static void print_report(struct report *r, const char *path)
{
    json_t *object;

    if (r->results == NULL)
        return;
    object = json_object();
    json_object_set_new(object, "module", json_text(path));
    json_object_set_new(object, "passed", json_boolean(!r->failed));
    json_object_set_new(object, "probes", r->results);
    print_json(object);
}

int command_plugin_check(const struct command *c, apr_pool_t *pool)
{
    struct check check = { .pool = pool, .settings = c->check.settings };
    struct report report = { .pool = pool, .results = c->json ? json_array() : NULL };
    struct problem why = { .code = NULL };

    check.path = strchr(c->plugin, '/') ? c->plugin : apr_pstrcat(pool, "./", c->plugin, NULL);
    if (!check_samples(&check, c->samples, &why))
        return command_fail(&why);
    check_module(&report, &check);
    print_report(&report, c->plugin);
    return report.failed ? STATUS_REJECTED : STATUS_DONE;
}
