/* file_ids.h - which files are the same, whatever they are called. */
#ifndef PAPERCONV_HOST_BASE_FILE_IDS_H
#define PAPERCONV_HOST_BASE_FILE_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

enum { FILE_IDS_MOST = 16 };

struct file_ids { /* of regular files; all-zero is empty */
    struct file_id {
        dev_t device;
        ino_t inode;
    } items[FILE_IDS_MOST];
    size_t count;
};

/* Adds the file of ST.  What is not a regular file is left out. */
void file_ids_add(struct file_ids *ids, const struct stat *st);
bool file_ids_have(const struct file_ids *ids, const struct stat *st);

#endif
