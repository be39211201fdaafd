/* file_list.c - reads the names of input files from a list (--files-from). */
#include "cli/file_list.h"

#include "loader/string_list.h"
#include "paperconv/plugin.h"

#include <apr_strings.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static bool read_listed_names(FILE *in, apr_array_header_t *names, const char *path, char end,
                              struct problem *why)
{
    char name[PATH_MAX];
    size_t n = 0;
    int c;

    do {
        c = getc(in);
        if (c == end || c == EOF) {
            if (n > 0)
                string_list_push(names, apr_pstrmemdup(names->pool, name, n));
            n = 0;
        } else if (c == '\0') {
            problem_set(why, PC_ERROR, "usage",
                        "the list %s has NUL bytes in it: read it with --null", path);
        } else if (n == sizeof name) {
            problem_set(why, PC_ERROR, "usage", "the list %s has a name of more than %d bytes",
                        path, PATH_MAX);
        } else {
            name[n++] = (char)c;
        }
    } while (c != EOF && why->code == NULL);
    if (ferror(in))
        problem_set(why, PC_ERROR, "unreadable", "cannot read the list %s: %s", path,
                    strerror(errno));
    return why->code == NULL;
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
