/* prescan.h - opens the inputs of a run and looks at their first bytes before anything is read:
 * the libraries that they may need are loaded while that can still be done.  What was opened is
 * kept for the walk over the documents. */
#ifndef PAPERCONV_HOST_DOCUMENTS_PRESCAN_H
#define PAPERCONV_HOST_DOCUMENTS_PRESCAN_H

#include "base/limits.h"

struct opened_file;

enum { PRESCAN_MOST = 128 }; /* to look at more takes as long as to load what they may need */

struct prescan {
    bool plain;     /* all are files, neither archives nor compressed nor marked as UTF-16 or 32 */
    uint64_t bytes; /* of all files, when all are plain */
    struct opened_file *kept[PRESCAN_MOST]; /* by their place among the inputs; NULL: not open */
};

/* INPUTS are files, directories and "-", NULL-terminated.  Only regular files are opened, up to the
 * first that is not plain; the first "-" among them is standard input itself.  LIMITS must live as
 * long. */
void prescan_open(struct prescan *p, const char *const *inputs, const struct limits *limits);
/* The input at PLACE, the caller's to close; NULL when it is not open, or P is NULL. */
struct opened_file *prescan_take(struct prescan *p, size_t place);
/* True when prescan_take() would give one. */
bool prescan_has(const struct prescan *p, size_t place);
/* Closes those that nobody took. */
void prescan_close(struct prescan *p);

#endif
