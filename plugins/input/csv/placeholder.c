/* placeholder.c - what exporters write where they have no value. */
#include "placeholder.h"

/* Scopus writes these with and without brackets, and [Anonymous] is that of Web of Science. */
static const char *const placeholders[] = {
    "No abstract available",           "No author id available",    "No author ids available",
    "No author name available",        "No authors listed",         "No source available",
    "No source information available", "No source title available", "No title available",
};

bool is_placeholder(pc_str cell)
{
    const bool bracket = pc_starts(cell, "[");

    if (!bracket && !pc_starts(cell, "No "))
        return false;
    if (pc_eq(cell, "[Anonymous]"))
        return true;
    if (bracket)
        cell = pc_sub(cell.p + 1, cell.n > 1 && cell.p[cell.n - 1] == ']' ? cell.n - 2 : 0);
    for (size_t i = 0; i < sizeof placeholders / sizeof placeholders[0]; i++)
        if (pc_eq(cell, placeholders[i]))
            return true;
    return false;
}
