/* conversion.h - what a run is to do.  */
#ifndef PAPERCONV_HOST_STAGES_CONVERSION_H
#define PAPERCONV_HOST_STAGES_CONVERSION_H

#include "base/limits.h"
#include "base/shard.h"
#include "diagnostics/progress.h"
#include "diagnostics/reporter.h"
#include "loader/plugin_options.h"

struct named_plugin { /* a plugin that the user named, and its settings */
    const char *name;
    struct settings settings;
};

enum on_error { ON_ERROR_SKIP, ON_ERROR_STOP, ON_ERROR_QUARANTINE };

struct conversion {
    struct named_plugin input; /* name "auto" by default */
    struct named_plugin *filters;
    size_t filter_count;
    struct named_plugin output; /* name NULL: from the extension of WRITE, or the default */
    const char *write;          /* -w; NULL: standard output */
    bool keep_partial;
    const char *const *inputs;  /* NULL-terminated; "-" when none was named; the
                                 * names in the lists of --files-from included */
    bool assumed_stdin;         /* no input was named */
    const char *const *members; /* NULL-terminated */
    struct shard shard;         /* the documents to convert; all by default */
    bool merge;                 /* INPUTS are the parts that shards wrote */
    unsigned jobs;              /* 0: chosen by the size of the input */
    const char *encoding;       /* NULL: UTF-8 */
    enum on_error on_error;
    const char *quarantine; /* its file */
    bool skip_unknown;      /* unrecognised documents of directories and archives are only noted */
    bool strict;
    enum diagnostics_format diagnostics;
    const char *report;
    enum progress progress;
    struct limits limits;
    bool no_sandbox;
    int verbosity; /* -1 quiet, 0, 1 verbose */
};

#endif
