/* opened_files.h - notices files that a plugin opens. */
#ifndef PAPERCONV_HOST_CHECK_OPENED_FILES_H
#define PAPERCONV_HOST_CHECK_OPENED_FILES_H

#include <stdbool.h>

/* From now on a file that this process opens is a fault while IN_PLUGIN() is true, which is asked in
 * the thread that opens it.  Does nothing where the kernel, or this file, does not know how. */
void opened_files_watch(bool (*in_plugin)(void));

#endif
