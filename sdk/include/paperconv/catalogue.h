/* paperconv/catalogue.h - catalogue library: one file of records in which they are found by keys.
 *
 * A catalogue holds records, each of which is a text, a few bytes beside it, and 64-bit keys by
 * which it is looked up.  What the text and the keys mean is the caller's affair.  The file is
 * written once, from front to end, in bounded memory; afterwards it never changes, so that any
 * number of processes and threads may read it.  It is the same bytes on every machine.  Every part
 * has a checksum, which is compared when the part is used: a damaged file gives an error or what
 * was written, never anything else.  docs/catalogue-format.md describes the bytes.
 *
 * Needs libzstd and zlib, and is therefore a library of its own: paperconv::catalogue for CMake,
 * paperconv-catalogue for pkg-config. */
#ifndef PAPERCONV_CATALOGUE_H
#define PAPERCONV_CATALOGUE_H

#include "paperconv/gather.h"
#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    PC_CATALOGUE_KEY_BITS = 36,    /* the upper bits of a key, which are those that are compared */
    PC_CATALOGUE_LONGEST = 1 << 26 /* bytes of a text and what is beside it together */
};

/* The most records that a catalogue can hold. */
#define PC_CATALOGUE_RECORDS UINT32_MAX

/* What a catalogue says about itself: UTF-8, each as its writer gave it. */
typedef struct pc_catalogue_about {
    pc_str source;    /* where the records come from */
    pc_str date;      /* of that source, EDTF */
    pc_str abstracts; /* how abstracts are kept: sketch, text or none */
    pc_str program;   /* that wrote it */
    uint32_t rules; /* version of those by which the keys were made: keys of others find nothing */
} pc_catalogue_about;

typedef struct pc_catalogue_record {
    pc_str text;  /* compressed in the file */
    pc_str extra; /* for bytes that compression does not make fewer */
} pc_catalogue_record;

/* ---- writing ------------------------------------------------------------------------- */

typedef struct pc_catalogue_writer pc_catalogue_writer;

/* Starts a catalogue.  SCRATCH is a file descriptor, such as that of pc_scratch_file(): an empty file, open
 * for reading and writing, for packed records and for keys (9 bytes each).  It stays the caller's.
 * Never NULL.  The writer uses about 50 MiB, and four times as much as the longest record has. */
pc_catalogue_writer *pc_catalogue_writer_open(int scratch);

/* Adds a record with its COUNT keys; equal ones count once.  Keys should be hashes, whose upper 36
 * bits differ as a rule.  Records are numbered from 0 in the order in which they are added.  False
 * when it was not added: see pc_catalogue_writer_error(). */
bool pc_catalogue_add(pc_catalogue_writer *, const pc_catalogue_record *, const uint64_t *keys,
                      size_t count);

/* Adds a key to the record NUMBER, which was added before. */
void pc_catalogue_add_key(pc_catalogue_writer *, uint64_t key, uint32_t number);

/* Passes the bytes of the catalogue to WRITE, which gets TARGET.  False when the file is not complete. */
bool pc_catalogue_finish(pc_catalogue_writer *, const pc_catalogue_about *, pc_gather_write *write,
                         void *target);

/* Why a call returned false: a sentence that begins with what failed; in static memory, or it
 * lives until the writer is closed.  NULL when nothing has failed.  The first error stays. */
const char *pc_catalogue_writer_error(const pc_catalogue_writer *);

void pc_catalogue_writer_close(pc_catalogue_writer *);

/* ---- looking up ---------------------------------------------------------------------- */

/* An open catalogue.  Nothing in it changes, so that several threads may use it at a time. */
typedef struct pc_catalogue pc_catalogue;

/* Opens the catalogue that the regular file FD is, by mapping it; FD may be closed afterwards, and
 * another file may be renamed to its name.  (A file that is made shorter in its place ends the process
 * with SIGBUS, like every mapped file.)  NULL when it cannot be used: *WHY then says so, in static
 * memory, as the end of a sentence: "is cut off: its end is missing".  Takes a time that does not
 * depend on the size. */
pc_catalogue *pc_catalogue_open(int fd, const char **why);
void pc_catalogue_close(pc_catalogue *);

uint32_t pc_catalogue_count(const pc_catalogue *); /* of records */
uint64_t pc_catalogue_keys(const pc_catalogue *);  /* all of them */
/* Lives until the catalogue is closed. */
const pc_catalogue_about *pc_catalogue_describe(const pc_catalogue *);

/* Stores in RECORDS the numbers of the records that have KEY, in ascending order, ROOM of them at
 * most, and returns how many it stored.  ROOM of them may not be all.  36 bits of the keys are
 * compared, so the caller looks at what was found: with 60 million keys in the file, one look-up in a
 * thousand finds a record that has another key.  -1 when the index is damaged: *WHY says so, as
 * above.  Takes no memory. */
ptrdiff_t pc_catalogue_find(const pc_catalogue *, uint64_t key, uint32_t *records, size_t room,
                            const char **why);

/* Calls TAKE with each key and the number of a record that has it, sorted by both; the bits of the
 * key that the file does not keep are 0.  False when the index is damaged: *WHY says so, as above. */
typedef void pc_catalogue_take(void *context, uint64_t key, uint32_t number);
bool pc_catalogue_each_key(const pc_catalogue *, pc_catalogue_take *take, void *context,
                           const char **why);

/* What is needed to unpack records: a buffer of some 200 KiB, which has the records around the one
 * that was read last.  One thread uses it at a time. */
typedef struct pc_catalogue_cursor pc_catalogue_cursor;
pc_catalogue_cursor *pc_catalogue_cursor_open(const pc_catalogue *); /* never NULL */
void pc_catalogue_cursor_close(pc_catalogue_cursor *);

/* Reads record NUMBER.  The slices live until the next call with this cursor.  False when there is
 * no such record, or it is damaged: *WHY says so, as above. */
bool pc_catalogue_read(pc_catalogue_cursor *, uint32_t number, pc_catalogue_record *record,
                       const char **why);

/* ---- reading from front to end ------------------------------------------------------- */

/* For a catalogue that comes as a stream.  The caller has a window on its bytes:
 *
 *     while ((need = pc_catalogue_stream_need(stream, bytes)) != 0) {
 *         have at least NEED bytes at the reading position, or the file is cut off;
 *         if (!pc_catalogue_stream_take(stream, the first NEED of them)) fail;
 *         move on by NEED bytes;
 *         while (pc_catalogue_stream_next(stream, &record)) use record;
 *     }
 */
typedef struct pc_catalogue_stream pc_catalogue_stream;
pc_catalogue_stream *pc_catalogue_stream_open(void); /* never NULL */
void pc_catalogue_stream_close(pc_catalogue_stream *);

enum { PC_CATALOGUE_HEAD = 16 }; /* so many bytes tell how many the next part has */

/* Whether HEAD, the first bytes of a file, is the beginning of a catalogue of any version. */
bool pc_catalogue_recognise(pc_str head);

/* How many bytes the next part has; BYTES are at least the first PC_CATALOGUE_HEAD of them.  0 after
 * the last part, and after an error.  A part is at most somewhat longer than PC_CATALOGUE_LONGEST. */
size_t pc_catalogue_stream_need(pc_catalogue_stream *, pc_str bytes);
/* Reads PART, a whole part.  False when it is damaged, or not in its place. */
bool pc_catalogue_stream_take(pc_catalogue_stream *, pc_str part);
/* The next record of the part; lives until the next part is taken.  False: the part has no more. */
bool pc_catalogue_stream_next(pc_catalogue_stream *, pc_catalogue_record *);
/* The description, as soon as its part was taken, which is behind the records; NULL before.  Lives
 * until the stream is closed. */
const pc_catalogue_about *pc_catalogue_stream_describe(const pc_catalogue_stream *);
/* NULL, or what is wrong with the file, as the end of a sentence, in static memory. */
const char *pc_catalogue_stream_error(const pc_catalogue_stream *);

#ifdef __cplusplus
}
#endif
#endif
