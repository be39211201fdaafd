/* source.h - what an input plugin reads a document through: lines, raw bytes and
 * spans of blocks, without copying what can stay where it is.  */
#ifndef PAPERCONV_HOST_API_SOURCE_H
#define PAPERCONV_HOST_API_SOURCE_H

#include "api/callback.h"
#include "records/facts.h"
#include "records/origin.h"
#include "records/raw_bytes.h"
#include "streams/block_reader.h"
#include "streams/reread.h"

enum { RECENT_LINES = 16 };

struct repaired { /* a line that was handed out as a copy, because bytes were replaced */
    pc_str copy;
    const char *raw; /* where it begins in its block */
    uint64_t number;
};

struct held { /* a block, or a part of one, that the callback has read: */
    struct block *block;
    const char *start; /* where it continues the block before */
    const char *end;   /* where the next block continues it; the block may hold more bytes */
};

struct stop {        /* where a limit was met */
    const char *end; /* what `end` and `ended` of the source were */
    bool ended;
    bool in_line; /* the line at POS is too long, and is passed over */
    bool is_set;
};

struct source_hooks { /* set by the parser; each may be NULL */
    /* Reading would mean waiting.  False: nothing more is needed, the document ends here.  */
    bool (*wait)(void *context);
    /* LINE is handed out for the first time, with the replacements in DONE.  */
    void (*repaired)(void *context, pc_str line, const struct repair *done);
    /* The first time that a line of the document has text that was encoded twice, at AT.  */
    void (*encoded_twice)(void *context, pc_str at);
    void *context;
};

struct source {
    pc_source base;
    struct callback *callback;
    struct block_supply *supply;
    struct held *held; /* the blocks that this callback has read; the last is current */
    size_t held_count, held_room;
    struct block *next;     /* a block whose beginning is in the current one; NULL: none */
    const char *next_start; /* what is left of it */
    size_t appended;        /* bytes that the last look ahead has copied, since the block was
                             * entered */
    const char *pos, *end;  /* the unread part of the current block */
    const char *lf;         /* the next LF from POS on, or END; NULL: not searched for yet */
    const char *before;  /* POS before the last line, for unline(); NULL: it cannot be put back */
    uint64_t number;     /* of the line at POS */
    const char *begin;   /* POS when the callback began, in held[0].block */
    uint64_t begin_line; /* the number of its line */
    uint64_t first_line; /* first line of the callback that is not blank, or 0 */
    uint64_t consumed;   /* bytes, over all callbacks */
    const struct limits *limits;      /* of lines and records */
    uint64_t last_byte;               /* the value that CONSUMED may reach in this callback */
    struct line recent[RECENT_LINES]; /* a ring of the last lines of this callback */
    size_t recent_count;              /* counts all lines of this callback */
    struct repaired *repaired;
    size_t repaired_count, repaired_room;
    uint64_t last_repaired; /* the number of the last repaired line */
    bool keeps;             /* its plugin may read the document again, and has returned no record */
    struct reread kept;
    struct facts *facts;
    struct origin *origin;
    struct origin *stated; /* the last place that pc_at() stated, or NULL */
    bool has_text;         /* something but white space was read */
    bool encoded_twice;    /* a line was, and the hook was called */
    bool ended;            /* there are no more blocks, or none is to be read */
    struct problem limit;  /* why the document ends here: a limit was met */
    struct stop stop;
    bool skips_line; /* the next callback begins behind the line at POS */
    struct source_hooks hooks;
};

/* Reads the document of ORIGIN from SUPPLY; these and LIMITS stay the caller's.  A line or a
 * callback that meets a limit ends the document, unless the plugin resumes it, and s->limit says so.  */
void source_open(struct source *s, struct block_supply *supply, struct origin *origin,
                 const struct limits *limits);
/* To be called before the first block is read: the blocks are kept for source_again(), which has FILE
 * (NULL: none) for long documents. */
void source_keep(struct source *s, struct reread_file *file);
/* The plugin has returned a record: it cannot read the document again. */
void source_forget(struct source *s);
/* Begins a new callback: slices of the last one are no longer valid.  */
void source_begin(struct source *s);
/* When all is read and the last line has no end, finds out whether reading failed there. */
void source_look_behind_last_line(struct source *s);
/* Takes the rest of the blocks of an unpacked document, unread. */
void source_drain(struct source *s);
void source_close(struct source *s);

/* The block that holds P, or NULL; the newer one of two.  */
struct block *source_block(const struct source *s, const char *p);
/* The bytes that this callback consumed; its arrays are in A.  */
struct raw_bytes source_raw(const struct source *s, struct arena *a);
/* True when AT is part of a line that this callback has read; *LINE is that line.  */
bool source_locate(const struct source *s, pc_str at, struct line *line);
/* The number of that line only.  For raw bytes it is counted from where the callback began, not
 * from the start of the block: a plugin asks for each record. */
bool source_line_number(const struct source *s, pc_str at, uint64_t *number);

/* The host table's functions.  */
bool source_line(pc_source *s, pc_str *line);
void source_unline(pc_source *s);
bool source_ahead(pc_source *s, size_t min, pc_str *bytes);
void source_consume(pc_source *s, size_t n);
bool source_again(pc_source *s);
bool source_resume(pc_source *s, const char **code, const char **text);
pc_str source_origin(const pc_source *s);
pc_str source_span(pc_source *s, pc_str first, pc_str last);
void source_fact(pc_source *s, pc_str key, pc_str value);

#endif
