/* documents.h - what the user named, as an ordered walk over documents: files,
 * standard input, directories (sorted by name), archives and compressed files,
 * archives inside archives.
 *
 * Files come in the order of the command line, those of a directory sorted by name
 * (walk.h), members in the order of their archive (members.h).  A compressed file is one
 * document unless it holds an archive.  --members is selection.h's matter; a plain or
 * compressed file that the user named is always read. */
#ifndef PAPERCONV_HOST_DOCUMENTS_DOCUMENTS_H
#define PAPERCONV_HOST_DOCUMENTS_DOCUMENTS_H

#include "streams/stream.h"

struct document {
    /* Both are printable UTF-8; other bytes of a name are shown as %XX. */
    const char *name;      /* as the user named it, or that joined with the path below the
                            * directory that the user named; "-" is "<stdin>" */
    const char *member;    /* "a.txt", nested "x.zip!/b.txt"; NULL outside archives */
    bool named;            /* the user named this very document */
    struct stream *stream; /* its bytes in UTF-8 or what was meant to be, owned by the
                            * documents; stream_peek() does not replace it.  NULL: there is
                            * nothing to read, PROBLEM says why */
    struct problem problem;
};

struct document_settings {      /* must live as long as the documents */
    const char *const *inputs;  /* files, directories, "-"; NULL-terminated */
    const char *const *members; /* --members globs, "!GLOB" excludes; NULL-terminated */
    const char *encoding;       /* --encoding; NULL or UTF-8: UTF-8, or UTF-16 or UTF-32 by
                                 * its byte order mark */
    struct limits limits;
};

struct documents;
struct prescan;

/* The streams of one walk are read by one thread, the one that calls documents_next().  Inputs that
 * PRESCAN has opened are taken from there; NULL: none is open. */
struct documents *documents_open(const struct document_settings *settings, struct prescan *prescan);
/* The next document in order into *D, valid until the next call; false at the
 * end.  A document with a PROBLEM of severity PC_ERROR failed; with a lesser
 * one and no stream it is only a remark: about an archive (archive-no-end, trailing-junk),
 * or about what was passed over (link-skipped, special-skipped). */
bool documents_next(struct documents *ds, struct document *d);
/* False when documents_next() may have to wait for another process. */
bool documents_flow(const struct documents *ds);
void documents_close(struct documents *ds);

#endif
