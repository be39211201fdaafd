/* nameless_file.c - opens a file without a name, or takes the name from a new file. */
#include "process/nameless_file.h"

#include "process/crash_handler.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

const char *temporary_directory(void)
{
    const char *directory = getenv("TMPDIR");

    return directory != NULL && *directory != '\0' ? directory : "/tmp";
}

/* For file systems that do not support files without a name. */
static int open_and_unlink(const char *directory)
{
    char path[4096];
    int fd;

    if (snprintf(path, sizeof path, "%s/paperconv-XXXXXX", directory) >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    fd = crash_handler_open_temporary(path);
    if (fd < 0)
        return -1;
    unlink(path);
    crash_handler_forget_temporary(path);
    return fd;
}

int nameless_file_open(const char *directory)
{
    int fd =
        open(directory, O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600); /* never to be linked */

    return fd >= 0 ? fd : open_and_unlink(directory);
}
