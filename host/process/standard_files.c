/* standard_files.c - opens /dev/null as descriptor 0, 1 or 2. */
#include "process/standard_files.h"

#include "base/exit_status.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

void standard_files_open(void)
{
    /* 0 cannot be read and 1 cannot be written, so that using them is an error. */
    static const int modes[] = { O_WRONLY, O_RDONLY, O_WRONLY };

    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", modes[fd]) != fd)
            _exit(STATUS_FAILED); /* there is nowhere to say why */
}
