/* nameless_file.h - opens temporary files that have no name and never get one: they are in no
 * directory, and nothing remains of them when the process ends, however it ends. */
#ifndef PAPERCONV_HOST_PROCESS_NAMELESS_FILE_H
#define PAPERCONV_HOST_PROCESS_NAMELESS_FILE_H

/* The directory of temporary files: $TMPDIR, or /tmp. */
const char *temporary_directory(void);
/* Opens a new file in DIRECTORY for reading and writing.  To be called before the sandbox is
 * entered, which allows no new files there, and before there are threads.  The caller closes the
 * descriptor.  -1 on failure, with errno set. */
int nameless_file_open(const char *directory);

#endif
