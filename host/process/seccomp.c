/* seccomp.c - refuses system calls that a run does not need, with a seccomp filter. */
#include "process/seccomp.h"

#include "paperconv/plugin.h"

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>

enum {
    EXEC = PC_USES_EXEC,
    NETWORK = PC_USES_NETWORK,
    CHANGES = PC_USES_FILES | PC_USES_EXEC /* changes to files that Landlock does not restrict */
};

static const struct refused_call {
    const char *name; /* some do not exist on every machine */
    uint32_t unless;  /* allowed with one of these PC_USES_...; 0: never */
} refused_calls[] = {
    { "socket", NETWORK },
    { "socketpair", NETWORK | EXEC },
    { "connect", NETWORK },
    { "bind", NETWORK },
    { "listen", NETWORK },
    { "accept", NETWORK },
    { "accept4", NETWORK },
    { "sendto", NETWORK },
    { "sendmsg", NETWORK },
    { "sendmmsg", NETWORK },
    { "socketcall", NETWORK },

    { "execve", EXEC },
    { "execveat", EXEC },
    { "fork", EXEC },
    { "vfork", EXEC },
    { "kill", EXEC },
    { "tkill", EXEC },
    { "rt_sigqueueinfo", EXEC },
    { "rt_tgsigqueueinfo", EXEC },
    { "pidfd_send_signal", EXEC },

    { "chmod", CHANGES },
    { "fchmod", CHANGES },
    { "fchmodat", CHANGES },
    { "fchmodat2", CHANGES },
    { "chown", CHANGES },
    { "fchown", CHANGES },
    { "lchown", CHANGES },
    { "fchownat", CHANGES },
    { "setxattr", CHANGES },
    { "lsetxattr", CHANGES },
    { "fsetxattr", CHANGES },
    { "removexattr", CHANGES },
    { "lremovexattr", CHANGES },
    { "fremovexattr", CHANGES },
    { "utime", CHANGES },
    { "utimes", CHANGES },
    { "futimesat", CHANGES },
    { "utimensat", CHANGES },
    { "truncate", CHANGES },

    { "add_key", 0 },
    { "bpf", 0 },
    { "chroot", 0 },
    { "fsconfig", 0 },
    { "fsmount", 0 },
    { "fsopen", 0 },
    { "fspick", 0 },
    { "io_uring_enter", 0 }, /* it would bypass this filter */
    { "io_uring_register", 0 },
    { "io_uring_setup", 0 },
    { "kcmp", 0 },
    { "keyctl", 0 },
    { "memfd_secret", 0 },
    { "mount", 0 },
    { "mount_setattr", 0 },
    { "move_mount", 0 },
    { "name_to_handle_at", 0 },
    { "open_by_handle_at", 0 },
    { "open_tree", 0 },
    { "perf_event_open", 0 },
    { "personality", 0 },
    { "pidfd_getfd", 0 },
    { "pivot_root", 0 },
    { "process_madvise", 0 },
    { "process_vm_readv", 0 },
    { "process_vm_writev", 0 },
    { "ptrace", 0 },
    { "request_key", 0 },
    { "setns", 0 },
    { "umount2", 0 },
    { "unshare", 0 },
    { "userfaultfd", 0 },
};

static bool refuse_calls(scmp_filter_ctx filter, uint32_t uses)
{
    for (size_t i = 0; i < sizeof refused_calls / sizeof *refused_calls; i++) {
        int number = seccomp_syscall_resolve_name(refused_calls[i].name);

        if ((uses & refused_calls[i].unless) == 0 && number != __NR_SCMP_ERROR &&
            seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), number, 0) != 0)
            return false;
    }
    return true;
}

/* Both threads and processes are made with clone().  A filter cannot see the arguments of
 * clone3(), but libc falls back to clone() when clone3() does not exist. */
static bool refuse_processes(scmp_filter_ctx filter, uint32_t uses)
{
    return (uses & PC_USES_EXEC) != 0 ||
           (seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
            seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                             SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)) == 0);
}

/* Input pushed back into a terminal would be read by the user's shell. */
static bool refuse_typing(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1,
                            SCMP_A1(SCMP_CMP_MASKED_EQ, UINT32_MAX, TIOCSTI)) == 0;
}

bool seccomp_confine(uint32_t uses)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    bool ok = filter != NULL && refuse_calls(filter, uses) && refuse_processes(filter, uses) &&
              refuse_typing(filter) && seccomp_load(filter) == 0;

    seccomp_release(filter);
    return ok;
}
