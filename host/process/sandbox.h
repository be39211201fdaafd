/* sandbox.h - gives up, for good, the rights that a run does not need: to open files
 * other than those it was told of, to use the network, to start or touch other processes.
 *
 * It must be entered before there is a second thread, and when all modules are loaded.  A
 * kernel that lacks a part of it is no error: the run goes on with the other part. */
#ifndef PAPERCONV_HOST_PROCESS_SANDBOX_H
#define PAPERCONV_HOST_PROCESS_SANDBOX_H

#include <stdbool.h>
#include <stdint.h>

enum { SANDBOX_OUTPUTS = 4 };

struct sandbox_needs {
    const char *const *inputs;            /* readable, with all beneath; NULL-terminated */
    const char *outputs[SANDBOX_OUTPUTS]; /* to appear, or disappear, in their directory; or NULL */
    const char *temporary;                /* directory of temporary files */
    uint32_t uses;                        /* PC_USES_... of all plugins of the run */
};

/* Enters it, for good; returns what is lacking here, as a sentence, or NULL. */
const char *sandbox_enter(const struct sandbox_needs *needs);

/* Its two parts; false when the kernel has none of that. */
bool sandbox_confine_files(const struct sandbox_needs *needs);
bool sandbox_confine_calls(uint32_t uses);

#endif
