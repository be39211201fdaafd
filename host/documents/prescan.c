/* prescan.c - opens the first inputs, identifies them, and keeps them open. */
#include "documents/prescan.h"

#include "documents/look_inside.h"
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

/* Opens INPUT, which is the FIRST one or not, if that can be done now, or returns NULL.  A file that
 * cannot be opened counts as *PLAIN, since it will hardly be readable later. */
static struct opened_file *open_input(const char *input, bool first, const struct limits *limits,
                                      bool *plain)
{
    bool is_stdin = strcmp(input, "-") == 0;
    struct problem why = { .code = NULL };
    struct stat st;

    *plain = (is_stdin ? fstat(STDIN_FILENO, &st) : stat(input, &st)) != 0;
    if (*plain || S_ISDIR(st.st_mode) || (!first && !S_ISREG(st.st_mode)))
        return NULL; /* opening a named pipe would wait for a writer */
    *plain = true;
    if (is_stdin)
        return opened_file_over(STDIN_FILENO, limits);
    return opened_file_open(input, S_ISREG(st.st_mode) ? O_NONBLOCK : 0, limits, &why);
}

static void add_bytes(struct prescan *p, uint64_t n)
{
    p->bytes = n < UINT64_MAX - p->bytes ? p->bytes + n : UINT64_MAX;
}

/* dump.tar.gz, dump.tgz.  The name only saves the time to look inside. */
static bool is_named_tar(const char *input)
{
    const char *dot = strrchr(input, '.');

    return strstr(input, ".tar.") != NULL || (dot != NULL && dot[1] == 't');
}

/* A compressed file may be plain, too, which look_inside_is_plain() finds out. */
static bool may_be_plain(const struct opened_file *f, const char *input)
{
    if (f->bytes.charset != NULL || magic_is_archive(f->bytes.format))
        return false;
    return f->bytes.format == MAGIC_NONE || (f->bytes.stream->fd >= 0 && !is_named_tar(input));
}

/* Scans the input at PLACE; END is that of end_of_kept(). */
static void scan(struct prescan *p, const char *input, size_t place, int end,
                 const struct limits *limits)
{
    struct opened_file *f = open_input(input, place == 0, limits, &p->plain);

    if (f == NULL)
        return;
    p->plain = may_be_plain(f, input);
    add_bytes(p, f->meter.size);
    if (f->bytes.format != MAGIC_NONE) /* a text is compressed to a third or less */
        add_bytes(p, f->meter.size < UINT64_MAX / 2 ? 2 * f->meter.size : UINT64_MAX);
    if (strcmp(input, "-") == 0 || f->bytes.stream->fd < end) { /* that of a pipe is -1 */
        p->kept[place] = f;
    } else {
        p->plain = p->plain && f->bytes.format == MAGIC_NONE;
        opened_file_close(f);
    }
}

static bool is_plain_inside(const struct prescan *p)
{
    struct opened_file *packed[PRESCAN_MOST];
    size_t n = 0;

    for (size_t i = 0; i < PRESCAN_MOST; i++)
        if (p->kept[i] != NULL && p->kept[i]->bytes.format != MAGIC_NONE)
            packed[n++] = p->kept[i];
    return n == 0 || look_inside_is_plain(packed, n);
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
    p->plain = p->plain && is_plain_inside(p);
}

bool prescan_has(const struct prescan *p, size_t place)
{
    return p != NULL && place < PRESCAN_MOST && p->kept[place] != NULL;
}

bool prescan_flows(const struct prescan *p, size_t place)
{
    return prescan_has(p, place) && unpack_meter_knows_size(&p->kept[place]->meter);
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
