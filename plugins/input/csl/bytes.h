/* bytes.h - white space and strings in the bytes of a document. */
#ifndef PAPERCONV_CSL_BYTES_H
#define PAPERCONV_CSL_BYTES_H

#include "paperconv/text.h"

static inline bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static inline size_t skip_space(pc_str s, size_t i)
{
    while (i < s.n && is_space(s.p[i]))
        i++;
    return i;
}

/* The quotation mark that ends a string, from I in it on; s.n or more when it does not end. */
static inline size_t find_quote(pc_str s, size_t i)
{
    for (; i < s.n && s.p[i] != '"'; i++)
        i += s.p[i] == '\\';
    return i;
}

/* The place behind the string that begins at I, s.n when it does not end. */
static inline size_t skip_string(pc_str s, size_t i)
{
    i = find_quote(s, i + 1);
    return i < s.n ? i + 1 : s.n;
}

#endif
