/* directory_walk.h - finds the files that the user named, and those in the directories that the
 * user named, in order.  Directories are sorted by name.  Symbolic links to files are
 * followed, those to directories are not.
 *
 * In directories, hidden files (.NAME), backup files (NAME~) and the folders of version control
 * systems are passed over without a word, whatever the patterns say.  What the user named is read,
 * hidden or not. */
#ifndef PAPERCONV_HOST_DOCUMENTS_DIRECTORY_WALK_H
#define PAPERCONV_HOST_DOCUMENTS_DIRECTORY_WALK_H

#include "base/file_ids.h"
#include "base/limits.h"

struct directory_walk;
struct opened_file;
struct prescan;
struct shard;

struct found_file {
    const char *path;         /* as the user named it, or joined to the directory's name */
    const char *below;        /* the part of PATH below that directory; NULL: the user named it */
    struct opened_file *file; /* the caller's to close; NULL: PROBLEM says why */
    bool directory;           /* PROBLEM is about a directory */
    uint64_t ordinal;         /* among what is found, from 0 */
    struct problem problem;
};

/* INPUTS and PATTERNS are NULL-terminated.  The files WRITTEN, which may be NULL, are passed over in
 * directories.  Files that PRESCAN holds open are not opened again;
 * PRESCAN may be NULL.  All must live as long as the walk. */
struct directory_walk *directory_walk_open(const char *const *inputs, const char *const *patterns,
                                           const struct file_ids *written,
                                           const struct limits *limits, struct prescan *prescan);
/* From now on only the files of S, which must live as long as the walk, are opened and found. */
void directory_walk_choose(struct directory_walk *w, const struct shard *s);
/* How many files were found, those of other shards included. */
uint64_t directory_walk_count(const struct directory_walk *w);
/* Puts the next file into *F, where it is valid until the next call; false at the end.  Files and
 * directories that PATTERNS exclude are skipped. */
bool directory_walk_next(struct directory_walk *w, struct found_file *f);
/* False when opening or reading the next file may have to wait for another process. */
bool directory_walk_flows(const struct directory_walk *w);
void directory_walk_close(struct directory_walk *w);

#endif
