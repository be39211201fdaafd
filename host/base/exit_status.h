/* exit_status.h - the exit statuses of the program. */
#ifndef PAPERCONV_HOST_BASE_EXIT_STATUS_H
#define PAPERCONV_HOST_BASE_EXIT_STATUS_H

enum { STATUS_DONE = 0, STATUS_REJECTED = 1, STATUS_USAGE = 2, STATUS_FAILED = 3 };

#endif
