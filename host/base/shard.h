/* shard.h - the documents of a run that one of several processes converts.
 *
 * Every shard walks over the same inputs and counts alike; it converts what has an ordinal that
 * leaves its index when divided by the number of shards.  What is counted is each document, members
 * of archives included, or each file with all that is in it. */
#ifndef PAPERCONV_HOST_BASE_SHARD_H
#define PAPERCONV_HOST_BASE_SHARD_H

#include <stdbool.h>
#include <stdint.h>

/* The file beside a part that describes it has the part's name and this. */
#define SHARD_FILE_EXTENSION ".shard"

enum shard_by { SHARD_BY_DEFAULT, SHARD_BY_DOCUMENT, SHARD_BY_FILE };

struct shard {
    uint64_t index; /* 0 .. count - 1 */
    uint64_t count; /* 0: there are no shards, everything is converted */
    enum shard_by by;
};

/* Reads "K/N"; false when it is anything else, or K is not below N. */
bool shard_parse(const char *text, struct shard *s);
/* "document" or "file". */
const char *shard_unit(const struct shard *s);
/* Chooses BY when it is still the default: by file when INPUTS (NULL-terminated) names at least as
 * many files as there are shards, or a directory; by document when it names a few archives. */
void shard_choose_unit(struct shard *s, const char *const *inputs);

static inline bool shard_has(const struct shard *s, uint64_t ordinal)
{
    return s->count == 0 || ordinal % s->count == s->index;
}

#endif
