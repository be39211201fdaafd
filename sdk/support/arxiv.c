/* arxiv.c - arXiv's category codes, looked up in a table made by tools/make-arxiv-table. */
#include "paperconv/arxiv.h"

#include <stdlib.h>

struct category {
    const char *code; /* upper case, sorted */
    const char *ids[PC_ARXIV_IDS];
};

static const struct category categories[] = {
#include "arxiv_table.h"
};

static char upper_case(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* For bsearch(): like strcmp(), as if the code sought were in upper case. */
static int compare_code(const void *sought, const void *category)
{
    const pc_str *code = sought;
    const char *entry = ((const struct category *)category)->code;

    for (size_t i = 0; i < code->n; i++) {
        int difference = (unsigned char)upper_case(code->p[i]) - (unsigned char)entry[i];

        if (difference != 0 || entry[i] == '\0')
            return entry[i] == '\0' ? 1 : difference;
    }
    return entry[code->n] == '\0' ? 0 : -1;
}

size_t pc_arxiv_lookup(pc_str code, pc_str ids[PC_ARXIV_IDS])
{
    const struct category *category =
        bsearch(&code, categories, sizeof categories / sizeof categories[0], sizeof categories[0],
                compare_code);
    size_t count = 0;

    for (; category != NULL && count < PC_ARXIV_IDS && category->ids[count] != NULL; count++)
        ids[count] = pc_s(category->ids[count]);
    return count;
}

pc_str pc_arxiv_bracket(pc_str text)
{
    size_t open;

    text = pc_trim(text);
    if (!pc_ends(text, "]"))
        return pc_none();
    for (open = text.n - 1; open != 0 && text.p[open] != '['; open--)
        continue;
    return pc_trim(pc_sub(text.p + open + 1, text.p[open] == '[' ? text.n - open - 2 : 0));
}

bool pc_arxiv_is_category(pc_str code)
{
    pc_str ids[PC_ARXIV_IDS];

    return pc_arxiv_lookup(code, ids) == 1 && pc_same(ids[0], code);
}
