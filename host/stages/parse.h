/* parse.h - the stage that turns one document into batches of records. */
#ifndef PAPERCONV_HOST_STAGES_PARSE_H
#define PAPERCONV_HOST_STAGES_PARSE_H

#include "api/instance.h"
#include "api/source.h"
#include "records/batch.h"
#include "stages/conversion.h"
#include "streams/block_reader.h"

struct parser_settings {
    const struct limits *limits;
    bool stop;     /* at the first record that is rejected */
    bool keep_raw; /* keep the bytes of records, for the quarantine */
    /* Takes a batch over.  False: no more is wanted. */
    bool (*deliver)(void *context, struct batch *batch);
    /* What was delivered should reach the output now: the input makes us wait. */
    void (*flush)(void *context);
    void *context;
};

/* LIMITS, STOP and KEEP_RAW as the command line has them. */
struct parser_settings parser_settings(const struct conversion *c);

/* A document on its way, which any thread may take a step further, one at a time.  Reads
 * that of ORIGIN with PLUGIN, whose options are OPTIONS, from SUPPLY. */
struct parser *parser_open(struct origin *origin, struct block_supply *supply,
                           const struct plugin *plugin, const struct compiled_options *options,
                           const struct parser_settings *settings);
/* Reads until it has delivered a batch, or more when it had to wait in between.  False: the
 * document ends here, or no more is wanted; the last batch is marked so and has the facts. */
bool parser_step(struct parser *p);
/* At the end, or before it.  False: no more is wanted. */
bool parser_close(struct parser *p);

/* All of it. */
bool parse_document(struct origin *origin, struct block_supply *supply, const struct plugin *plugin,
                    const struct compiled_options *options, const struct parser_settings *settings);

#endif
