/* document.h - a document as the walk over the inputs shows it. */
#ifndef PAPERCONV_HOST_DOCUMENTS_DOCUMENT_H
#define PAPERCONV_HOST_DOCUMENTS_DOCUMENT_H

#include "streams/stream.h"

struct part_document;

struct document {
    /* Both names are printable UTF-8; other bytes are written as %XX. */
    const char *name;      /* as the user named it, or the directory that the user named
                            * with the path below it; "<stdin>" for "-" */
    const char *member;    /* "a.txt", or "x.zip!/b.txt" when nested; NULL: not in an archive */
    bool named;            /* the user named this very document */
    struct stream *stream; /* its text, in UTF-8 unless it is invalid; owned by the
                            * documents; stream_peek() does not replace it.  NULL: it cannot
                            * be read, and PROBLEM says why */
    struct problem problem;
    bool about_archive; /* PROBLEM is about the archive itself, not about one of its members */
    uint64_t ordinal;   /* in the run; by file: of its file */
    const struct part_document *converted; /* by a shard of an earlier run, STREAM holds its
                                            * records; or NULL */
};

#endif
