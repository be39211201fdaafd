/* paperconv/gather.h - support library: joins small pieces of output before they go to the sink.
 *
 * A record is written in many pieces of a few bytes, and each pc_write() is a call of the host.
 * A pc_gather on the stack of write() joins them; long pieces go to the sink directly, so that
 * they are not copied twice.  A function can take the place of the sink.  Needs plugin.h only. */
#ifndef PAPERCONV_GATHER_H
#define PAPERCONV_GATHER_H

#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    PC_GATHER_ROOM = 4096,
    PC_GATHER_LONG = 512 /* a piece of so many bytes goes to the target directly */
};

/* Takes BYTES, which live until it returns. */
typedef void pc_gather_write(void *target, pc_str bytes);

/* Private members.  One callback uses it, for one target. */
typedef struct pc_gather {
    pc_gather_write *write;
    void *target;
    size_t n;
    char bytes[PC_GATHER_ROOM];
} pc_gather;

/* Starts to gather for the function WRITE, which gets TARGET; earlier contents of G are ignored. */
static inline void pc_gather_start_for(pc_gather *g, pc_gather_write *write, void *target)
{
    g->write = write;
    g->target = target;
    g->n = 0;
}

/* Private. */
static inline void pc_gather_to_sink(void *sink, pc_str bytes)
{
    pc_write((pc_sink *)sink, bytes);
}

/* Starts to gather for SINK; earlier contents of G are ignored.  Call pc_gather_flush() before
 * the callback returns, and before anything else writes to SINK. */
static inline void pc_gather_start(pc_gather *g, pc_sink *sink)
{
    pc_gather_start_for(g, pc_gather_to_sink, sink);
}

/* Writes to the target what is gathered. */
static inline void pc_gather_flush(pc_gather *g)
{
    if (g->n != 0)
        g->write(g->target, pc_sub(g->bytes, g->n));
    g->n = 0;
}

/* Appends S, which may be empty or absent. */
static inline void pc_gather_put(pc_gather *g, pc_str s)
{
    if (s.n >= PC_GATHER_LONG) {
        pc_gather_flush(g);
        g->write(g->target, s);
    } else if (s.n != 0) {
        if (PC_GATHER_ROOM - g->n < s.n)
            pc_gather_flush(g);
        memcpy(g->bytes + g->n, s.p, s.n);
        g->n += s.n;
    }
}

/* Room for N bytes, at most PC_GATHER_ROOM, to be written in place; pc_gather_added() appends those that
 * were. */
static inline char *pc_gather_room(pc_gather *g, size_t n)
{
    if (PC_GATHER_ROOM - g->n < n)
        pc_gather_flush(g);
    return g->bytes + g->n;
}

static inline void pc_gather_added(pc_gather *g, size_t n)
{
    g->n += n;
}

/* Appends Z; fastest for a literal. */
static inline void pc_gather_puts(pc_gather *g, const char *z)
{
    pc_gather_put(g, pc_s(z));
}

static inline void pc_gather_putc(pc_gather *g, char c)
{
    if (g->n == PC_GATHER_ROOM)
        pc_gather_flush(g);
    g->bytes[g->n++] = c;
}

/* Appends NUMBER in decimal digits. */
static inline void pc_gather_number(pc_gather *g, uint64_t number)
{
    char digits[20], *p = digits + sizeof digits;

    do {
        *--p = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    pc_gather_put(g, pc_sub(p, (size_t)(digits + sizeof digits - p)));
}

#ifdef __cplusplus
}
#endif
#endif
