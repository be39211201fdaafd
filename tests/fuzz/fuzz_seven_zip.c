/* fuzz_seven_zip.c - any bytes as the header of a 7z: no read may leave the header. */
#include "archives/seven_zip_header.h"
#include "target.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct seven_zip_header h = { .most = 1000 };

    seven_zip_header_read(&h, data, size);
    if (h.failure == NULL && h.coders > h.most)
        abort();
    if (h.failure == NULL && h.coder.n > 0 &&
        (h.coder.properties < data || h.coder.n > (size_t)(data + size - h.coder.properties)))
        abort();
    return 0;
}
