/* callback.h - what every handle leads back to: the plugin that is being called. */
#ifndef PAPERCONV_HOST_API_CALLBACK_H
#define PAPERCONV_HOST_API_CALLBACK_H

#include "diagnostics/diagnostics.h"
#include "loader/registry.h"
#include "records/facts.h"
#include "records/origin.h"

struct callback {                    /* one plugin instance, in one thread */
    const char *plugin;              /* its name */
    struct arena scratch;            /* until the callback returns */
    struct source *source;           /* inputs: the document */
    struct record *record;           /* the record that the callback is about, or NULL */
    struct diagnostics *diagnostics; /* where diagnostics and losses go */
    uint64_t order;                  /* ordinal of the record, for the order of diagnostics */
    const char *error;               /* code of the last error reported in this callback, or NULL */
};

struct handle { /* every handle begins like this */
    pc_handle base;
    struct callback *callback;
};

struct stage { /* a bare handle: pc_stage */
    pc_stage base;
    struct callback *callback;
};

extern const struct pc_host host_table;

/* The table's functions that work on any handle. */
void callback_report(const pc_handle *h, int severity, pc_str at, const char *code,
                     const char *text);
void *callback_scratch(const pc_handle *h, size_t n);
const void *callback_extension(const pc_handle *h, const char *id);

#endif
