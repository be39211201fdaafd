/* prescan.c - opens the first inputs, identifies them, and keeps them open. */
#include "documents/prescan.h"

#include "documents/opened_file.h"

#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Only files with lower descriptors than this are kept open.  The others are left for the rest of
 * the run: its outputs, archives inside archives, files that plugins open. */
static int end_of_kept(void)
{
    enum { LEFT = 64 };
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < LEFT)
        return 0;
    return limit.rlim_cur - LEFT > INT_MAX ? INT_MAX : (int)(limit.rlim_cur - LEFT);
}

/* Opens INPUT if it is a regular file, or returns NULL.  A file that cannot be opened counts as
 * *PLAIN, since it will hardly be readable later. */
static struct opened_file *open_regular(const char *input, const struct limits *limits, bool *plain)
{
    bool is_stdin = strcmp(input, "-") == 0;
    struct problem why = { .code = NULL };
    struct stat st;

    *plain = (is_stdin ? fstat(STDIN_FILENO, &st) : stat(input, &st)) != 0;
    if (*plain || !S_ISREG(st.st_mode)) /* opening a named pipe would wait for a writer */
        return NULL;
    *plain = true;
    if (is_stdin)
        return opened_file_over(STDIN_FILENO, limits);
    return opened_file_open(input, O_NONBLOCK, limits, &why);
}

/* Scans the input at PLACE; END is that of end_of_kept(). */
static void scan(struct prescan *p, const char *input, size_t place, int end,
                 const struct limits *limits)
{
    struct opened_file *f = open_regular(input, limits, &p->plain);

    if (f == NULL)
        return;
    p->plain = unpack_meter_knows_size(&f->meter) && f->bytes.format == MAGIC_NONE &&
               f->bytes.charset == NULL;
    p->bytes += f->meter.size;
    if (strcmp(input, "-") == 0 ||
        (unpack_meter_knows_size(&f->meter) && f->bytes.stream->fd < end))
        p->kept[place] = f;
    else
        opened_file_close(f);
}

void prescan_open(struct prescan *p, const char *const *inputs, const struct limits *limits)
{
    const int end = end_of_kept();
    bool stdin_seen = false;

    *p = (struct prescan){ .plain = true };
    for (size_t i = 0; p->plain && inputs[i] != NULL; i++) {
        bool is_stdin = strcmp(inputs[i], "-") == 0;

        if (i == PRESCAN_MOST)
            p->plain = false;
        else if (!is_stdin || !stdin_seen) /* standard input is read only once */
            scan(p, inputs[i], i, end, limits);
        stdin_seen = stdin_seen || is_stdin;
    }
}

bool prescan_has(const struct prescan *p, size_t place)
{
    return p != NULL && place < PRESCAN_MOST && p->kept[place] != NULL;
}

struct opened_file *prescan_take(struct prescan *p, size_t place)
{
    struct opened_file *f = NULL;

    if (prescan_has(p, place)) {
        f = p->kept[place];
        p->kept[place] = NULL;
    }
    return f;
}

void prescan_close(struct prescan *p)
{
    for (size_t i = 0; i < PRESCAN_MOST; i++)
        opened_file_close(prescan_take(p, i));
}
