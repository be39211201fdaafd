/* sandbox.h - gives up, for good, the rights that a run does not need: to open files
 * other than those it was told of, to use the network, to start or touch other processes.
 *
 * It must be entered before there is a second thread, and when all modules are loaded.  A
 * kernel that lacks a part of it is no error: the run goes on with the other part. */
#ifndef PAPERCONV_HOST_PROCESS_SANDBOX_H
#define PAPERCONV_HOST_PROCESS_SANDBOX_H

#include "process/landlock.h"

/* Enters it, for good; returns what is lacking here, as a sentence, or NULL. */
const char *sandbox_enter(const struct sandbox_needs *needs);

#endif
