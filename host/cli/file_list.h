/* file_list.h - reads the names of input files from a list (--files-from). */
#ifndef PAPERCONV_HOST_CLI_FILE_LIST_H
#define PAPERCONV_HOST_CLI_FILE_LIST_H

#include "base/problem.h"

#include <apr_tables.h>

/* Appends to NAMES (const char *) the names in the file PATH, or "-" for standard input.  Each name
 * ends with END, '\n' or '\0'; empty names are skipped.  The names live as long as the pool of
 * NAMES.  False with *WHY. */
bool file_list_read(apr_array_header_t *names, const char *path, char end, struct problem *why);

#endif
