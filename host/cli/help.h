/* help.h - what --help prints. */
#ifndef PAPERCONV_HOST_CLI_HELP_H
#define PAPERCONV_HOST_CLI_HELP_H

/* One screen, to standard output. */
void command_help(void);

#endif
