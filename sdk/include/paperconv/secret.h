/* paperconv/secret.h - support library: random numbers for hashes.
 *
 * Whoever knows how a table hashes can choose texts that all fall into one place
 * of it, and make it slow.  A secret at the start of every hash prevents that. */
#ifndef PAPERCONV_SECRET_H
#define PAPERCONV_SECRET_H

#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { PC_SECRET_MOST = 32 };

/* Stores N random numbers at WORDS, at most PC_SECRET_MOST; each call gives others.  When the
 * system has no random numbers, they are made of the time and of where the memory is: good enough
 * for a hash, but not for a cipher.  The records that a plugin writes must not depend on them,
 * because a run must give the same output again. */
void pc_secret(uint64_t *words, size_t n);

#ifdef __cplusplus
}
#endif
#endif
