/* prescan.h - identifies the inputs of a run by their first bytes before the sandbox is entered,
 * because the libraries that they need cannot be loaded later.  The files stay open for the walk
 * over the documents. */
#ifndef PAPERCONV_HOST_DOCUMENTS_PRESCAN_H
#define PAPERCONV_HOST_DOCUMENTS_PRESCAN_H

#include "base/limits.h"

struct opened_file;

enum { PRESCAN_MOST = 128 }; /* scanning more inputs takes as long as loading the libraries */

struct prescan {
    bool plain;     /* all are texts, compressed or not; none is an archive, or marked as UTF-16 or
                     * UTF-32.  What decompresses them is loaded */
    uint64_t bytes; /* of the texts, when all are plain; at least and about, when some are
                     * compressed; UINT64_MAX: unknown */
    struct opened_file *kept[PRESCAN_MOST]; /* by place among the inputs; NULL: not open */
};

/* INPUTS are files, directories and "-", NULL-terminated.  Opens regular files, up to the first
 * input that is not plain.  The very first input is also opened when it is a pipe or a device, which
 * may mean to wait for its first bytes; the documents before another one must not wait for it.
 * LIMITS must live as long.  The caller must have only one thread. */
void prescan_open(struct prescan *p, const char *const *inputs, const struct limits *limits);
/* Takes the file at PLACE, which the caller must close; NULL when it is not open or P is NULL. */
struct opened_file *prescan_take(struct prescan *p, size_t place);
/* True when prescan_take() would return a file. */
bool prescan_has(const struct prescan *p, size_t place);
/* True when it is a regular file, reading which never waits for another process. */
bool prescan_flows(const struct prescan *p, size_t place);
/* Closes the files that were not taken. */
void prescan_close(struct prescan *p);

#endif
