/* clusters.h - passes on one record for each cluster of records that wait. */
#ifndef PAPERCONV_DEDUPE_CLUSTERS_H
#define PAPERCONV_DEDUPE_CLUSTERS_H

#include "held.h"
#include "merge.h"

enum keep { KEEP_FIRST, KEEP_RICHEST, KEEP_MERGED };

enum report { REPORT_RECORDS, REPORT_CLUSTERS };

/* Passes the records on in the order of the first of each cluster, with a note for each one that is
 * not, or for each cluster: KEEP is RICHEST or MERGED.  PC_OK, or PC_FATAL after a report. */
int clusters_emit(struct held *held, struct merge *merge, enum keep keep, enum report report,
                  pc_pipe *pipe);
/* Reports that the scratch file failed: errno says why.  PC_FATAL. */
int clusters_report_file(pc_pipe *pipe);

#endif
