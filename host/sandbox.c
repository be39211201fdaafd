/* sandbox.c - loads what cannot be loaded later, and enters the sandbox. */
#include "sandbox.h"

#include <stddef.h>
#include <sys/prctl.h>

/* libarchive and iconv want these in the middle of a run. */
static void load_tables(struct sandbox *s, const char *encoding)
{
    const char *const charsets[SANDBOX_CHARSETS] = { "UTF-16LE", "UTF-32LE", encoding };

    s->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    for (int i = 0; i < SANDBOX_CHARSETS; i++)
        s->charsets[i] = charsets[i] != NULL ? iconv_open("UTF-8", charsets[i]) : (iconv_t)-1;
}

const char *sandbox_enter(struct sandbox *s, const struct sandbox_needs *needs)
{
    bool files, calls;

    load_tables(s, needs->encoding);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return "this kernel cannot confine the run";
    files = sandbox_confine_files(needs);
    calls = sandbox_confine_calls(needs->uses);
    if (files && calls)
        return NULL;
    if (calls)
        return "this kernel cannot confine the run to its files: it has no Landlock";
    if (files)
        return "this kernel cannot keep the run from the network: it has no seccomp filters";
    return "this kernel cannot confine the run: it has neither Landlock nor seccomp filters";
}

void sandbox_free(struct sandbox *s)
{
    if (s->utf8 != (locale_t)0)
        freelocale(s->utf8);
    for (int i = 0; i < SANDBOX_CHARSETS; i++)
        if (s->charsets[i] != (iconv_t)-1)
            iconv_close(s->charsets[i]);
}
