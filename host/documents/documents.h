/* documents.h - a walk over the documents in what the user named: files, standard input,
 * directories, compressed files, archives, and archives inside archives.
 *
 * Files come in the order of the command line, files of a directory sorted by name
 * (directory_walk.h), members in the order of their archive (members.h).  A compressed file is one
 * document, unless it contains an archive.  member_patterns.h says which documents --members
 * chooses; a plain or compressed file that the user named is always read. */
#ifndef PAPERCONV_HOST_DOCUMENTS_DOCUMENTS_H
#define PAPERCONV_HOST_DOCUMENTS_DOCUMENTS_H

#include "base/file_ids.h"
#include "documents/document.h"

struct document_settings {          /* must live as long as the documents */
    const char *const *inputs;      /* files, directories, "-"; NULL-terminated */
    const char *const *members;     /* --members globs, "!GLOB" excludes; NULL-terminated */
    const char *encoding;           /* --encoding; NULL or UTF-8: UTF-16 or UTF-32 if the first
                                 * bytes show it, or else UTF-8 */
    const struct file_ids *written; /* not read when they are found in a directory; or NULL */
    struct limits limits;
};

struct documents;
struct parts;
struct prescan;
struct shard;
struct spool;

/* The thread that calls documents_next() also reads the streams, at any time only one.  Files that
 * PRESCAN holds open are not opened again; PRESCAN may be NULL.  SPOOL is for archives that must be files and are not; it
 * may be NULL when there are none.  Both must live as long. */
struct documents *documents_open(const struct document_settings *settings, struct prescan *prescan,
                                 struct spool *spool);
/* Before the first document: only those of S follow, which must live as long. */
void documents_choose(struct documents *ds, const struct shard *s);
/* Before the first document: instead of the inputs, the documents that PARTS hold follow.  PARTS must live as long. */
void documents_merge(struct documents *ds, struct parts *parts);
/* How many documents (by file: files) there were up to now, those of other shards included. */
uint64_t documents_count(const struct documents *ds);
/* Puts the next document into *D, where it is valid until the next call; false at the end.  With
 * a PROBLEM of severity PC_ERROR the document failed.  A lesser one without a stream is only a
 * diagnostic: about an archive (archive-no-end, trailing-junk), or about something that was
 * skipped (link-skipped, special-skipped). */
bool documents_next(struct documents *ds, struct document *d);
/* False when documents_next() may have to wait for another process. */
bool documents_flow(const struct documents *ds);
void documents_close(struct documents *ds);

#endif
