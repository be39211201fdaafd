/* seccomp.c - lets a run make only the system calls that it needs, with a seccomp filter. */
#include "process/seccomp.h"

#include "paperconv/plugin.h"

#include <endian.h>
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "filters.h"

#ifndef __NR_Linux
#define __NR_Linux 0 /* the lowest number; only MIPS has another */
#endif

enum {
    LAST_KNOWN = __NR_Linux + 469, /* file_setattr(), of Linux 6.17 */
    LOW_HALF = BYTE_ORDER == BIG_ENDIAN ? 4 : 0,
    STEPS_MOST = 1024
};

#define FILTER(uses)                                                         \
    {                                                                        \
        sizeof with_uses_##uses / sizeof *with_uses_##uses, with_uses_##uses \
    }

static const struct {
    size_t length;
    const struct sock_filter *steps;
} filters[] = { FILTER(0), FILTER(1), FILTER(2), FILTER(3),
                FILTER(4), FILTER(5), FILTER(6), FILTER(7) };

/* A later libc falls back to an older call when a new one does not exist, but not when it is
 * refused.  abort() and raise() send a signal to a thread, which must be one of this process. */
static size_t add_own_steps(struct sock_filter *steps)
{
    const struct sock_filter own[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, LAST_KNOWN, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_tgkill, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args) + LOW_HALF),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    };

    memcpy(steps, own, sizeof own);
    return sizeof own / sizeof *own;
}

bool seccomp_confine_to_memory(void)
{
    struct sock_filter steps[STEPS_MOST];
    const struct sock_fprog program = { sizeof memory_only / sizeof *memory_only, steps };

    memcpy(steps, memory_only, sizeof memory_only);
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

bool seccomp_confine(uint32_t uses)
{
    struct sock_filter steps[STEPS_MOST];
    size_t own = (uses & PC_USES_EXEC) != 0 ? 0 : add_own_steps(steps); /* programs may do more */
    size_t length = filters[uses % 8].length;
    const struct sock_fprog program = { (unsigned short)(own + length), steps };

    if (own + length > STEPS_MOST)
        return false;
    memcpy(steps + own, filters[uses % 8].steps, length * sizeof *steps);
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
