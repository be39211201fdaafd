/* file_roles.c - compares the files by device and inode, or by name while they do not exist. */
#include "commands/file_roles.h"

#include "base/memory.h"

#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROLES = 5 };

struct role {
    const char *what; /* "the output" */
    const char *path;
    char *name; /* without links, of a file that does not exist; or NULL */
    struct stat st;
    bool exists;
};

/* The name of a file that need not exist, without links in its directory. */
static char *name_without_links(const char *path)
{
    char *copy = strdup(path), *again = strdup(path), *directory, *name = NULL;

    if (copy == NULL || again == NULL)
        memory_exhausted();
    directory = realpath(dirname(copy), NULL);
    if (directory != NULL) {
        const char *last = basename(again);

        name = memory_alloc(strlen(directory) + strlen(last) + 2);
        strcpy(name, directory);
        strcat(name, "/");
        strcat(name, last);
    }
    free(directory);
    free(copy);
    free(again);
    return name;
}

static bool is_same(const struct role *a, const struct role *b)
{
    if (a->exists || b->exists)
        return a->exists && b->exists && S_ISREG(a->st.st_mode) && a->st.st_dev == b->st.st_dev &&
               a->st.st_ino == b->st.st_ino;
    return a->name != NULL && b->name != NULL && strcmp(a->name, b->name) == 0;
}

static bool usage_error(struct problem *why, const struct role *r, const char *what)
{
    problem_set(why, PC_ERROR, "usage", "%s is both %s and %s", r->path, r->what, what);
    return false;
}

static bool check_inputs(const struct conversion *c, const struct role *roles, size_t count,
                         struct problem *why)
{
    bool any = false;

    for (size_t i = 0; i < count; i++)
        any |= roles[i].exists && S_ISREG(roles[i].st.st_mode);
    for (const char *const *input = c->inputs; any && *input != NULL; input++) {
        bool standard = strcmp(*input, "-") == 0;
        struct role role = { .exists = true };

        if ((standard ? fstat(STDIN_FILENO, &role.st) : stat(*input, &role.st)) != 0)
            continue;
        for (size_t i = 0; i < count; i++)
            if (is_same(&role, &roles[i]))
                return usage_error(why, &roles[i], "an input");
    }
    return true;
}

static bool is_dash(const char *path)
{
    return path != NULL && strcmp(path, "-") == 0;
}

/* ---- the roles of a run ---- */

struct roles {
    struct role of[ROLES];
    size_t count;
    char *places, *shard; /* names that are made from those of the quarantine and the output */
};

/* PATH with EXTENSION behind it. */
static char *extended(const char *path, const char *extension)
{
    char *name = memory_alloc(strlen(path) + strlen(extension) + 1);

    strcpy(name, path);
    strcat(name, extension);
    return name;
}

static void list_roles(struct roles *r, const struct conversion *c)
{
    const struct role all[ROLES] = {
        { .what = "the output", .path = c->write != NULL ? c->write : "/dev/stdout" },
        { .what = "the report", .path = c->report },
        { .what = "the quarantine", .path = c->quarantine },
        { .what = "the list of the quarantine" },
        { .what = "the description of the part" },
    };

    *r = (struct roles){ .count = 0 };
    if (c->quarantine != NULL)
        r->places = extended(c->quarantine, ".jsonl");
    if (c->shard.count != 0)
        r->shard = extended(c->write, SHARD_FILE_EXTENSION);
    for (size_t i = 0; i < ROLES; i++) {
        struct role *role = &r->of[r->count];

        *role = all[i];
        if (i == ROLES - 2)
            role->path = r->places;
        if (i == ROLES - 1)
            role->path = r->shard;
        if (role->path == NULL)
            continue;
        role->exists = stat(role->path, &role->st) == 0;
        role->name = role->exists ? NULL : name_without_links(role->path);
        r->count++;
    }
}

static void free_roles(struct roles *r)
{
    for (size_t i = 0; i < r->count; i++)
        free(r->of[i].name);
    free(r->places);
    free(r->shard);
}

static bool check_pairs(const struct roles *r, struct problem *why)
{
    for (size_t i = 0; i < r->count; i++)
        for (size_t k = 0; k < i; k++)
            if (is_same(&r->of[k], &r->of[i]))
                return usage_error(why, &r->of[i], r->of[k].what);
    return true;
}

bool file_roles_check(const struct conversion *c, struct problem *why)
{
    struct roles roles;
    bool ok;

    if (is_dash(c->report) || is_dash(c->quarantine)) {
        problem_set(why, PC_ERROR, "usage", "only --write takes - for standard output, not %s",
                    is_dash(c->report) ? "--report" : "--on-error quarantine=");
        return false;
    }
    list_roles(&roles, c);
    ok = check_pairs(&roles, why) && check_inputs(c, roles.of, roles.count, why);
    free_roles(&roles);
    return ok;
}

/* ---- files that options name ---- */

static bool check_plugin(const struct roles *r, const struct plugin *p,
                         const struct compiled_options *options, struct problem *why)
{
    const pc_option *o = p->table->options;

    for (; options->state != NULL && o != NULL && o->name != NULL; o++) {
        const pc_file *file = plugin_option_file(o, options->state);
        struct role role = { .exists = true };

        if (file == NULL || fstat(file->fd, &role.st) != 0)
            continue;
        for (size_t i = 0; i < r->count; i++) {
            char what[200];

            snprintf(what, sizeof what, "the file of option %s of plugin %s", o->name, p->name);
            if (is_same(&role, &r->of[i]))
                return usage_error(why, &r->of[i], what);
        }
    }
    return true;
}

bool file_roles_check_options(const struct conversion *c, const struct chosen_plugins *chosen,
                              struct problem *why)
{
    struct roles roles;
    bool ok;

    list_roles(&roles, c);
    ok = check_plugin(&roles, chosen->output, &chosen->output_options, why);
    for (size_t i = 0; ok && chosen->inputs[i] != NULL; i++)
        ok = check_plugin(&roles, chosen->inputs[i], &chosen->input_options[i], why);
    for (size_t i = 0; ok && chosen->filters[i] != NULL; i++)
        ok = check_plugin(&roles, chosen->filters[i], &chosen->filter_options[i], why);
    free_roles(&roles);
    return ok;
}

/* ---- what the run writes ---- */

static void add_output(struct file_ids *ids, const struct output_file *o)
{
    struct stat st;

    if (o->target != NULL && stat(o->target, &st) == 0)
        file_ids_add(ids, &st);
    if (fstat(o->fd, &st) == 0)
        file_ids_add(ids, &st);
}

struct file_ids file_roles_written(const struct writer *w)
{
    struct file_ids ids = { .count = 0 };

    add_output(&ids, &w->out);
    if (w->report.file.target != NULL)
        add_output(&ids, &w->report.file);
    if (w->shard.file.target != NULL)
        add_output(&ids, &w->shard.file);
    if (w->quarantine.bytes.target != NULL)
        add_output(&ids, &w->quarantine.bytes);
    if (w->quarantine.places.target != NULL)
        add_output(&ids, &w->quarantine.places);
    return ids;
}
