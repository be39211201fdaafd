/* look_inside.c - unpacks the first bytes of compressed files, in a child process that has no
 * rights. */
#include "documents/look_inside.h"

#include "base/memory.h"
#include "documents/opened_file.h"
#include "process/child_process.h"
#include "process/sandbox.h"
#include "streams/decompress.h"
#include "streams/unpack_module.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    HEAD = 32 * 1024, /* bytes of a file that are unpacked; enough for the first block of most */
    SECONDS = 2
};

struct files {
    struct opened_file *const *items;
    size_t n;
};

/* Keeps the first bytes of F, so that the child need not read the file, whose offset it shares. */
static bool keep_head(struct opened_file *f)
{
    char *head = memory_alloc(HEAD);
    bool ok = stream_peek(&f->bytes.stream, head, HEAD) > 0;

    free(head);
    return ok;
}

/* ---- in the child ---- */

static bool is_plain_inside(struct opened_file *f, int nothing)
{
    char block[MAGIC_BLOCK];
    struct identified_stream inside;
    ssize_t n;

    if (dup2(nothing, f->bytes.stream->fd) < 0) /* so that the file ends behind its head */
        return false;
    inside = stream_identify(stream_decompress(f->bytes.stream, f->bytes.format));
    n = stream_peek(&inside.stream, block, sizeof block);
    return inside.format == MAGIC_NONE && inside.charset == NULL &&
           (n == sizeof block || f->meter.size <= HEAD) &&
           (n <= 0 || memchr(block, '\0', (size_t)n) == NULL);
}

static int look(void *context)
{
    const struct files *files = context;
    int nothing = open("/dev/null", O_RDONLY);
    bool plain = sandbox_enter_memory();

    for (size_t i = 0; plain && i < files->n; i++)
        plain = is_plain_inside(files->items[i], nothing);
    return plain ? 0 : 1;
}

/* ---- in the parent ---- */

bool look_inside_is_plain(struct opened_file *const *files, size_t n)
{
    struct problem reported_later = { .code = NULL };
    struct files all = { files, n };
    char nothing[1];

    for (size_t i = 0; i < n; i++)
        if (!keep_head(files[i]) || unpack_codec(files[i]->bytes.format, &reported_later) == NULL)
            return false;
    return child_process_run(look, &all, SECONDS, nothing, sizeof nothing).status == 0;
}
