/* check.h - what the probes of 'plugin check' share.  Each probe runs in a process of
 * its own and says nothing when its plugin passes. */
#ifndef PAPERCONV_HOST_CHECK_CHECK_H
#define PAPERCONV_HOST_CHECK_CHECK_H

#include "loader/plugin_options.h"

#include "paperconv/text.h"

struct sample {
    const char *name;
    pc_str bytes;
};

struct check {
    const char *path; /* of the module */
    apr_pool_t *pool;
    const struct plugin *plugin; /* behind the lens */
    const struct plugin *bare;   /* the same without */
    struct settings settings;
    struct compiled_options options; /* those of the plugin, when it is open */
    const struct sample *samples;
    size_t sample_count;
};

struct probe {
    const char *name;
    void (*run)(const struct check *);
};

/* Each ends with a name of NULL. */
extern const struct probe check_module_probes[]; /* before the plugin is opened */
extern const struct probe check_table_probes[];
extern const struct probe check_input_probes[];
extern const struct probe check_filter_probes[];
extern const struct probe check_output_probes[];

/* The probe has found a fault, told in one sentence; ends the process. */
_Noreturn void check_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Fails unless A and B, of what is called WHAT, are the same text; says the first line
 * that differs. */
void check_same(const pc_text *a, const pc_text *b, const char *what);

/* The files in DIRECTORY as samples, none when that is NULL; false with *WHY. */
bool check_samples(struct check *c, const char *directory, struct problem *why);

#endif
