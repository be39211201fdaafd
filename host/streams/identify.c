/* identify.c - finds format and encoding with one peek. */
#include "streams/identify.h"

#include "streams/charset.h"

static const char *unmarked_charset(struct stream **s)
{
    char bytes[CHARSET_HEAD];
    ssize_t n = stream_peek(s, bytes, sizeof bytes);

    return n > 0 ? charset_unmarked(pc_sub(bytes, (size_t)n)) : NULL;
}

struct identified_stream stream_identify(struct stream *s)
{
    char bytes[MAGIC_HEAD];
    ssize_t n = stream_peek(&s, bytes, sizeof bytes);
    pc_str head = pc_sub(bytes, n > 0 ? (size_t)n : 0);
    struct identified_stream found = { .format = magic_of(&s, head),
                                       .charset = charset_marked(head) };

    if (found.format == MAGIC_NONE && found.charset == NULL && n > 0 &&
        memchr(bytes, '\0', (size_t)n) != NULL) {
        found.charset = unmarked_charset(&s);
        found.unmarked = found.charset != NULL;
    }
    found.stream = s;
    return found;
}
