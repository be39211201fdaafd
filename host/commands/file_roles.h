/* file_roles.h - no file of a run may have two roles. */
#ifndef PAPERCONV_HOST_COMMANDS_FILE_ROLES_H
#define PAPERCONV_HOST_COMMANDS_FILE_ROLES_H

#include "base/file_ids.h"
#include "stages/choose_plugins.h"
#include "stages/write.h"

/* False with the error "usage" in *WHY when two files that the run would write are the same one, or
 * when one of them is an input that the user named. */
bool file_roles_check(const struct conversion *c, struct problem *why);
/* The same for the files that the options of the plugins in CHOSEN name. */
bool file_roles_check_options(const struct conversion *c, const struct chosen_plugins *chosen,
                              struct problem *why);
/* The files that W has open, and those that they will replace: what is not to be read when it is
 * found in a directory. */
struct file_ids file_roles_written(const struct writer *w);

#endif
