/* seccomp.h - the part of the sandbox that guards system calls. */
#ifndef PAPERCONV_HOST_PROCESS_SECCOMP_H
#define PAPERCONV_HOST_PROCESS_SECCOMP_H

#include <stdbool.h>
#include <stdint.h>

/* USES are the PC_USES_... of all plugins of the run.  False when the kernel has no filters. */
bool seccomp_confine(uint32_t uses);

#endif
