/* command_line.h - the command line as a value. */
#ifndef PAPERCONV_HOST_CLI_COMMAND_LINE_H
#define PAPERCONV_HOST_CLI_COMMAND_LINE_H

#include "base/limits.h"
#include "loader/plugin_options.h"

enum { /* exit statuses */
       STATUS_DONE = 0,
       STATUS_REJECTED = 1,
       STATUS_USAGE = 2,
       STATUS_FAILED = 3
};

enum action {
    ACTION_CONVERT,
    ACTION_HELP,
    ACTION_VERSION,
    ACTION_PLUGIN_LIST,
    ACTION_PLUGIN_SHOW,
    ACTION_PLUGIN_CHECK,
    ACTION_PLUGIN_NEW
};
enum on_error { ON_ERROR_SKIP, ON_ERROR_STOP, ON_ERROR_QUARANTINE };
enum diagnostics_format { DIAGNOSTICS_TEXT, DIAGNOSTICS_JSON, DIAGNOSTICS_GITHUB };
enum progress { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };

struct named_plugin { /* a plugin that the user named, with the -s that follow it */
    const char *name;
    struct settings settings;
};

enum { JOBS_MOST = 256 };

struct command {
    enum action action;
    struct named_plugin input; /* name "auto" by default */
    struct named_plugin *filters;
    size_t filter_count;
    struct named_plugin output; /* name NULL: from the extension of WRITE, else jsonl */
    const char *write;          /* -w; NULL: standard output */
    bool keep_partial;
    const char *const *inputs;  /* NULL-terminated; "-" when none was named; the
                                * names in the lists of --files-from included */
    bool assumed_stdin;         /* no input was named */
    const char *const *members; /* NULL-terminated */
    unsigned jobs;              /* 0: as many as are worth it */
    const char *encoding;       /* NULL: UTF-8 */
    enum on_error on_error;
    const char *quarantine; /* its file */
    bool strict;
    enum diagnostics_format diagnostics;
    const char *report;
    enum progress progress;
    const char *const *plugin_path; /* NULL-terminated */
    struct limits limits;
    bool no_sandbox;
    int verbosity;             /* -1 quiet, 0, 1 verbose */
    const char *plugin;        /* plugin show NAME, check FILE, new KIND NAME */
    const char *kind;          /* plugin new KIND */
    bool json;                 /* plugin list/show/check --json */
    const char *text;          /* plugin show NAME --text TEXT */
    const char *samples;       /* plugin check FILE --samples DIR, or NULL */
    struct named_plugin check; /* plugin check FILE: its -s */
    const char *directory;     /* plugin new KIND NAME --dir DIR, or NULL */
};

/* Parses ARGV into *C, which lives as long as POOL and ARGV; false with *WHY: a usage
 * error.  --help and --version end the parsing.  When the first operand is the
 * word plugin it is a plugin command; a file of that name is ./plugin. */
bool command_parse(int argc, const char *const *argv, apr_pool_t *pool, struct command *c,
                   struct problem *why);
/* --help: one screen. */
void command_help(void);

/* paperconv plugin list | show: prints to standard output, what failed to standard
 * error; an exit status.  show takes a name ("bibtex": of every kind), a kind and a
 * name ("output/bibtex"), or the path of a module. */
int command_plugin_list(const struct command *c, apr_pool_t *pool);
int command_plugin_show(const struct command *c, apr_pool_t *pool);
/* paperconv plugin check FILE: each probe a line, or all as JSON; an exit status. */
int command_plugin_check(const struct command *c, apr_pool_t *pool);
/* paperconv plugin new KIND NAME: writes a project; an exit status. */
int command_plugin_new(const struct command *c, apr_pool_t *pool);
/* Tells WHY on standard error; the exit status that it calls for. */
int command_fail(const struct problem *why);

#endif
