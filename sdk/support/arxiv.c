/* arxiv.c - arXiv's category codes, looked up in a table made by tools/make-arxiv-table. */
#include "paperconv/arxiv.h"

struct category {
    const char *code; /* upper case, sorted */
    const char *ids[PC_ARXIV_IDS];
};

static const struct category categories[] = {
#include "arxiv_table.h"
};

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Compares like strcmp, as if CODE were in upper case. */
static int compare(pc_str code, const char *entry)
{
    for (size_t i = 0; i < code.n; i++) {
        int difference = (unsigned char)upper(code.p[i]) - (unsigned char)entry[i];

        if (difference != 0 || entry[i] == '\0')
            return entry[i] == '\0' ? 1 : difference;
    }
    return entry[code.n] == '\0' ? 0 : -1;
}

size_t pc_arxiv_lookup(pc_str code, pc_str ids[PC_ARXIV_IDS])
{
    size_t low = 0, high = sizeof categories / sizeof categories[0];

    while (low < high) {
        size_t middle = low + (high - low) / 2, count = 0;
        int order = compare(code, categories[middle].code);

        if (order < 0) {
            high = middle;
        } else if (order > 0) {
            low = middle + 1;
        } else {
            for (; count < PC_ARXIV_IDS && categories[middle].ids[count] != NULL; count++)
                ids[count] = pc_s(categories[middle].ids[count]);
            return count;
        }
    }
    return 0;
}
