/* fuzz_host.c - runs the whole program over any bytes: texts, archives, or neither. */
#include "grammar.h"
#include "program.h"
#include "target.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const options[] = { "-f", "dedupe", "-f", "sort", "-o", "csv", NULL };

    if (!is_csv(program_run(options, data, size).out))
        abort();
    return 0;
}
