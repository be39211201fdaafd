/* fuzz_csl.c - reads any bytes as CSL-JSON and writes CSL-JSON; reading that and writing it again
 * must change no byte. */
#include "program.h"
#include "target.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const options[] = { "-i", "csl", "-o", "csl", NULL };
    const pc_str out = program_run(options, data, size).out;
    char *first = malloc(out.n + 1);
    bool same;

    if (first == NULL)
        abort();
    if (out.n != 0)
        memcpy(first, out.p, out.n);
    same = pc_same(program_run(options, first, out.n).out, pc_sub(first, out.n));
    free(first);
    if (!same)
        abort();
    return 0;
}
