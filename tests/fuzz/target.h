/* target.h - what each fuzz target defines: libFuzzer's entry, which replay.c calls too.
 * A finding is a crash: of the code itself, of a sanitizer, or abort(). */
#ifndef PAPERCONV_FUZZ_TARGET_H
#define PAPERCONV_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

/* Returns 0, or -1 when DATA is not worth keeping. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
