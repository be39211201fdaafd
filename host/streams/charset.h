/* charset.h - streams of text in any encoding. */
#ifndef PAPERCONV_HOST_STREAMS_CHARSET_H
#define PAPERCONV_HOST_STREAMS_CHARSET_H

#include "streams/stream.h"

#include "paperconv/plugin.h"

/* Text in CHARSET (an iconv name) as UTF-8; bytes that are invalid in CHARSET
 * become U+FFFD and set a warning "invalid-encoding" at the end.
 * Takes S over; NULL with *WHY set when the charset is unknown (S is then untouched). */
struct stream *stream_decode(struct stream *s, const char *charset, struct problem *why);
/* The encoding that the byte order mark at the beginning of HEAD stands for: UTF-16 or UTF-32; NULL
 * without one. */
const char *charset_marked(pc_str head);
/* True when stream_decode() knows CHARSET. */
bool stream_knows(const char *charset);

#endif
