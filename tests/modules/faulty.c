/* faulty.c - a module with one fault: the build defines one of the names below with a wrong
 * value. */
#include "paperconv/plugin.h"

#ifndef SYMBOL
#define SYMBOL paperconv_module_v1
#endif
#ifndef MODULE_SIZE
#define MODULE_SIZE sizeof(struct pc_module)
#endif
#ifndef NEEDS_MINOR
#define NEEDS_MINOR 0
#endif
#ifndef PLUGINS
#define PLUGINS &faulty
#endif
#ifndef PLUGIN_COUNT
#define PLUGIN_COUNT (sizeof plugins / sizeof plugins[0])
#endif
#ifndef PLUGIN_SIZE
#define PLUGIN_SIZE sizeof(struct pc_plugin)
#endif
#ifndef KIND
#define KIND PC_KIND_INPUT
#endif
#ifndef NAME
#define NAME "faulty"
#endif
#ifndef SNIFF
#define SNIFF faulty_sniff
#endif
#ifndef USES
#define USES 0
#endif
#ifndef NEXT
#define NEXT faulty_next
#endif
#ifndef OPTION_SIZE
#define OPTION_SIZE sizeof(pc_option)
#endif
#ifndef OPTION /* name, default, help, choices, type, offset */
#define OPTION "limit", "1", "help", NULL, PC_INT, 0
#endif

#ifdef UNDEFINED_SYMBOL
int not_in_any_library(void);
#define END not_in_any_library()
#else
#define END PC_END
#endif

/* Not static, because a fault may leave it unused. */
int faulty_sniff(pc_str head, pc_str name, const char **why)
{
    (void)head;
    (void)name;
    (void)why;
    return 0;
}

int faulty_next(void *state, pc_source *src, pc_record *rec)
{
    (void)state;
    (void)src;
    (void)rec;
    return END;
}

static const pc_option options[] = { { OPTION },
#ifdef OPTION_TWICE
                                     { OPTION },
#endif
                                     PC_OPT_END };

static const struct pc_plugin faulty = {
    .size = PLUGIN_SIZE,
    .kind = KIND,
    .name = NAME,
    .option_size = OPTION_SIZE,
    .uses = USES,
    .options = options,
    .state_size = sizeof(int64_t),
    .sniff = SNIFF,
    .next = NEXT,
};

static const struct pc_plugin *const plugins[] = { PLUGINS };

extern PC_EXPORT const struct pc_module SYMBOL;
const struct pc_module SYMBOL = {
    .size = MODULE_SIZE,
    .abi_minor = PC_ABI_MINOR,
    .needs_minor = NEEDS_MINOR,
    .plugin_count = PLUGIN_COUNT,
    .plugins = plugins,
};
