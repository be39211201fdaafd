/* latex.c - lookups in the tables of what pdflatex reads. */
#include "latex.h"

#include <stdlib.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

struct latex_range {
    uint16_t first, last;
    uint8_t reads;
};
struct latex_command {
    const char *name;
    uint8_t reads;
};
enum { WITH_T1 = PC_LATEX_READS_WITH_T1, ALWAYS = PC_LATEX_READS };

#include "latex_tables.h"

static int compare_range(const void *rune, const void *entry)
{
    uint32_t sought = *(const uint32_t *)rune;
    const struct latex_range *range = entry;

    return (sought > range->last) - (sought < range->first);
}

enum pc_latex pc_latex_rune(uint32_t rune, bool math)
{
    const struct latex_range *range =
        math ? bsearch(&rune, latex_math, COUNT(latex_math), sizeof latex_math[0], compare_range)
             : bsearch(&rune, latex_text, COUNT(latex_text), sizeof latex_text[0], compare_range);

    return range != NULL ? (enum pc_latex)range->reads : PC_LATEX_STOPS;
}

static int compare_command(const void *name, const void *entry)
{
    const pc_str *sought = name;
    const char *command = ((const struct latex_command *)entry)->name;
    int order = strncmp(sought->p, command, sought->n);

    return order == 0 && command[sought->n] != '\0' ? -1 : order;
}

enum pc_latex pc_latex_command(pc_str name)
{
    const struct latex_command *command = bsearch(&name, latex_commands, COUNT(latex_commands),
                                                  sizeof latex_commands[0], compare_command);

    return command != NULL ? (enum pc_latex)command->reads : PC_LATEX_STOPS;
}
