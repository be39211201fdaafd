/* seccomp.h - the part of the sandbox that restricts system calls. */
#ifndef PAPERCONV_HOST_PROCESS_SECCOMP_H
#define PAPERCONV_HOST_PROCESS_SECCOMP_H

#include <stdbool.h>
#include <stdint.h>

/* USES are the PC_USES_... of all plugins of the run.  False when the kernel does not support
 * filters. */
bool seccomp_confine(uint32_t uses);
/* Lets the process only use memory, read and write what is open, and end.  False as above. */
bool seccomp_confine_to_memory(void);

#endif
