/* plugin_new.c - 'paperconv plugin new': writes the project of a small plugin that works. */
#include "commands/commands.h"
#include "commands/templates.h"

#include <apr_strings.h>
#include <ctype.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct project {
    const char *kind, *name;
    const char *identifier; /* csl_json for csl-json */
    const char *directory;
    apr_pool_t *pool;
};

/* ---- the name ---- */

static bool is_keyword(const char *word)
{
    static const char *const keywords[] = {
        "auto",      "break",    "case",   "char",   "const",    "continue", "default", "do",
        "double",    "else",     "enum",   "extern", "float",    "for",      "goto",    "if",
        "inline",    "int",      "long",   "main",   "register", "restrict", "return",  "short",
        "signed",    "sizeof",   "static", "struct", "switch",   "typedef",  "union",   "unsigned",
        "void",      "volatile", "while",  "bool",   "true",     "false",    "asm",     "class",
        "namespace", "template", "this",   "new",    "delete",   "operator", "private", "public"
    };

    for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++) {
        if (strcmp(keywords[i], word) == 0)
            return true;
    }
    return false;
}

static bool is_name(const char *name)
{
    return strlen(name) <= 40 && islower((unsigned char)*name) &&
           name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* NAME with small letters, and - for other characters. */
static const char *similar_name(const char *name, apr_pool_t *pool)
{
    char *similar = apr_pstrdup(pool, name);

    for (char *p = similar; *p != '\0'; p++)
        *p = isalnum((unsigned char)*p) ? (char)tolower((unsigned char)*p) : '-';
    return similar;
}

/* False with *WHY unless the name can be that of a plugin and of a variable. */
static bool check_name(const struct project *p, struct problem *why)
{
    const char *similar = similar_name(p->name, p->pool);

    if (!is_name(p->name))
        problem_set(why, PC_ERROR, "bad-name",
                    "'%.60s' cannot be the name of a plugin: it is made of small letters, digits "
                    "and -, begins with a letter and has 40 characters at most%s%s%s",
                    p->name, is_name(similar) ? "; call it '" : "", is_name(similar) ? similar : "",
                    is_name(similar) ? "'" : "");
    else if (is_keyword(p->identifier) || dlsym(RTLD_DEFAULT, p->identifier) != NULL)
        problem_set(why, PC_ERROR, "bad-name",
                    "'%s' cannot be the name of a plugin: the name becomes a variable in C, where "
                    "it is reserved or already used",
                    p->name);
    return why->code == NULL;
}

static bool check_kind(const struct project *p, struct problem *why)
{
    for (int kind = PC_KIND_INPUT; kind <= PC_KIND_FILTER; kind++) {
        if (strcmp(plugin_kind_name(kind), p->kind) == 0)
            return true;
    }
    problem_set(why, PC_ERROR, "bad-kind", "a plugin is an input, a filter or an output, not '%s'",
                p->kind);
    return false;
}

/* ---- the files ---- */

/* TEXT with its @WORD@ replaced. */
static const char *fill_template(const struct project *p, const char *text)
{
    const struct {
        const char *word, *value;
    } table[] = { { "@NAME@", p->name },
                  { "@IDENTIFIER@", p->identifier },
                  { "@KIND@", p->kind },
                  { "@SAMPLES@", strcmp(p->kind, "input") == 0 ? "--samples samples" : "" } };
    const char *result = "", *at;

    while ((at = strchr(text, '@')) != NULL) {
        const char *value = "@";
        size_t n = 1;

        for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
            if (strncmp(at, table[i].word, strlen(table[i].word)) == 0) {
                value = table[i].value;
                n = strlen(table[i].word);
            }
        }
        result = apr_psprintf(p->pool, "%s%.*s%s", result, (int)(at - text), text, value);
        text = at + n;
    }
    return apr_pstrcat(p->pool, result, text, NULL);
}

static bool fail_to_write(const char *what, const char *path, struct problem *why)
{
    problem_set(why, PC_ERROR, "not-written", "cannot %s '%s': %s", what, path, strerror(errno));
    return false;
}

/* Makes the directories of PATH up to its last slash that do not exist yet. */
static bool make_directories(const char *path, apr_pool_t *pool, struct problem *why)
{
    for (const char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        const char *directory = apr_pstrmemdup(pool, path, (size_t)(slash - path));

        if (mkdir(directory, 0777) != 0 && errno != EEXIST)
            return fail_to_write("make the directory", directory, why);
    }
    return true;
}

/* Writes a new file; a script becomes executable. */
static bool write_project_file(const struct project *p, const struct template_file *t,
                               struct problem *why)
{
    const char *path =
        apr_pstrcat(p->pool, p->directory, "/", fill_template(p, strchr(t->path, '/') + 1), NULL);
    const char *text = fill_template(p, (const char *)t->bytes);
    FILE *file;
    bool ok;

    if (!make_directories(path, p->pool, why))
        return false;
    file = fopen(path, "wx");
    if (file == NULL)
        return fail_to_write("write", path, why);
    ok = fputs(text, file) >= 0;
    if (fclose(file) != 0 || !ok)
        return fail_to_write("write", path, why);
    return strncmp(text, "#!", 2) != 0 || chmod(path, 0755) == 0 ||
           fail_to_write("write", path, why);
}

static bool is_in_folder(const struct template_file *t, const char *folder)
{
    size_t n = strlen(folder);

    return strncmp(t->path, folder, n) == 0 && t->path[n] == '/';
}

static bool write_project(const struct project *p, struct problem *why)
{
    for (const struct template_file *t = template_files; t->path != NULL; t++) {
        if ((is_in_folder(t, p->kind) || is_in_folder(t, "common")) &&
            !write_project_file(p, t, why))
            return false;
    }
    return true;
}

/* True when the directory does not exist; an empty one is removed. */
static bool directory_is_free(const struct project *p, struct problem *why)
{
    if (access(p->directory, F_OK) != 0 || rmdir(p->directory) == 0)
        return true;
    problem_set(why, PC_ERROR, "not-empty", "'%s' exists and is not an empty directory",
                p->directory);
    return false;
}

int command_plugin_new(const struct command *c, apr_pool_t *pool)
{
    struct project p = { .kind = c->kind, .name = c->plugin, .pool = pool };
    struct problem why = { .code = NULL };
    char *identifier = apr_pstrdup(pool, p.name);

    for (char *dash = identifier; (dash = strchr(dash, '-')) != NULL;)
        *dash = '_';
    p.identifier = identifier;
    p.directory = c->directory != NULL ? c->directory : p.name;
    if (!check_kind(&p, &why) || !check_name(&p, &why) || !directory_is_free(&p, &why) ||
        !write_project(&p, &why))
        return command_fail(&why);
    printf("%s: %s plugin; next: cd %s && make && make test\n", p.directory, p.kind, p.directory);
    return STATUS_DONE;
}
