/* target.h - the function that each fuzz target defines: libFuzzer's entry, which replay.c calls
 * too.  A finding is a crash of the code, of a sanitizer, or by abort(). */
#ifndef PAPERCONV_FUZZ_TARGET_H
#define PAPERCONV_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

/* Returns 0, or -1 when DATA need not be kept in the corpus. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
