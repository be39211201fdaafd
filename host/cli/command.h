/* command.h - the command line as a value. */
#ifndef PAPERCONV_HOST_CLI_COMMAND_H
#define PAPERCONV_HOST_CLI_COMMAND_H

#include "stages/conversion.h"

enum action {
    ACTION_CONVERT,
    ACTION_HELP,
    ACTION_VERSION,
    ACTION_PLUGIN_LIST,
    ACTION_PLUGIN_SHOW,
    ACTION_PLUGIN_CHECK,
    ACTION_PLUGIN_NEW,
    ACTION_REPORT_MERGE
};

enum { JOBS_MOST = 256 };

struct command {
    enum action action;
    struct conversion conversion;   /* of ACTION_CONVERT */
    const char *const *plugin_path; /* NULL-terminated */
    const char *plugin;             /* NAME of plugin show and new, FILE of plugin check */
    const char *kind;               /* plugin new KIND */
    bool json;                      /* plugin list/show/check --json */
    const char *text;               /* plugin show NAME --text TEXT, or NULL */
    const char *samples;            /* plugin check FILE --samples DIR, or NULL */
    struct named_plugin check;      /* plugin check FILE: the settings of its -s */
    const char *directory;          /* plugin new KIND NAME --dir DIR, or NULL */
};

#endif
