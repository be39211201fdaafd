/* identify.c - finds format and encoding with one peek. */
#include "streams/identify.h"

#include "streams/charset.h"

struct identified_stream stream_identify(struct stream *s)
{
    char bytes[MAGIC_HEAD];
    ssize_t n = stream_peek(&s, bytes, sizeof bytes);
    pc_str head = pc_sub(bytes, n > 0 ? (size_t)n : 0);
    enum magic format = magic_of(&s, head);

    return (struct identified_stream){ s, format, charset_marked(head) };
}
