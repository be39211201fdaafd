/* preload.h - what is loaded before a run reads its inputs, because in the sandbox no
 * file can be opened any more, and because the loader ends the process when memory runs out:
 * at this time there is no temporary file yet that would be left behind. */
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

/* Loads the libraries that unpack, and the tables that they and iconv want in the middle of a
 * run, as far as inputs with this OUTLOOK may need them; and those of ENCODING, unless that is
 * NULL. */
void preload_open(struct preload *p, bool plain, const char *encoding);
void preload_close(struct preload *p);

#endif
