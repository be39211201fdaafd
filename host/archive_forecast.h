/* archive_forecast.h - whether a run may meet an archive, so that what it takes to read one
 * is loaded while files can still be opened. */
#ifndef PAPERCONV_HOST_ARCHIVE_FORECAST_H
#define PAPERCONV_HOST_ARCHIVE_FORECAST_H

#include <stdbool.h>

/* Of INPUTS, files, directories and "-", NULL-terminated.  False only when all of them are
 * plain files that are neither archives nor compressed. */
bool archive_forecast(const char *const *inputs);

#endif
