/* member_patterns.h - which documents --members chooses.
 *
 * A pattern is matched with the path of a file below the directory that the user named, or with
 * the name of a member in its archive.  `*` also matches slashes.  A pattern without a slash is
 * matched with each component of the path; one with a slash with the whole path and with each of
 * its parent directories.  "!PATTERN" excludes, and takes precedence; excluded files are not
 * opened.  An archive that matches is chosen with all its members; one that does not match is
 * searched for members that do. */
#ifndef PAPERCONV_HOST_DOCUMENTS_MEMBER_PATTERNS_H
#define PAPERCONV_HOST_DOCUMENTS_MEMBER_PATTERNS_H

#include <stdbool.h>

enum member_match { MEMBER_UNMATCHED, MEMBER_MATCHED, MEMBER_EXCLUDED };

/* PATTERNS is NULL-terminated.  Without a pattern that includes, all that is not excluded
 * matches. */
enum member_match member_patterns_match(const char *const *patterns, const char *path);

#endif
