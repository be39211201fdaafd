/* archive_forecast.c - looks at the first bytes of the first few files. */
#include "archive_forecast.h"

#include "signature.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST = 8 }; /* files; to look at more would take longer than to load */

/* A file that is standard input is opened anew, so that nothing of it is read. */
static const char *path_of(const char *input)
{
    if (strcmp(input, "-") != 0)
        return input;
    return lseek(STDIN_FILENO, 0, SEEK_CUR) == 0 ? "/proc/self/fd/0" : NULL;
}

static bool may_be_archive(const char *input)
{
    const char *path = path_of(input);
    struct stream *s;
    struct stat st;
    bool found;
    int fd;

    if (path == NULL)
        return true;
    if (stat(path, &st) != 0)
        return false; /* nor can it be read later */
    if (!S_ISREG(st.st_mode))
        return true;
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return strcmp(input, "-") == 0;
    s = stream_fd(fd);
    found = signature_of(&s) != SIGNATURE_NONE;
    stream_close(s);
    return found;
}

bool archive_forecast(const char *const *inputs)
{
    for (size_t i = 0; inputs[i] != NULL; i++)
        if (i == MOST || may_be_archive(inputs[i]))
            return true;
    return false;
}
