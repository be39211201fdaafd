/* fuzz_options.c - command lines, as words separated by white space, and the values of --set for
 * every type of option. */
#include "target.h"

#include "cli/command_line.h"

#include <apr_general.h>
#include <stdlib.h>

enum { WORDS = 64 };

struct state {
    bool flag;
    int64_t count, way;
    double number;
    pc_str text;
};

static const pc_option table[] = {
    PC_OPT_BOOL(struct state, flag, "A switch"),
    PC_OPT_INT(struct state, count, "0", "A whole number"),
    PC_OPT_NUMBER(struct state, number, "0.5", "A number"),
    PC_OPT_CHOICE(struct state, way, "short|long", "long", "A choice"),
    PC_OPT_STRING(struct state, text, NULL, "Any text"),
    PC_OPT_END,
};

/* Splits TEXT in place into words; the first is the program's name. */
static int cut(char *text, const char **words)
{
    char *rest = NULL;
    int n = 0;

    words[n++] = "paperconv";
    for (char *word = strtok_r(text, " \t\n", &rest); word != NULL && n < WORDS;
         word = strtok_r(NULL, " \t\n", &rest))
        words[n++] = word;
    return n;
}

static void set(struct settings settings, apr_pool_t *pool)
{
    const struct pc_plugin plugin = { .kind = PC_KIND_INPUT,
                                      .name = "test",
                                      .options = table,
                                      .option_size = sizeof(pc_option),
                                      .state_size = sizeof(struct state) };
    const struct plugin p = { &plugin, NULL, "test", "", 0 };
    struct problem why = { .code = NULL };
    struct state state = { .flag = false };

    if (!plugin_options_apply(&p, settings, &state, pool, &why) && why.code == NULL)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    const char *words[WORDS];
    struct problem why = { .code = NULL };
    struct command command;
    apr_pool_t *pool;

    if (text == NULL || apr_initialize() != APR_SUCCESS ||
        apr_pool_create(&pool, NULL) != APR_SUCCESS)
        abort();
    memcpy(text, data, size);
    text[size] = '\0';
    if (strstr(text, "files-from") == NULL) { /* which reads any file, or a terminal */
        if (command_parse(cut(text, words), words, pool, &command, &why))
            set(command.conversion.input.settings, pool);
        else if (why.code == NULL)
            abort();
    }
    apr_pool_destroy(pool);
    free(text);
    return 0;
}
