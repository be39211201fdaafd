/* host_table.c - the table of functions that plugins call. */
#include "api/callback.h"
#include "api/source.h"
#include "records/record.h"
#include "stages/filter.h"
#include "stages/format.h"

const struct pc_host host_table = {
    .size = sizeof(struct pc_host),
    .abi_minor = PC_ABI_MINOR,
    .version = PAPERCONV_VERSION,
    .report = callback_report,
    .scratch = callback_scratch,
    .extension = callback_extension,
    .line = source_line,
    .unline = source_unline,
    .ahead = source_ahead,
    .consume = source_consume,
    .origin = source_origin,
    .span = source_span,
    .fact = source_fact,
    .add = record_add,
    .remove = record_remove,
    .get = record_get,
    .field = record_field,
    .start = source_start,
    .place = record_place,
    .known = record_known,
    .lost = record_lost,
    .write = sink_write,
    .create = pipe_create,
    .emit = pipe_emit,
    .discard = pipe_discard,
};
