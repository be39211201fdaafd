/* opened_files.c - has the kernel send a signal for each call that opens a file.  The handler makes the
 * call itself, by the number of another one that does the same, unless the plugin made it. */
#include "check/opened_files.h"

#include "check/check.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/openat2.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

static bool (*is_in_plugin)(void);

/* The registers of a call, on the machines that are known here. */
#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
static unsigned long register_of(const ucontext_t *u, int i)
{
    static const int places[] = { REG_RDI, REG_RSI, REG_RDX, REG_R10 };

    return (unsigned long)u->uc_mcontext.gregs[places[i]];
}

static void return_from_call(ucontext_t *u, long result)
{
    u->uc_mcontext.gregs[REG_RAX] = result;
}
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
static unsigned long register_of(const ucontext_t *u, int i)
{
    return u->uc_mcontext.regs[i];
}

static void return_from_call(ucontext_t *u, long result)
{
    u->uc_mcontext.regs[0] = (unsigned long)result;
}
#endif

#ifdef MACHINE
struct opening { /* of a file */
    int directory;
    const char *path;
    struct open_how how;
};

static struct opening opening_of(const ucontext_t *u, int call)
{
    int first = call == SYS_openat ? 1 : 0; /* the register with the path */
    struct opening o = { .directory = call == SYS_openat ? (int)register_of(u, 0) : AT_FDCWD };
    unsigned long path = register_of(u, first);

    memcpy(&o.path, &path, sizeof path);
    o.how.flags = register_of(u, first + 1) & 0xFFFFFFFFUL;
    if ((o.how.flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY))) != 0)
        o.how.mode = register_of(u, first + 2) & 07777;
    return o;
}

/* libc reads how many processors there are when memory is allocated in a new thread. */
static bool is_of_system(const char *path)
{
    return strncmp(path, "/sys/", 5) == 0 || strncmp(path, "/proc/", 6) == 0;
}

static void on_opening(int signal, siginfo_t *info, void *context)
{
    ucontext_t *u = context;
    struct opening o = opening_of(u, info->si_syscall);
    int before = errno;
    long result;

    (void)signal;
    if (is_in_plugin() && !is_of_system(o.path)) {
        is_in_plugin = NULL;
        check_fail("it opens '%s': declare PC_USES_FILES, or name the file by an option, with "
                   "PC_OPT_FILE",
                   o.path);
    }
    result = syscall(SYS_openat2, o.directory, o.path, &o.how, sizeof o.how);
    return_from_call(u, result < 0 ? -errno : result);
    errno = before;
}

#define LOAD(member) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define TRAP_CALL(number) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP)

void opened_files_watch(bool (*in_plugin)(void))
{
    struct sock_filter steps[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        LOAD(nr),
        TRAP_CALL(SYS_openat),
#ifdef SYS_open
        TRAP_CALL(SYS_open),
#endif
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = { sizeof steps / sizeof *steps, steps };
    struct sigaction action = { .sa_flags = SA_SIGINFO };

    is_in_plugin = in_plugin;
    action.sa_sigaction = on_opening;
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGSYS, &action, NULL) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return;
    (void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
void opened_files_watch(bool (*in_plugin)(void))
{
    is_in_plugin = in_plugin;
}
#endif
