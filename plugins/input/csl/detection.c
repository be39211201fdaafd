/* detection.c - how sure a document is CSL-JSON. */
#include "bytes.h"
#include "document.h"
#include "paperconv/csl.h"

/* What the names of members in a head say. */
struct evidence {
    unsigned own, common; /* members of CSL and Crossref; those that others have, too */
    bool type;            /* one of theirs */
    bool other;           /* a member of another format */
};

static bool is_one_of(pc_str name, const char *const *names)
{
    for (; *names != NULL; names++) {
        if (pc_eq(name, *names))
            return true;
    }
    return false;
}

/* NAME is a member whose value begins at VALUE. */
static void weigh_member(struct evidence *e, pc_str name, pc_str value)
{
    static const char *const own[] = { "issued",
                                       "container-title",
                                       "DOI",
                                       "ISSN",
                                       "ISBN",
                                       "PMID",
                                       "date-parts",
                                       "family",
                                       "literal",
                                       "title-short",
                                       "collection-title",
                                       "publisher-place",
                                       "event-place",
                                       "citation-key",
                                       "number-of-pages",
                                       "chapter-number",
                                       "original-date",
                                       "short-container-title",
                                       "message-type",
                                       NULL };
    static const char *const common[] = { "author", "editor",    "translator", "page",    "volume",
                                          "title",  "publisher", "accessed",   "id",      "URL",
                                          "genre",  "number",    "abstract",   "edition", NULL };
    /* Of paperconv's own lines, Zotero, DataCite, OpenAlex and linked data. */
    static const char *const other[] = { "authors",  "itemType",     "creators",
                                         "types",    "display_name", "authorships",
                                         "@context", "@type",        NULL };

    if (pc_eq(name, "type") && value.n > 1 && value.p[0] == '"') {
        const pc_str word = pc_sub(value.p + 1, skip_string(value, 0) - 1);

        e->type |= pc_csl_type_of(pc_sub(word.p, word.n - 1)).n != 0;
    }
    e->own += is_one_of(name, own);
    e->common += is_one_of(name, common);
    e->other |= is_one_of(name, other);
}

static void weigh(struct evidence *e, pc_str head)
{
    for (size_t i = 0; i < head.n;) {
        const size_t end = head.p[i] == '"' ? skip_string(head, i) : i + 1;

        if (head.p[i] == '"' && end < head.n) {
            const size_t colon = skip_space(head, end);

            if (colon < head.n && head.p[colon] == ':')
                weigh_member(e, pc_sub(head.p + i + 1, end - i - 2),
                             pc_drop(head, skip_space(head, colon + 1)));
        }
        i = end;
    }
}

int document_sniff(pc_str head, const char **why)
{
    struct evidence e = { 0, 0, false, false };
    const size_t start = skip_space(head, pc_starts(head, "\xef\xbb\xbf") ? 3 : 0);

    if (start == head.n || (head.p[start] != '[' && head.p[start] != '{')) {
        *why = "it does not begin with [ or {";
        return 0;
    }
    weigh(&e, head);
    if (e.other || (e.own == 0 && !(e.type && e.common >= 2))) {
        *why = e.other ? "JSON with members that CSL-JSON does not have"
                       : "JSON without the members of CSL-JSON";
        return 0;
    }
    *why = "JSON with members of CSL-JSON";
    return e.own >= 2 || (e.own != 0 && e.type) ? 80 : 50;
}
