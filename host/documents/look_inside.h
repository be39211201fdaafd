/* look_inside.h - what compressed files hold, as far as their first bytes show.
 *
 * The run must load the libraries that it needs before it enters the sandbox, and nothing may be
 * unpacked outside of it.  Therefore a child process enters the sandbox, unpacks the first bytes and
 * answers with its exit status. */
#ifndef PAPERCONV_HOST_DOCUMENTS_LOOK_INSIDE_H
#define PAPERCONV_HOST_DOCUMENTS_LOOK_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

struct opened_file;

/* True when each of the N files, which are compressed and seekable, holds plain text, for which only
 * its decompressor is needed; that is loaded.  False when another compression, an archive, a text
 * that may not be UTF-8, or anything that cannot be recognised is inside one of them.  The caller
 * must have only one thread. */
bool look_inside_is_plain(struct opened_file *const *files, size_t n);

#endif
