/* prescan.c - looks at the first bytes of the first files. */
#include "documents/prescan.h"

#include "streams/charset.h"
#include "streams/magic.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST = 128 }; /* files; to look at more takes as long as to load what they may need */

/* A file that is standard input is opened anew, so that nothing of it is read. */
static const char *path_of(const char *input)
{
    if (strcmp(input, "-") != 0)
        return input;
    return lseek(STDIN_FILENO, 0, SEEK_CUR) == 0 ? "/proc/self/fd/0" : NULL;
}

/* Whether INPUT is plain, and in *BYTES its size. */
static bool is_plain(const char *input, uint64_t *bytes)
{
    const char *path = path_of(input);
    struct stream *s;
    struct stat st;
    bool plain;
    int fd;

    *bytes = 0;
    if (path == NULL)
        return false;
    if (stat(path, &st) != 0)
        return true; /* it cannot be read later either */
    if (!S_ISREG(st.st_mode))
        return false;
    fd = open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return strcmp(input, "-") != 0;
    s = stream_fd(fd);
    plain = magic_of(&s) == MAGIC_NONE && stream_marked_encoding(&s) == NULL;
    stream_close(s);
    *bytes = (uint64_t)st.st_size;
    return plain;
}

struct prescan prescan_inputs(const char *const *inputs)
{
    struct prescan outlook = { true, 0 };
    uint64_t bytes;

    for (size_t i = 0; outlook.plain && inputs[i] != NULL; i++) {
        outlook.plain = i < MOST && is_plain(inputs[i], &bytes);
        outlook.bytes += outlook.plain ? bytes : 0;
    }
    return outlook;
}
