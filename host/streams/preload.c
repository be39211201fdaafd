/* preload.c - loads and releases; whoever needs something that is missing reports it. */
#include "streams/preload.h"

#include "streams/unpack_module.h"

#include <stdlib.h>

static const iconv_t none = (iconv_t)-1;

/* Without libarchive, compressed files can still be read. */
static void load_what_unpacks(void)
{
    struct problem reported_later = { .code = NULL };

    if (unpack_module_load(&reported_later) == NULL)
        for (enum magic format = MAGIC_GZIP; format < MAGIC_TAR; format++)
            unpack_codec(format, &reported_later);
}

void preload_open(struct preload *p, bool plain, const char *encoding)
{
    const char *const charsets[PRELOAD_CHARSETS] = {
        plain ? NULL : "UTF-16LE",
        plain ? NULL : "UTF-32LE",
        encoding,
    };

    p->utf8 = plain ? (locale_t)0 : newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    for (int i = 0; i < PRELOAD_CHARSETS; i++)
        p->charsets[i] = charsets[i] != NULL ? iconv_open("UTF-8", charsets[i]) : none;
    if (plain)
        return;
    load_what_unpacks();
    setenv("TZ", ":/etc/localtime",
           0); /* the default; but without TZ libc checks the file at each date */
}

void preload_close(struct preload *p)
{
    if (p->utf8 != (locale_t)0)
        freelocale(p->utf8);
    for (int i = 0; i < PRELOAD_CHARSETS; i++)
        if (p->charsets[i] != none)
            iconv_close(p->charsets[i]);
}
