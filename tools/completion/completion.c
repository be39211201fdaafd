/* completion.c - completion SHELL TEMPLATE: prints TEMPLATE and replaces its line @OPTIONS@ with
 * the options of the command line, from the host's own table, in the notation of SHELL (bash,
 * zsh, fish).  The scripts ask the installed program for plugins and their options, because
 * anybody may add a plugin. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "cli/options_table.h"

/* How the argument of an option is completed: by a function of the scripts, or from words. */
static const struct argument {
    enum option_id id;
    const char *kind;
    const char *words;
} arguments[] = {
    { OPTION_INPUT, "input", "" },
    { OPTION_FILTER, "filter", "" },
    { OPTION_OUTPUT, "output", "" },
    { OPTION_SET, "setting", "" },
    { OPTION_WRITE, "files", "" },
    { OPTION_FILES_FROM, "files", "" },
    { OPTION_REPORT, "files", "" },
    { OPTION_PLUGIN_PATH, "directories", "" },
    { OPTION_ON_ERROR, "words", "skip stop quarantine=" },
    { OPTION_DIAGNOSTICS, "words", "text json github" },
    { OPTION_PROGRESS, "words", "auto always never" },
};

static const struct argument *argument_of(const struct option_line *o)
{
    static const struct argument any = { OPTION_HELP, "anything", "" };

    for (size_t i = 0; i < sizeof arguments / sizeof arguments[0]; i++)
        if (arguments[i].id == o->id)
            return &arguments[i];
    return &any;
}

/* Prints the first sentence of the manual for use inside a shell's single quotes; the characters
 * in SPECIAL get a backslash. */
static void put_description(const struct option_line *o, const char *special)
{
    const char *end = strstr(o->manual, ". ");
    size_t n = end != NULL ? (size_t)(end - o->manual) : strlen(o->manual) - 1;

    for (size_t i = 0; i < n; i++) {
        if (o->manual[i] == '\'')
            fputs("\xE2\x80\x99", stdout); /* needs no quoting */
        else if (strchr(special, o->manual[i]) != NULL)
            printf("\\%c", o->manual[i]);
        else
            putchar(o->manual[i]);
    }
}

static void bash_option(const struct option_line *o)
{
    fputs("        ", stdout);
    if (o->letter != 0)
        printf("-%c ", o->letter);
    printf("--%s", o->name);
    if (o->argument != NULL)
        printf(":%s", argument_of(o)->kind);
    if (*argument_of(o)->words != '\0')
        printf(":'%s'", argument_of(o)->words);
    putchar('\n');
}

static void zsh_option(const struct option_line *o)
{
    const struct argument *a = argument_of(o);

    fputs("        '*'", stdout);
    if (o->letter != 0)
        printf("{-%c%s,--%s%s}", o->letter, o->argument != NULL ? "+" : "", o->name,
               o->argument != NULL ? "=" : "");
    else
        printf("--%s%s", o->name, o->argument != NULL ? "=" : "");
    fputs("'[", stdout);
    put_description(o, "[]");
    putchar(']');
    if (o->argument != NULL && *a->words != '\0')
        printf(":%s:(%s)", o->argument, a->words);
    else if (o->argument != NULL)
        printf(":%s:_paperconv_%s", o->argument, a->kind);
    puts("' \\");
}

static void fish_option(const struct option_line *o)
{
    const struct argument *a = argument_of(o);

    fputs("complete -c paperconv", stdout);
    if (o->letter != 0)
        printf(" -s %c", o->letter);
    printf(" -l %s", o->name);
    if (o->argument != NULL && *a->words != '\0')
        printf(" -x -a '%s'", a->words);
    else if (o->argument != NULL)
        printf(" -x -a '(__paperconv_%s)'", a->kind);
    fputs(" -d '", stdout);
    put_description(o, "\\");
    puts("'");
}

static const struct {
    const char *name;
    void (*put)(const struct option_line *);
} shells[] = { { "bash", bash_option }, { "zsh", zsh_option }, { "fish", fish_option } };

static void options(const char *shell)
{
    for (size_t i = 0; i < sizeof shells / sizeof shells[0]; i++)
        for (size_t k = 0; strcmp(shell, shells[i].name) == 0 && k < OPTIONS_COUNT; k++)
            shells[i].put(&options_table[k]);
}

int main(int argc, char **argv)
{
    FILE *template = argc == 3 ? fopen(argv[2], "r") : NULL;
    char line[512];

    if (template == NULL)
        return 1;
    while (fgets(line, sizeof line, template) != NULL) {
        if (strcmp(line, "@OPTIONS@\n") == 0)
            options(argv[1]);
        else
            fputs(line, stdout);
    }
    fclose(template);
    return fflush(stdout) != 0 || ferror(stdout);
}
