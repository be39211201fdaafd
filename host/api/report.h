/* report.h - diagnostics from a callback, with the place that they are about. */
#ifndef PAPERCONV_HOST_API_REPORT_H
#define PAPERCONV_HOST_API_REPORT_H

#include "api/source.h"

/* A function of the host table. */
void report_of_plugin(const pc_handle *h, int severity, pc_str at, const char *code,
                      const char *text);
/* The same for what the host says about a callback. */
void report_diagnostic(const pc_handle *h, int severity, pc_str at, const char *code,
                       const char *text);
/* Reports that LINE was handed out with the replacements in DONE. */
void report_repair(const pc_handle *h, pc_str line, const struct repair *done);
/* Reports that AT was encoded twice. */
void report_encoded_twice(const pc_handle *h, pc_str at);

#endif
