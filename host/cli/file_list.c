/* file_list.c - reads the names of input files from a list (--files-from). */
#include "cli/file_list.h"

#include "loader/string_list.h"
#include "paperconv/plugin.h"

#include <apr_strings.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool read_listed_names(FILE *in, apr_array_header_t *names, const char *path, char end,
                              struct problem *why)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    bool ok = true;

    while (ok && (n = getdelim(&line, &room, end, in)) > 0) {
        if (line[n - 1] == end)
            line[--n] = '\0';
        if (strlen(line) < (size_t)n) {
            problem_set(why, PC_ERROR, "usage",
                        "the list %s has NUL bytes in it: read it with --null", path);
            ok = false;
        } else if (n > 0) {
            string_list_push(names, apr_pstrmemdup(names->pool, line, (size_t)n));
        }
    }
    if (ok && !feof(in)) { /* ferror() does not show a lack of memory */
        problem_set(why, PC_ERROR, "unreadable", "cannot read the list %s: %s", path,
                    strerror(errno));
        ok = false;
    }
    free(line);
    return ok;
}

bool file_list_read(apr_array_header_t *names, const char *path, char end, struct problem *why)
{
    FILE *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
    bool ok;

    if (in == NULL) {
        problem_set(why, PC_ERROR, errno == ENOENT ? "not-found" : "unreadable",
                    "cannot open the list %s: %s", path, strerror(errno));
        return false;
    }
    ok = read_listed_names(in, names, path, end, why);
    if (in != stdin)
        fclose(in);
    return ok;
}
