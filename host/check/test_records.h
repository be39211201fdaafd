/* test_records.h - records for filters and outputs: complete, incomplete and hostile ones. */
#ifndef PAPERCONV_HOST_CHECK_TEST_RECORDS_H
#define PAPERCONV_HOST_CHECK_TEST_RECORDS_H

#include "check/check.h"
#include "records/batch.h"

/* How many test records there are.  Each is on a line of its own in their document. */
size_t test_records_count(void);
/* The first FIRST of them, as a batch that the caller frees. */
struct batch *test_records_batch(const struct check *c, size_t first);

#endif
