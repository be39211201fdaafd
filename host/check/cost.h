/* cost.h - finds work that leaks memory, or takes time that grows faster than its input. */
#ifndef PAPERCONV_HOST_CHECK_COST_H
#define PAPERCONV_HOST_CHECK_COST_H

#include "check/check.h"

/* Fails when every repetition of WORK leaves more memory allocated. */
void check_no_leak(const struct check *c, void (*work)(const struct check *));
/* Fails when WORK takes much more than four times the processor time for four times as many
 * bytes.  It is given BYTES, repeated to the size that is needed. */
void check_linear(const struct check *c, pc_str bytes, void (*work)(const struct check *, pc_str));

#endif
