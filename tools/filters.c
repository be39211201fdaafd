/* filters.c - prints the seccomp filters of host/process/seccomp.c, one for each set of uses that
 * plugins may declare.  libseccomp knows the calls of each machine; to build the filters with it
 * in each run would make the start of the program 14 % slower. */
#include "paperconv/plugin.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <sched.h>
#include <seccomp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#ifdef PAPERCONV_LOG_CALLS
#define REFUSE SCMP_ACT_LOG
#else
#define REFUSE SCMP_ACT_ERRNO(EPERM)
#endif

enum { ALL_USES = PC_USES_FILES | PC_USES_NETWORK | PC_USES_EXEC };

/* What the host, libc and the codecs need, also on other machines and with an older or newer libc.
 * docs/testing.md says how to measure it. */
static const char of_every_run[] =
    /* memory */
    "brk madvise mmap mmap2 mprotect mremap munmap "
    /* threads, and signals to them */
    "exit exit_group futex futex_time64 getcpu getpid gettid membarrier restart_syscall rseq "
    "rt_sigaction rt_sigprocmask rt_sigreturn sched_getaffinity sched_yield set_robust_list "
    "sigaltstack sigreturn tgkill timer_create timer_delete timer_settime timer_settime64 "
    /* open files */
    "_llseek _newselect close close_range copy_file_range dup dup2 dup3 fadvise64 fadvise64_64 "
    "fallocate fdatasync fstat fstat64 fstatfs fstatfs64 fsync ftruncate ftruncate64 getdents "
    "getdents64 lseek pipe pipe2 poll ppoll ppoll_time64 pread64 preadv preadv2 pselect6 "
    "pselect6_time64 pwrite64 pwritev pwritev2 read readv select sendfile sendfile64 "
    "sync_file_range write writev "
    /* files; Landlock says which */
    "access faccessat faccessat2 fstatat64 getcwd lstat lstat64 newfstatat readlink readlinkat "
    "rename renameat renameat2 stat stat64 statfs statfs64 statx umask unlink unlinkat "
    /* clocks and facts */
    "clock_getres clock_getres_time64 clock_gettime clock_gettime64 clock_nanosleep "
    "clock_nanosleep_time64 getegid getegid32 geteuid geteuid32 getgid getgid32 getppid getrandom "
    "getrlimit getrusage gettimeofday getuid getuid32 nanosleep sysinfo time times ugetrlimit "
    "uname";

/* What unpacking needs, from memory to memory. */
static const char of_memory[] =
    "brk madvise mmap mmap2 mprotect mremap munmap "
    "close dup2 dup3 exit exit_group futex futex_time64 getpid read rt_sigprocmask rt_sigreturn "
    "sigreturn write";

static const char of_files[] =
    "chdir chmod chown chown32 creat fchdir fchmod fchmodat fchmodat2 fchown fchown32 fchownat "
    "fgetxattr flistxattr flock fremovexattr fsetxattr futimesat getxattr lchown lchown32 "
    "lgetxattr link linkat listxattr llistxattr lremovexattr lsetxattr mkdir mkdirat openat2 "
    "removexattr rmdir setxattr symlink symlinkat truncate truncate64 utime utimensat "
    "utimensat_time64 utimes";

static const char of_network[] =
    "accept accept4 bind connect listen sendmmsg sendmsg sendto socket socketcall";

static const char of_sockets[] =
    "epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_wait eventfd2 getpeername getsockname "
    "getsockopt recvfrom recvmmsg recvmsg setsockopt shutdown socketpair";

/* The programs that a plugin starts may need any other call. */
static const char of_no_program[] =
    "add_key bpf chroot fanotify_init fsconfig fsmount fsopen fspick io_uring_enter "
    "io_uring_register io_uring_setup kcmp keyctl memfd_secret mount mount_setattr move_mount "
    "name_to_handle_at open_by_handle_at open_tree open_tree_attr perf_event_open personality "
    "pidfd_getfd pivot_root process_madvise process_vm_readv process_vm_writev ptrace request_key "
    "setdomainname sethostname setns syslog umount2 unshare userfaultfd";

/* What to do with the NAMES, separated by a space.  A name may not exist on this machine. */
static bool add_calls(scmp_filter_ctx filter, uint32_t action, const char *names)
{
    char name[32];

    for (size_t n; *names != '\0'; names += n + strspn(names + n, " ")) {
        int number;

        n = strcspn(names, " ");
        snprintf(name, sizeof name, "%.*s", (int)n, names);
        number = seccomp_syscall_resolve_name(name);
        if (number != __NR_SCMP_ERROR && seccomp_rule_add(filter, action, number, 0) != 0)
            return false;
    }
    return true;
}

/* What to do with CALL when the low bits of its argument WHICH, in MASK, are VALUE. */
static bool add_call_with(scmp_filter_ctx filter, uint32_t action, int call, unsigned which,
                          uint32_t mask, uint32_t value)
{
    return seccomp_rule_add(filter, action, call, 1,
                            SCMP_CMP(which, SCMP_CMP_MASKED_EQ, mask, value)) == 0;
}

static bool allow_requests(scmp_filter_ctx filter)
{
    static const uint32_t of_fcntl[] = { F_DUPFD,  F_DUPFD_CLOEXEC, F_GETFD,     F_SETFD,
                                         F_GETFL,  F_SETFL,         F_GETLK,     F_SETLK,
                                         F_SETLKW, F_GETPIPE_SZ,    F_SETPIPE_SZ };
    static const uint32_t of_ioctl[] = { TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO };
    static const int fcntls[] = { SCMP_SYS(fcntl), SCMP_SYS(fcntl64) };

    for (size_t i = 0; i < sizeof of_fcntl / sizeof *of_fcntl; i++)
        for (size_t k = 0; k < sizeof fcntls / sizeof *fcntls; k++)
            if (!add_call_with(filter, SCMP_ACT_ALLOW, fcntls[k], 1, UINT32_MAX, of_fcntl[i]))
                return false;
    for (size_t i = 0; i < sizeof of_ioctl / sizeof *of_ioctl; i++)
        if (!add_call_with(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, UINT32_MAX, of_ioctl[i]))
            return false;
    return true;
}

/* Both threads and processes are made with clone().  A filter cannot see the arguments of
 * clone3(), but libc falls back to clone() when clone3() does not exist. */
static bool allow_threads(scmp_filter_ctx filter)
{
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
           add_call_with(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 0, CLONE_THREAD, CLONE_THREAD);
}

/* A thread names itself, and reads its limits. */
static bool allow_self(scmp_filter_ctx filter)
{
    static const struct scmp_arg_cmp own_limits[] = {
        { .arg = 0, .op = SCMP_CMP_MASKED_EQ, .datum_a = UINT32_MAX, .datum_b = 0 }, /* itself */
        { .arg = 2, .op = SCMP_CMP_EQ, .datum_a = 0, .datum_b = 0 } /* no new limits */
    };

    return add_call_with(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 0, UINT32_MAX, PR_SET_NAME) &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, own_limits) == 0;
}

/* With O_PATH, a file need not be one that Landlock allows. */
static bool allow_opening(scmp_filter_ctx filter, uint32_t uses)
{
    uint32_t mask = (uses & PC_USES_FILES) != 0 ? 0 : O_PATH;

    return add_call_with(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, mask, 0) &&
           add_call_with(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 2, mask, 0);
}

static bool allow_needs(scmp_filter_ctx filter, uint32_t uses)
{
    return add_calls(filter, SCMP_ACT_ALLOW, of_every_run) && allow_requests(filter) &&
           allow_threads(filter) && allow_self(filter) && allow_opening(filter, uses) &&
           ((uses & PC_USES_FILES) == 0 || add_calls(filter, SCMP_ACT_ALLOW, of_files)) &&
           ((uses & PC_USES_NETWORK) == 0 || (add_calls(filter, SCMP_ACT_ALLOW, of_network) &&
                                              add_calls(filter, SCMP_ACT_ALLOW, of_sockets)));
}

/* A program may make every call but some.  Input pushed back into a terminal would be read by the
 * user's shell. */
static bool refuse_to_programs(scmp_filter_ctx filter, uint32_t uses)
{
    return add_calls(filter, REFUSE, of_no_program) &&
           add_call_with(filter, REFUSE, SCMP_SYS(ioctl), 1, UINT32_MAX, TIOCSTI) &&
           add_call_with(filter, REFUSE, SCMP_SYS(ioctl), 1, UINT32_MAX, TIOCLINUX) &&
           ((uses & PC_USES_NETWORK) != 0 || add_calls(filter, REFUSE, of_network));
}

static bool add_rules(scmp_filter_ctx filter, uint32_t uses)
{
    return seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ERRNO(ENOSYS)) == 0 &&
           ((uses & PC_USES_EXEC) != 0 ? refuse_to_programs(filter, uses)
                                       : allow_needs(filter, uses));
}

/* Prints FILTER, to which all rules were added if OK. */
static bool print_filter(scmp_filter_ctx filter, bool ok, const char *name)
{
    FILE *file = tmpfile();
    struct sock_filter step;

    ok = ok && file != NULL && seccomp_export_bpf(filter, fileno(file)) == 0;
    printf("static const struct sock_filter %s[] = {\n", name);
    if (ok)
        rewind(file);
    while (ok && fread(&step, sizeof step, 1, file) == 1)
        printf("    { 0x%02x, %u, %u, 0x%08x },\n", step.code, step.jt, step.jf, step.k);
    puts("};");
    if (file != NULL)
        fclose(file);
    seccomp_release(filter);
    return ok;
}

static bool print_filter_of(uint32_t uses)
{
    scmp_filter_ctx filter = seccomp_init((uses & PC_USES_EXEC) != 0 ? SCMP_ACT_ALLOW : REFUSE);
    char name[32];

    snprintf(name, sizeof name, "with_uses_%u", (unsigned)uses);
    return print_filter(filter, filter != NULL && add_rules(filter, uses), name);
}

static bool print_filter_of_memory(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));

    return print_filter(filter, filter != NULL && add_calls(filter, SCMP_ACT_ALLOW, of_memory),
                        "memory_only");
}

int main(void)
{
    puts("/* Made by tools/filters.c. */");
    for (uint32_t uses = 0; uses <= ALL_USES; uses++)
        if (!print_filter_of(uses))
            return EXIT_FAILURE;
    if (!print_filter_of_memory())
        return EXIT_FAILURE;
    return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
