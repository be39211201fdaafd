/* fuzz_jsonl.c - the input jsonl over any bytes: its JSON Lines are valid, and read again they come
 * out with the same bytes. */
#include "grammar.h"
#include "program.h"
#include "target.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const maps[] = {
    "map=",
    "map=a=title,b[0]=author,b[1:]=editor,c.d=url,c.e=url.role",
    "map=a[].n=author,a[].o=author.orcid,b[].f=editor.family,b[].g[-1]=editor.given,c[:-1]=x:y",
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *options[] = { "-i", "jsonl", "-s", NULL, "-o", "jsonl", NULL };
    pc_str first, second;
    char *copy;

    if (size == 0)
        return -1;
    options[3] = maps[data[0] % (sizeof maps / sizeof maps[0])];
    first = program_run(options, data + 1, size - 1).out;
    if (!is_jsonl(first))
        abort();
    copy = malloc(first.n + 1);
    if (copy == NULL)
        abort();
    if (first.n != 0)
        memcpy(copy, first.p, first.n);
    options[3] = maps[0];
    second = program_run(options, copy, first.n).out;
    if (!pc_same(second, pc_sub(copy, first.n))) {
        fprintf(stderr, "%.*s\n", PC_FMT(second));
        abort();
    }
    free(copy);
    return 0;
}
