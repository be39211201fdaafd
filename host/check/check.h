/* check.h - what the probes of 'plugin check' share.  Each probe runs in a process of
 * its own and prints nothing when the plugin passes. */
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
    const struct plugin *plugin; /* watched: see watched_plugin.h */
    const struct plugin *bare;   /* the same plugin, not watched */
    struct settings settings;
    struct compiled_options options; /* the settings, compiled once the plugin is open */
    const struct sample *samples;
    size_t sample_count;
};

struct probe {
    const char *name;
    void (*run)(const struct check *);
};

/* Each table ends with a name of NULL. */
extern const struct probe check_module_probes[]; /* before the plugin is opened */
extern const struct probe check_table_probes[];
extern const struct probe check_input_probes[];
extern const struct probe check_filter_probes[];
extern const struct probe check_output_probes[];

/* Prints the sentence that describes the fault, and ends the process. */
_Noreturn void check_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Fails unless the texts A and B are the same, with the first line that differs.  WHAT begins the
 * sentence: "when the run is repeated". */
void check_same(const pc_text *a, const pc_text *b, const char *what);

/* Reads the files in DIRECTORY as the samples of C; none when DIRECTORY is NULL.  False with
 * *WHY. */
bool check_samples(struct check *c, const char *directory, struct problem *why);

#endif
