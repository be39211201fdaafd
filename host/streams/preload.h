/* provisions.h - what is loaded before a run reads its inputs, because in the sandbox no
 * file can be opened any more, and because the loader ends the process when memory runs out:
 * at this time there is no temporary file yet that would be left behind. */
#ifndef PAPERCONV_HOST_PROVISIONS_H
#define PAPERCONV_HOST_PROVISIONS_H

#include "documents/prescan.h"

#include <iconv.h>
#include <locale.h>

enum { PROVISIONS_CHARSETS = 3 };

struct provisions {
    locale_t utf8; /* for the names in archives */
    iconv_t charsets[PROVISIONS_CHARSETS];
};

/* Loads the libraries that unpack, and the tables that they and iconv want in the middle of a
 * run, as far as inputs with this OUTLOOK may need them; and those of ENCODING, unless that is
 * NULL. */
void provisions_open(struct provisions *p, const struct outlook *outlook, const char *encoding);
void provisions_close(struct provisions *p);

#endif
