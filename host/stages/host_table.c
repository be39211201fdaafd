/* table.c - the table of functions that plugins call. */
#include "api/callback.h"
#include "api/source.h"
#include "records/record.h"
#include "stages/filter.h"
#include "stages/format.h"

const struct pc_host host_table = {
    .size = sizeof(struct pc_host),
    .abi_minor = PC_ABI_MINOR,
    .version = PAPERCONV_VERSION,
    .report = call_report,
    .scratch = call_scratch,
    .extension = call_extension,
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
    .create = gate_create,
    .emit = gate_emit,
    .discard = gate_discard,
};
