/* shard.c - which documents belong to a shard. */
#include "base/shard.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DIGITS_MOST = 9 };

/* Reads digits at *AT and moves it behind them. */
static bool read_number(const char **at, uint64_t *number)
{
    size_t digits = strspn(*at, "0123456789");

    if (digits == 0 || digits > DIGITS_MOST)
        return false;
    *number = strtoul(*at, NULL, 10);
    *at += digits;
    return true;
}

bool shard_parse(const char *text, struct shard *s)
{
    return read_number(&text, &s->index) && *text++ == '/' && read_number(&text, &s->count) &&
           *text == '\0' && s->index < s->count;
}

const char *shard_unit(const struct shard *s)
{
    return s->by == SHARD_BY_FILE ? "file" : "document";
}

void shard_choose_unit(struct shard *s, const char *const *inputs)
{
    struct stat st;
    uint64_t named = 0;
    bool directory = false;

    if (s->by != SHARD_BY_DEFAULT)
        return;
    for (; *inputs != NULL; inputs++, named++)
        directory |= stat(*inputs, &st) == 0 && S_ISDIR(st.st_mode);
    s->by = directory || named >= s->count ? SHARD_BY_FILE : SHARD_BY_DOCUMENT;
}
