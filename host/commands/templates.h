/* templates.h - the files of sdk/template, which 'paperconv plugin new' copies. */
#ifndef PAPERCONV_HOST_COMMANDS_TEMPLATES_H
#define PAPERCONV_HOST_COMMANDS_TEMPLATES_H

#include <stddef.h>

struct template_file {
    const char *path;           /* "input/cases/first/cmd": begins with the kind or "common" */
    const unsigned char *bytes; /* ends with a NUL */
};

extern const struct template_file template_files[]; /* ends with a path of NULL */

#endif
