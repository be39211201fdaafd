/* header.c - the first line of a table. */
#include "header.h"

char header_separator(pc_str line)
{
    line = pc_trim(line);
    if (line.n >= 2 && line.p[0] == '"' && line.p[line.n - 1] == '"')
        line = pc_sub(line.p + 1, line.n - 2);
    if (line.n == 5 && memcmp(line.p, "sep=", 4) == 0)
        return line.p[4];
    return pc_eq(line, "sep=") ? '\t' : '\0'; /* a tab, trimmed */
}

bool header_is_preface(pc_str line)
{
    return pc_starts(line, "\"About the data:") || pc_starts(line, "About the data:");
}

/* The first cell of *LINE, without its quotes, which is removed with the delimiter; *MORE: there was one. */
static pc_str cut_name(pc_str *line, char delimiter, bool *more)
{
    bool in_quotes = false;
    size_t n = 0;
    pc_str name;

    for (; n < line->n && (in_quotes || line->p[n] != delimiter); n++)
        if (line->p[n] == '"')
            in_quotes = !in_quotes;
    *more = n < line->n;
    name = pc_trim(pc_sub(line->p, n));
    *line = pc_drop(*line, n + *more);
    if (name.n >= 2 && name.p[0] == '"' && name.p[name.n - 1] == '"')
        name = pc_trim(pc_sub(name.p + 1, name.n - 2));
    return name;
}

static bool has_name(pc_str line, char delimiter, const char *name)
{
    bool more;

    do
        if (pc_eq(cut_name(&line, delimiter, &more), name))
            return true;
    while (more);
    return false;
}

static struct header count_names(pc_str line, char delimiter)
{
    struct header h = { .delimiter = delimiter };
    bool more;

    h.wos = has_name(line, delimiter, "PT") && has_name(line, delimiter, "AU");
    h.springer = has_name(line, delimiter, "Item Title") && has_name(line, delimiter, "Item DOI");
    h.zotero = has_name(line, delimiter, "Item Type") && has_name(line, delimiter, "Extra");
    h.perish = has_name(line, delimiter, "GSRank") && has_name(line, delimiter, "Source");
    h.has_place = has_name(line, delimiter, "document") && has_name(line, delimiter, "line");
    do {
        const pc_str name = cut_name(&line, delimiter, &more);
        enum pc_list list;
        enum content content;
        const bool own = own_name_find(name, &list, &content);

        h.count++;
        h.own += own || own_custom_name(name);
        h.known += own || known_name_find(name, h.wos) != NULL;
    } while (more);
    return h;
}

struct header header_read(pc_str line, char delimiter)
{
    static const char delimiters[] = { ',', ';', '\t', '|' };
    struct header best;

    if (delimiter != '\0')
        return count_names(line, delimiter);
    best = count_names(line, delimiters[0]);
    for (size_t i = 1; i < sizeof delimiters; i++) {
        const struct header other = count_names(line, delimiters[i]);

        if (other.known > best.known || (other.known == best.known && other.count > best.count))
            best = other;
    }
    return best;
}
