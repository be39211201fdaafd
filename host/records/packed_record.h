/* packed_record.h - a record as bytes, for a filter that does not keep it in memory.  The bytes are
 * understood by the same run only. */
#ifndef PAPERCONV_HOST_RECORDS_PACKED_RECORD_H
#define PAPERCONV_HOST_RECORDS_PACKED_RECORD_H

#include "records/kept_record.h"

#include "paperconv/text.h"

/* Appends R with its fields, its place and the document metadata to BYTES.  */
void packed_record_write(pc_text *bytes, const struct record *r);
/* The record, as kept_new() makes it; NULL when the BYTES are not what was written. */
struct kept_record *packed_record_read(pc_str bytes);

#endif
