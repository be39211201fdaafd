/* program.h - runs the whole program over one input, inside the fuzzer's process. */
#ifndef PAPERCONV_FUZZ_PROGRAM_H
#define PAPERCONV_FUZZ_PROGRAM_H

#include "paperconv/plugin.h"

struct outcome {
    int status;
    pc_str out; /* the standard output; valid until the next run */
};

/* Runs a command line of OPTIONS (NULL-terminated, without the program's name) and a file with
 * the SIZE bytes at DATA. */
struct outcome program_run(const char *const *options, const void *data, size_t size);

#endif
