/* raw_bytes.h - some bytes of a document as they were read. */
#ifndef PAPERCONV_HOST_RECORDS_RAW_BYTES_H
#define PAPERCONV_HOST_RECORDS_RAW_BYTES_H

#include "streams/block.h"

struct raw_bytes {
    pc_str *slices; /* in order; NULL: nothing is known of them */
    size_t count;
    struct block **blocks; /* those that the slices are in */
    size_t block_count;
};

#endif
