/* spelling.c - guesses which name a misspelt word was meant to be. */
#include "base/spelling.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 40 }; /* no name is longer, and no longer word is close to one */

/* Upper and lower case count as equal, and so do - and _. */
static char fold_letter(char c)
{
    return c == '_' ? '-' : (char)tolower((unsigned char)c);
}

static size_t smaller_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The least number of insertions, deletions, replacements and swaps of neighbouring letters that
 * turn B into A (optimal string alignment distance). */
static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2], *spare;

    for (size_t j = 0; j <= b_length; j++)
        above[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t differs = fold_letter(a[i - 1]) != fold_letter(b[j - 1]);

            row[j] = smaller_of(above[j - 1] + differs, 1 + smaller_of(above[j], row[j - 1]));
            if (i > 1 && j > 1 && fold_letter(a[i - 1]) == fold_letter(b[j - 2]) &&
                fold_letter(a[i - 2]) == fold_letter(b[j - 1]))
                row[j] = smaller_of(row[j], before[j - 2] + 1);
        }
        spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b_length];
}

const char *nearest_name(const char *word, const char *const *names, size_t n)
{
    size_t length = strlen(word);
    size_t best = (length + 1) / 3 + 1; /* with more changes it is a different word */
    const char *nearest = NULL;

    for (size_t i = 0; i < n && length <= LONGEST; i++) {
        size_t name_length = strlen(names[i]), d;

        if (name_length > LONGEST)
            continue;
        d = edit_distance(word, length, names[i], name_length);
        if (length >= 2 && strncmp(word, names[i], length) == 0)
            d = smaller_of(d, 1); /* an abbreviation */
        if (d < best) {
            best = d;
            nearest = names[i];
        }
    }
    return nearest;
}

int64_t choice_position(const char *choices, const char *word)
{
    size_t length = strlen(word);
    int64_t position = 0;

    for (const char *p = choices;; position++) {
        size_t n = strcspn(p, "|");

        if (n == length && memcmp(p, word, n) == 0)
            return position;
        if (p[n] == '\0')
            return -1;
        p += n + 1;
    }
}
