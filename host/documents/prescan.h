/* prescan.h - what the inputs of a run seem to be, from a look at their first bytes before
 * anything is read: what they may need is loaded while that can still be done. */
#ifndef PAPERCONV_HOST_DOCUMENTS_PRESCAN_H
#define PAPERCONV_HOST_DOCUMENTS_PRESCAN_H

#include <stdbool.h>
#include <stdint.h>

struct prescan {
    bool plain;     /* all are files, neither archives nor compressed nor marked as UTF-16 or 32 */
    uint64_t bytes; /* of all files, when all are plain */
};

/* Of INPUTS, files, directories and "-", NULL-terminated.  They may be other ones when
 * they are read. */
struct prescan prescan_inputs(const char *const *inputs);

#endif
