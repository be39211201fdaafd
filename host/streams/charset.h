/* charset.h - text in any encoding as UTF-8. */
#ifndef PAPERCONV_HOST_STREAMS_CHARSET_H
#define PAPERCONV_HOST_STREAMS_CHARSET_H

#include "streams/stream.h"

#include "paperconv/plugin.h"

/* The name of UTF-8 that was encoded a second time; iconv has none. */
#define CHARSET_TWICE "UTF-8-TWICE"

/* A stream of the text S, in CHARSET, as UTF-8.  CHARSET is a name that iconv knows, or CHARSET_TWICE.  Invalid
 * bytes become U+FFFD, and the stream ends with the warning "invalid-encoding".  Takes S over;
 * NULL with *WHY when CHARSET is unknown, and then S remains the caller's. */
struct stream *stream_decode(struct stream *s, const char *charset, struct problem *why);
/* The same for a CHARSET of charset_unmarked(): the stream ends with a warning in any case, which is
 * "no-byte-order-mark" when all bytes are valid. */
struct stream *stream_decode_unmarked(struct stream *s, const char *charset, struct problem *why);
/* The encoding, UTF-16 or UTF-32, of the byte order mark at the start of HEAD; NULL without one. */
const char *charset_marked(pc_str head);
enum { CHARSET_HEAD = 1024 }; /* bytes; enough for charset_unmarked() */
/* The encoding, UTF-16 or UTF-32, of the text without a byte order mark that HEAD is the start of; NULL for
 * others.  Only texts of which a third is ASCII, or an eighth and the rest letters of alphabets,
 * are recognised. */
const char *charset_unmarked(pc_str head);
/* True when stream_decode() knows CHARSET. */
bool stream_knows(const char *charset);

#endif
