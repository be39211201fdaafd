/* scratch.c - a temporary file to which a writer appends. */
#include "scratch.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

uint64_t scratch_append(struct scratch *scratch, const void *bytes, size_t n)
{
    const uint64_t place = scratch->end;
    const char *p = bytes;

    while (n != 0 && scratch->error == 0) {
        const ssize_t written = pwrite(scratch->fd, p, n, (off_t)scratch->end);

        if (written > 0) {
            p += written;
            n -= (size_t)written;
            scratch->end += (uint64_t)written;
        } else if (written == 0 || errno != EINTR) {
            scratch->error = written == 0 ? ENOSPC : errno;
        }
    }
    return place;
}

bool scratch_read(struct scratch *scratch, uint64_t place, void *bytes, size_t n)
{
    char *p = bytes;

    while (n != 0 && scratch->error == 0) {
        const ssize_t got = pread(scratch->fd, p, n, (off_t)place);

        if (got > 0) {
            p += got;
            n -= (size_t)got;
            place += (uint64_t)got;
        } else if (got == 0 || errno != EINTR) {
            scratch->error = got == 0 ? EIO : errno;
        }
    }
    return scratch->error == 0;
}

static void spool_keep_chunk(struct spool *spool)
{
    if (spool->count == spool->room) {
        spool->room = spool->room != 0 ? 2 * spool->room : 16;
        spool->chunks = realloc(spool->chunks, spool->room * sizeof *spool->chunks);
        if (spool->chunks == NULL)
            abort(); /* the host reports that memory ran out */
    }
    spool->chunks[spool->count++] = scratch_append(spool->scratch, spool->waiting.p, SPOOL_CHUNK);
    spool->waiting.n = 0;
}

void spool_add(struct spool *spool, const void *bytes, size_t n)
{
    pc_str rest = pc_sub(bytes, n);

    while (rest.n != 0) {
        const size_t room = SPOOL_CHUNK - spool->waiting.n;
        const size_t part = rest.n < room ? rest.n : room;

        pc_text_add(&spool->waiting, pc_sub(rest.p, part));
        rest = pc_drop(rest, part);
        if (spool->waiting.n == SPOOL_CHUNK)
            spool_keep_chunk(spool);
    }
}

bool spool_replay(struct spool *spool, pc_gather_write *write, void *target)
{
    pc_text chunk = { NULL, 0, 0 };

    pc_text_room(&chunk, SPOOL_CHUNK);
    for (size_t i = 0; i < spool->count; i++) {
        if (!scratch_read(spool->scratch, spool->chunks[i], chunk.p, SPOOL_CHUNK))
            break;
        write(target, pc_sub(chunk.p, SPOOL_CHUNK));
    }
    pc_text_free(&chunk);
    if (spool->scratch->error == 0)
        write(target, pc_text_str(&spool->waiting));
    return spool->scratch->error == 0;
}

void spool_free(struct spool *spool)
{
    free(spool->chunks);
    pc_text_free(&spool->waiting);
}
