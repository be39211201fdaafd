/* zip_index.c - looks at the end of a zip file as libarchive does, which keeps its index
 * in memory: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
#include "archives/zip_index.h"

#include "base/io.h"
#include "base/little_endian.h"

#include <sys/stat.h>

enum {
    TAIL = 16 * 1024, /* where libarchive looks for the end */
    END_SIZE = 22,    /* of the record at the end, without its comment */
    OFFSET_AT = 16,   /* of the index, in that record */
    ENTRY_SIZE = 46,  /* of an entry of the index, without a name */
    USUAL = 3         /* times as long is an entry with its name */
};

bool zip_index_is_large(int fd, uint64_t members)
{
    static const char end[] = "PK\5\6", end_of_zip64[] = "PK\6\7";
    unsigned char tail[TAIL];
    struct stat st;
    uint64_t size, most;
    ssize_t n;

    if (fstat(fd, &st) != 0 || (uint64_t)st.st_size / ENTRY_SIZE / USUAL <= members)
        return false;
    size = (uint64_t)st.st_size;
    most = members * ENTRY_SIZE * USUAL;
    n = pread_full(fd, tail, sizeof tail, st.st_size > TAIL ? st.st_size - TAIL : 0);
    for (ssize_t i = 0; i + END_SIZE <= n; i++) {
        if (memcmp(tail + i, end_of_zip64, 4) == 0)
            return true; /* its index may be anywhere */
        if (memcmp(tail + i, end, 4) == 0 && little_endian(tail + i + OFFSET_AT, 4) + most < size)
            return true;
    }
    return false;
}
