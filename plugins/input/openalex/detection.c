/* detection.c - whether the first bytes of a document have a work of OpenAlex. */
#include "work.h"

enum { KNOWN_MEMBERS = 80 };

/* The place behind white space, from I on. */
static size_t pass_white_space(pc_str s, size_t i)
{
    while (i < s.n && (unsigned char)s.p[i] <= ' ')
        i++;
    return i;
}

/* The place behind the string at I; s.n when it does not end. */
static size_t pass_quoted(pc_str s, size_t i)
{
    for (i++; i < s.n && s.p[i] != '"'; i++)
        i += s.p[i] == '\\';
    return i < s.n ? i + 1 : s.n;
}

static bool is_own(pc_str name)
{
    static const char *const names[] = {
        "authorships",   "display_name",     "publication_year", "publication_date", "ids",
        "type_crossref", "primary_location", "referenced_works", "results"
    };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (pc_eq(name, names[i]))
            return true;
    }
    return false;
}

/* True when HEAD has a member id with the address of a work, and another one of OpenAlex. */
static bool has_work(pc_str head)
{
    bool id = false, own = false;

    for (size_t i = 0; i < head.n;) {
        const size_t end = head.p[i] == '"' ? pass_quoted(head, i) : i + 1;
        const size_t colon = head.p[i] == '"' ? pass_white_space(head, end) : head.n;

        if (colon < head.n && head.p[colon] == ':') {
            const pc_str name = pc_sub(head.p + i + 1, end - i - 2);
            const pc_str value = pc_drop(head, pass_white_space(head, colon + 1));

            id |= pc_eq(name, "id") && pc_starts(value, "\"https://openalex.org/W");
            own |= is_own(name);
        }
        i = end;
    }
    return id && own;
}

int openalex_sniff(pc_str head, pc_str name, const char **why)
{
    const size_t start = pass_white_space(head, pc_starts(head, "\xef\xbb\xbf") ? 3 : 0);

    (void)name;
    *why = "it does not begin with [ or {";
    if (start == head.n || (head.p[start] != '[' && head.p[start] != '{'))
        return 0;
    *why = "JSON without a work of OpenAlex";
    if (!has_work(head))
        return 0;
    *why = "JSON with works of OpenAlex";
    return KNOWN_MEMBERS;
}
