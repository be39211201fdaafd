/* standard_files.h - standard input, output and error are open, whoever started the program. */
#ifndef PAPERCONV_HOST_PROCESS_STANDARD_FILES_H
#define PAPERCONV_HOST_PROCESS_STANDARD_FILES_H

/* Opens /dev/null in place of those that are closed, so that no file of ours gets their numbers.
 * Reading standard input or writing standard output then fails, as with a closed one. */
void standard_files_open(void);

#endif
