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
/* An origin with the names of PLACE, of which only the member may be absent. */
struct origin *origin_at(const struct pc_place *place);
/* True when O has the names of PLACE; O may be NULL. */
bool origin_is_at(const struct origin *o, const struct pc_place *place);
struct origin *origin_keep(struct origin *o);
void origin_drop(struct origin *o);

#endif
