/* zip_index.c - estimates the size of the index at the end of a zip file, which libarchive keeps
 * in memory: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
#include "archives/zip_index.h"

#include "base/io.h"
#include "base/little_endian.h"

#include <sys/stat.h>

enum {
    TAIL = 16 * 1024, /* bytes in which libarchive looks for the record at the end */
    END_SIZE = 22,    /* bytes of that record, without its comment */
    OFFSET_AT = 16,   /* offset, in that record, of the position of the index */
    ENTRY_SIZE = 46,  /* bytes of an entry of the index, without its name */
    USUAL = 3         /* a usual entry with its name is so many times as long */
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
            return true; /* in zip64 the index may be anywhere */
        if (memcmp(tail + i, end, 4) == 0 && little_endian(tail + i + OFFSET_AT, 4) + most < size)
            return true;
    }
    return false;
}
