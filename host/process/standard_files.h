/* standard_files.h - makes sure that standard input, output and error are open. */
#ifndef PAPERCONV_HOST_PROCESS_STANDARD_FILES_H
#define PAPERCONV_HOST_PROCESS_STANDARD_FILES_H

/* Opens /dev/null for each one that is closed, so that no other file gets its number.  Reading
 * that standard input or writing that standard output still fails. */
void standard_files_open(void);

#endif
