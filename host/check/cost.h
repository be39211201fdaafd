/* cost.h - what a piece of work costs: memory that it does not give back, time
 * that grows faster than its input. */
#ifndef PAPERCONV_HOST_CHECK_COST_H
#define PAPERCONV_HOST_CHECK_COST_H

#include "check/check.h"

/* Fails when WORK, done again and again, has more memory each time. */
void check_no_leak(const struct check *c, void (*work)(const struct check *));
/* Fails when WORK needs much more than four times the processor time for four times
 * the bytes; BYTES are what it is given many times over. */
void check_linear(const struct check *c, pc_str bytes, void (*work)(const struct check *, pc_str));

#endif
