/* help.h - prints --help. */
#ifndef PAPERCONV_HOST_CLI_HELP_H
#define PAPERCONV_HOST_CLI_HELP_H

/* Prints one screen to standard output. */
void command_help(void);

#endif
