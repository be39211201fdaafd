/* record_rules.h - known fields hold what plugin.h says. */
#ifndef PAPERCONV_HOST_RECORDS_RECORD_RULES_H
#define PAPERCONV_HOST_RECORDS_RECORD_RULES_H

#include "records/record.h"

/* Says, as the warning CODE, what is wrong with the value AT of the record that HANDLE is. */
typedef void record_warning(const pc_handle *handle, int severity, pc_str at, const char *code,
                            const char *text);

/* Checks the known fields of a record that a plugin has handed over: a second value of a
 * single field and a bad value are told to WARN and renamed to KEY_as_printed, so that they
 * travel as custom fields. */
void record_check(struct record *r, record_warning *warn);

#endif
