/* A filter that uses the libraries for catalogues and for comparing works: keeps the records that a
 * catalogue has under one of their keys, with the number of such records. */
#define PC_NEEDS 1
#include "paperconv/catalogue.h"
#include "paperconv/match.h"
#include "paperconv/plugin.h"

struct known {
    pc_file with;
    pc_catalogue *catalogue;
};

static const pc_option options[] = {
    PC_OPT_FILE(struct known, with, NULL, "The catalogue"),
    PC_OPT_END,
};
static const char *const adds[] = { "known_as", NULL };

static int known_open(void *state, pc_stage *stage)
{
    struct known *known = state;
    const char *why;

    known->catalogue = pc_catalogue_open(known->with.fd, &why);
    if (known->catalogue == NULL)
        return pc_fatal(stage, pc_none(), "bad-catalogue", "%.*s %s", PC_FMT(known->with.path),
                        why);
    return PC_OK;
}

static void known_close(void *state)
{
    pc_catalogue_close(((struct known *)state)->catalogue);
}

static int known_apply(void *state, pc_pipe *pipe, pc_record *record)
{
    const struct known *known = state;
    uint64_t keys[PC_MATCH_KEYS];
    ptrdiff_t most = 0;
    const char *why;
    char number[24];
    pc_work work;

    pc_match_read(&work, record);
    for (size_t i = pc_match_keys(&work, keys); i-- != 0;) {
        uint32_t records[8];
        const ptrdiff_t n = pc_catalogue_find(known->catalogue, keys[i], records, 8, &why);

        if (n < 0)
            return pc_fatal(pipe, pc_none(), "bad-catalogue", "%.*s %s", PC_FMT(known->with.path),
                            why);
        most = n > most ? n : most;
    }
    snprintf(number, sizeof number, "%d", (int)most);
    pc_add(record, "known_as", pc_s(number));
    return most != 0 ? PC_OK : PC_SKIP;
}

PC_FILTER(known, .version = "1.0", .summary = "keeps what a catalogue has", .options = options,
          .state_size = sizeof(struct known), .open = known_open, .close = known_close,
          .apply = known_apply, .adds = adds);
PC_MODULE(&known);
