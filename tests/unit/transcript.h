/* transcript.h - a walk over documents as text.
 *
 * One line for each document: its name, "*" when the user named it, its text in quotation
 * marks (NUL as 0; the number of bytes when they are many), its problem's code. */
#ifndef PAPERCONV_TEST_TRANSCRIPT_H
#define PAPERCONV_TEST_TRANSCRIPT_H

#include "documents/documents.h"
#include "fixture.h"

enum { DEPTH = 3, SPOOL = 1 << 20 };

extern const char *const no_members[];

struct limits limits_of(uint64_t depth, uint64_t spool);

/* The caller frees the text. */
char *walk_with(const struct document_settings *settings);
char *walk_after(const struct document_settings *settings, struct prescan *prescan);
void assert_walk_with(const struct document_settings *settings, const char *expected);
void assert_walk(const char *input, const char *expected);
void assert_members(const char *input, const char *const *members, const char *expected);
/* The walk over a file of these bytes called NAME; frees them. */
void assert_bytes(const char *name, struct bytes b, const char *expected);
/* The same over a pipe with them, which must not be more than a pipe holds. */
void assert_piped(struct bytes b, const char *expected);
void text_file(const char *path, const char *text);

#endif
