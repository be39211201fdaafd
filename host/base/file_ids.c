/* file_ids.c - compares devices and inodes. */
#include "base/file_ids.h"

void file_ids_add(struct file_ids *ids, const struct stat *st)
{
    if (S_ISREG(st->st_mode) && ids->count < FILE_IDS_MOST)
        ids->items[ids->count++] = (struct file_id){ st->st_dev, st->st_ino };
}

bool file_ids_have(const struct file_ids *ids, const struct stat *st)
{
    for (size_t i = 0; i < ids->count; i++)
        if (ids->items[i].device == st->st_dev && ids->items[i].inode == st->st_ino)
            return true;
    return false;
}
