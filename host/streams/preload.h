/* preload.h - loads what a run needs of the system before it reads its inputs.  In the sandbox no
 * further files can be opened.  And when memory runs out, the dynamic loader ends the process: at
 * this time there is no temporary file yet that would be left behind. */
#ifndef PAPERCONV_HOST_STREAMS_PRELOAD_H
#define PAPERCONV_HOST_STREAMS_PRELOAD_H

#include <iconv.h>
#include <locale.h>
#include <stdbool.h>

enum { PRELOAD_CHARSETS = 3 };

struct preload {
    locale_t utf8; /* for the names in archives */
    iconv_t charsets[PRELOAD_CHARSETS];
};

/* Loads the table of ENCODING, unless that is NULL; and, unless all inputs are PLAIN text, the
 * module that unpacks and the tables that it and iconv need in the middle of a run. */
void preload_open(struct preload *p, bool plain, const char *encoding);
void preload_close(struct preload *p);

#endif
