/* detect.h - which input plugin reads a document, for -i auto. */
#ifndef PAPERCONV_HOST_STAGES_DETECT_H
#define PAPERCONV_HOST_STAGES_DETECT_H

#include "documents/documents.h"
#include "loader/registry.h"

enum { DETECT_SIZE = 4096 };

/* Shows HEAD, the first bytes of D, to each of CANDIDATES (NULL-terminated); the
 * highest bid wins.  NULL with *WHY set to "unknown-format" or "ambiguous-format",
 * which names the candidates and their reasons. */
const struct plugin *highest_bid(const struct plugin *const *candidates, pc_str head,
                                 const struct document *d, struct problem *why);

#endif
