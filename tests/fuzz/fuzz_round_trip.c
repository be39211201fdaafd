/* fuzz_round_trip.c - reads any bytes as any input format and writes them in any output format;
 * the strictest reader must accept the output.  The first byte selects the pair. */
#include "grammar.h"
#include "program.h"
#include "target.h"

#include <stdlib.h>

static const char *const inputs[] = { "auto", "trending", "profile", "abstracts" };

static const struct {
    const char *name;
    const char *option;
    bool (*is_valid)(pc_str text);
} outputs[] = {
    { "jsonl", "source=no", is_jsonl },
    { "csv", "dialect=rfc4180", is_csv },
    { "csv", "dialect=excel", is_csv },
    { "bibtex", "keys=authoryear", is_bibtex },
    { "bibtex", "keys=[auth][title][arxiv][category]", is_bibtex },
    { "biblatex", "protect=all", is_bibtex },
    { "ris", "keys=zotero", is_ris },
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const size_t inputs_count = sizeof inputs / sizeof *inputs;
    const size_t outputs_count = sizeof outputs / sizeof *outputs;
    unsigned choice = size != 0 ? data[0] : 0;
    const size_t output = choice / inputs_count % outputs_count;
    const char *const options[] = { "-i", inputs[choice % inputs_count], "-o", outputs[output].name,
                                    "-s", outputs[output].option,        NULL };

    if (size == 0)
        return -1;
    if (!outputs[output].is_valid(program_run(options, data + 1, size - 1).out))
        abort();
    return 0;
}
