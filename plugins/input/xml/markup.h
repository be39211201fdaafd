/* markup.h - finds tags in bytes of XML, without reading what is in them. */
#ifndef PAPERCONV_XML_MARKUP_H
#define PAPERCONV_XML_MARKUP_H

#include "paperconv/plugin.h"

enum markup_kind {
    MARKUP_CUT,         /* the bytes end before the markup does */
    MARKUP_NONE,        /* a < that begins no markup, or none that ends within MARKUP_LONGEST */
    MARKUP_START,       /* <name ...> */
    MARKUP_EMPTY,       /* <name .../> */
    MARKUP_END,         /* </name> */
    MARKUP_DECLARATION, /* <?xml ...?> */
    MARKUP_DOCTYPE,     /* <!DOCTYPE name ...> */
    MARKUP_HIDDEN       /* a comment, a CDATA section, another processing instruction */
};

/* Nothing that is read here has longer markup.  A comment that is never closed costs so much, and
 * not the rest of the document. */
enum { MARKUP_LONGEST = 64 << 10 };

struct markup {
    enum markup_kind kind;
    size_t size; /* in bytes; 1 for MARKUP_NONE, 0 for MARKUP_CUT */
    pc_str name; /* of a tag or a DOCTYPE, also of a cut one, and of a start tag that has no end;
                  * without a prefix: "title" of <dc:title> */
};

/* The markup that S begins with; its first byte is '<'. */
struct markup markup_read(pc_str s);

/* White space, as XML defines it. */
static inline bool xml_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The place of the next '<' in S from I on; s.n when there is none. */
static inline size_t markup_find(pc_str s, size_t i)
{
    const char *p = i < s.n ? (const char *)memchr(s.p + i, '<', s.n - i) : NULL;

    return p != NULL ? (size_t)(p - s.p) : s.n;
}

/* NAME without its prefix. */
pc_str markup_local(pc_str name);

/* The value of the attribute NAME in a tag or declaration, between its quotes as it is; absent when
 * there is none. */
pc_str markup_attribute(pc_str tag, const char *name);

#endif
