/* measure COMMAND - runs COMMAND with sh, discards its output, and prints its exit status, the
 * seconds of wall and processor time, and the memory of its largest process in kilobytes.
 *
 * This is a small C program, because the peak memory of a child includes what it shared with its
 * parent before exec: the child of an interpreter never shows less than the interpreter. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void run(const char *command)
{
    int nothing = open("/dev/null", O_RDWR);

    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

int main(int argc, char **argv)
{
    double begin = now(), wall;
    struct rusage used;
    int status;
    pid_t child;

    if (argc != 2)
        return 2;
    child = fork();
    if (child == 0)
        run(argv[1]);
    if (child < 0 || waitpid(child, &status, 0) < 0 || getrusage(RUSAGE_CHILDREN, &used) != 0)
        return 2;
    wall = now() - begin;
    printf("%d %.6f %.6f %ld\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128, wall,
           seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss);
    return 0;
}
