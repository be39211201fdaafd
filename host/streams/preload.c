/* provisions.c - loads and lets go; what is missing is reported by whoever needs it. */
#include "streams/preload.h"

#include "streams/libraries.h"

#include <stdlib.h>

static const iconv_t none = (iconv_t)-1;

void provisions_open(struct provisions *p, const struct outlook *outlook, const char *encoding)
{
    const char *const charsets[PROVISIONS_CHARSETS] = {
        outlook->plain ? NULL : "UTF-16LE",
        outlook->plain ? NULL : "UTF-32LE",
        encoding,
    };

    p->utf8 = outlook->plain ? (locale_t)0 : newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    for (int i = 0; i < PROVISIONS_CHARSETS; i++)
        p->charsets[i] = charsets[i] != NULL ? iconv_open("UTF-8", charsets[i]) : none;
    if (outlook->plain)
        return;
    libraries_load();
    setenv("TZ", ":/etc/localtime", 0); /* as when unset; but then libc asks anew at each date */
}

void provisions_close(struct provisions *p)
{
    if (p->utf8 != (locale_t)0)
        freelocale(p->utf8);
    for (int i = 0; i < PROVISIONS_CHARSETS; i++)
        if (p->charsets[i] != none)
            iconv_close(p->charsets[i]);
}
