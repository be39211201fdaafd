/* words.c - words whose case does not count. */
#include "words.h"

bool is_word_at(pc_str s, const char *word)
{
    size_t i = 0;

    while (i < s.n && word[i] != '\0' && word_small(s.p[i]) == word[i])
        i++;
    return i == s.n && word[i] == '\0';
}
