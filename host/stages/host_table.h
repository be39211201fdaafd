/* host_table.h - the functions that plugins call. */
#ifndef PAPERCONV_HOST_STAGES_HOST_TABLE_H
#define PAPERCONV_HOST_STAGES_HOST_TABLE_H

#include "paperconv/plugin.h"

extern const struct pc_host host_table;

#endif
