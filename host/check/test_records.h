/* test_records.h - records for filters and outputs: whole ones, and hostile ones. */
#ifndef PAPERCONV_HOST_CHECK_TEST_RECORDS_H
#define PAPERCONV_HOST_CHECK_TEST_RECORDS_H

#include "check/check.h"
#include "records/batch.h"

/* How many there are, each on a line of its own in its document. */
size_t test_records_count(void);
/* All of them, the first FIRST only, as a batch that the caller frees. */
struct batch *test_records_batch(const struct check *c, size_t first);

#endif
