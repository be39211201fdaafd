/* newer.c - a module built with the header of a later minor version, with longer tables.  It
 * needs nothing that today's host lacks. */
#include "paperconv/plugin.h"

struct newer {
    int64_t first, second;
};

struct newer_option {
    pc_option known;
    const char *unknown;
};

struct newer_plugin {
    struct pc_plugin known;
    void (*unknown)(void);
};

static int newer_apply(void *state, pc_pipe *pipe, pc_record *rec)
{
    (void)state;
    (void)pipe;
    (void)rec;
    return PC_OK;
}

static const struct newer_option options[] = {
    { PC_OPT_INT(struct newer, first, "1", "The first"), "unit" },
    { PC_OPT_INT(struct newer, second, "2", "The second"), "unit" },
    { PC_OPT_END, NULL }
};

static const struct newer_plugin newer = {
    .known = { .size = sizeof(struct newer_plugin),
               .kind = PC_KIND_FILTER,
               .name = "newer",
               .option_size = sizeof(struct newer_option),
               .options = &options[0].known,
               .state_size = sizeof(struct newer),
               .apply = newer_apply },
};

static const struct pc_plugin *const plugins[] = { &newer.known };
const struct pc_module paperconv_module_v1 = {
    sizeof(struct pc_module) + 8, PC_ABI_MINOR + 1, PC_NEEDS, 1, plugins, NULL
};
