/* standard_files.c - fills the numbers 0, 1 and 2. */
#include "process/standard_files.h"

#include "base/exit_status.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

void standard_files_open(void)
{
    /* Contrary modes for 0 and 1: what goes nowhere is an error. */
    static const int modes[] = { O_WRONLY, O_RDONLY, O_WRONLY };

    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", modes[fd]) != fd)
            _exit(STATUS_FAILED); /* there is nowhere to say why */
}
