/* option_file.c - opens the files that options name, before the sandbox is entered. */
#include "loader/option_file.h"

#include <apr_strings.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static apr_status_t close_option_file(void *file)
{
    close(((const pc_file *)file)->fd);
    return APR_SUCCESS;
}

/* FILE lives as long as the descriptor, which is closed with POOL. */
static void close_with(apr_pool_t *pool, const pc_file *file)
{
    apr_pool_cleanup_register(pool, apr_pmemdup(pool, file, sizeof *file), close_option_file,
                              apr_pool_cleanup_null);
}

bool option_file_open(const char *path, pc_file *file, apr_pool_t *pool, struct problem *why)
{
    struct stat st;

    *file = (pc_file){ .fd = -1 };
    if (*path == '\0')
        return true;
    file->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); /* waits for no writer */
    if (file->fd < 0 || fstat(file->fd, &st) != 0) {
        problem_set(why, PC_ERROR, "bad-option", "cannot read '%s': %s", path, strerror(errno));
    } else if (!S_ISREG(st.st_mode)) {
        problem_set(why, PC_ERROR, "bad-option",
                    "'%s' is %s, and must be a file, which can be read more than once", path,
                    S_ISDIR(st.st_mode) ? "a directory" : "a pipe or a device");
    } else {
        file->path = pc_s(path);
        file->size = (uint64_t)st.st_size;
        close_with(pool, file);
        return true;
    }
    if (file->fd >= 0)
        close(file->fd);
    file->fd = -1;
    return false;
}
