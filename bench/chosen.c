/* chosen [NEAR] - prints a trending feed of 80,000 papers.  With the argument, all titles are chosen
 * so that `dedupe` would keep them near each other in its table, if its hash had no secret. */
#include "identity.h"
#include "seen.h"

#include <stdbool.h>
#include <stdio.h>

static const char abstract[] =
    "This abstract says in many words, so that it is as long as abstracts are, that it has nothing "
    "to say about the paper, of which it knows the title only, and that the title is a number.";

enum { PAPERS = 80000, ROOM = 1 << 17, PARTS = 64 };

static bool is_near(const char *title)
{
    const struct seen without_secret = { .room = 0 };
    char text[40];
    int n = snprintf(text, sizeof text, "%cpaper%s\n", '0' + BY_TEXT, title);

    return (seen_hash(&without_secret, pc_sub(text, (size_t)n)).low & (ROOM - 1)) < ROOM / PARTS;
}

int main(int argc, char **argv)
{
    bool all = argc == 1;
    unsigned long number = 0;

    (void)argv;
    for (int printed = 0; printed < PAPERS; number++) {
        char title[24];

        snprintf(title, sizeof title, "%lu", number);
        if (!all && !is_near(title))
            continue;
        printf("Paper %s\n\n%s\n\n", title, abstract);
        printed++;
    }
    return fflush(stdout) == 0 ? 0 : 1;
}
