/* facts.h - document metadata: what a document has said about itself so far.  A set of facts is
 * immutable and reference-counted; stating another fact makes a new set.  */
#ifndef PAPERCONV_HOST_RECORDS_FACTS_H
#define PAPERCONV_HOST_RECORDS_FACTS_H

#include "base/arena.h"

#include <stdatomic.h>

struct fact {
    pc_str key, value;
};

struct facts {
    atomic_uint references;
    size_t count;
    struct fact items[];
};

/* OLD (or NULL: none) with KEY = VALUE, in the order in which the keys came
 * first; takes the caller's reference to OLD over.  */
struct facts *facts_with(struct facts *old, pc_str key, pc_str value);
pc_str facts_get(const struct facts *f, pc_str key);
struct facts *facts_keep(struct facts *f);
void facts_drop(struct facts *f);

#endif
