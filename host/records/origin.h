/* origin.h - where records come from.  */
#ifndef PAPERCONV_HOST_RECORDS_ORIGIN_H
#define PAPERCONV_HOST_RECORDS_ORIGIN_H

#include "paperconv/plugin.h"

#include <stdatomic.h>

struct origin { /* a document and its plugin; reference-counted, read-only */
    atomic_uint references;
    const char *document;
    const char *member; /* NULL outside archives */
    const char *plugin;
    struct pc_place place; /* the same three as outputs get them; without a line */
    pc_str display;        /* "dump.tar!/a.txt" */
};

struct origin *origin_new(const char *document, const char *member, const char *plugin);
struct origin *origin_keep(struct origin *o);
void origin_drop(struct origin *o);

#endif
