/* fuzz_input.c - runs one input plugin, INPUT, over any bytes; its JSON Lines must be valid. */
#include "grammar.h"
#include "program.h"
#include "target.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const options[] = { "-i", INPUT, "-o", "jsonl", NULL };

    if (!is_jsonl(program_run(options, data, size).out))
        abort();
    return 0;
}
