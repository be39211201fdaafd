/* fake_host.h - a host in memory, so that a unit test can call a plugin directly. */
#ifndef PAPERCONV_TESTS_FAKE_HOST_H
#define PAPERCONV_TESTS_FAKE_HOST_H

#include "paperconv/plugin.h"
#include "paperconv/text.h"

struct fake_host {
    struct pc_host table; /* first: every handle leads here through it */
    pc_sink sink;
    pc_pipe pipe;
    pc_stage stage;
    pc_text out;         /* output */
    pc_text diagnostics; /* a line each: "warning code: text" */
    pc_text lost;        /* a line for each key given to pc_lost() */
    pc_record **emitted; /* in order */
    pc_record *packed;   /* the last one */
    size_t emitted_count;
    struct fake_record *records; /* all of them, the newest first */
    struct fake_scratch *scratch;
};

void fake_open(struct fake_host *f);
void fake_close(struct fake_host *f);

/* A record read at LINE of DOCUMENT, in MEMBER unless that is NULL; FIELDS is key,
 * value, ..., NULL.  Lives until fake_close(). */
pc_record *fake_record(struct fake_host *f, const char *document, const char *member, uint64_t line,
                       const char *const *fields);

/* Makes a state of P, sets its options (defaults, then SETTINGS: "key=value", ..., NULL; may be
 * NULL) and opens it; NULL when open() refused. */
void *fake_start(struct fake_host *f, const struct pc_plugin *p, const char *const *settings);
void fake_stop(const struct pc_plugin *p, void *state);

#endif
