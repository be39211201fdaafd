/* help.c - prints --help: one screen of 24 lines by 80 columns. */
#include "cli/help.h"

#include "cli/options_table.h"

#include <stdio.h>

static void print_help_line(const struct option_line *o)
{
    char letter[] = "   ", left[40];

    if (o->letter != 0)
        snprintf(letter, sizeof letter, "-%c,", o->letter);
    snprintf(left, sizeof left, "%s --%s %s", letter, o->name, o->argument ? o->argument : "");
    printf("  %-25s %s\n", left, o->help);
}

void command_help(void)
{
    puts("Usage: paperconv [OPTION]... [FILE|ARCHIVE|DIRECTORY|-]...\n"
         "       paperconv plugin list [--json] | show NAME [--json | --text TEXT]\n"
         "       paperconv plugin check FILE [--samples DIR] | new KIND NAME [--dir DIR]\n"
         "       paperconv report merge [--write FILE] REPORT...");
    for (size_t i = 0; i < OPTIONS_COUNT; i++) {
        if (options_table[i].help != NULL)
            print_help_line(&options_table[i]);
    }
    puts("'paperconv plugin show NAME' has a plugin's options, 'man paperconv' the rest.");
}
