/* detection.c - whether the first line of a document is a paper of the snapshot. */
#include "paperconv/identifiers.h"
#include "snapshot.h"

enum { KNOWN_MEMBERS = 80, LEAST = 3 }; /* members that few others have */

struct evidence {
    bool id;      /* an identifier of arXiv */
    bool authors; /* as one text */
    unsigned own;
    bool broken; /* the line is no JSON, or the head ends in it */
};

static bool is_own(pc_str name)
{
    static const char *const names[] = { "submitter", "comments",    "journal-ref",   "report-no",
                                         "versions",  "update_date", "authors_parsed" };

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (pc_eq(name, names[i]))
            return true;
    }
    return false;
}

static struct evidence weigh_line(pc_str line)
{
    struct evidence e = { .own = 0 };
    pc_arxiv_id id;
    pc_json json;
    pc_str name, text;

    pc_json_start(&json, line, NULL);
    if (pc_json_next(&json, &name) != PC_JSON_OBJECT)
        return e;
    while (pc_json_next(&json, &name) == PC_JSON_KEY) {
        e.own += is_own(name);
        if (pc_eq(name, "id")) {
            e.id = pc_json_next(&json, &text) == PC_JSON_STRING &&
                   pc_arxiv_id_read(text, &id) == PC_ID_VALID;
        } else {
            e.authors |= pc_eq(name, "authors");
            pc_json_skip(&json);
        }
    }
    e.broken = json.reason != NULL;
    return e;
}

/* The first line of HEAD that is not blank. */
static pc_str first_line(pc_str head)
{
    const char *end;

    head = pc_trim(pc_drop(head, pc_starts(head, "\xef\xbb\xbf") ? 3 : 0));
    end = head.n != 0 ? memchr(head.p, '\n', head.n) : NULL;
    return end != NULL ? pc_sub(head.p, (size_t)(end - head.p)) : head;
}

int snapshot_sniff(pc_str head, pc_str name, const char **why)
{
    const pc_str line = first_line(head);
    const bool at_end = line.p + line.n == head.p + head.n;
    struct evidence e;

    (void)name;
    *why = "it does not begin with {";
    if (line.n == 0 || line.p[0] != '{')
        return 0;
    e = weigh_line(line);
    *why = "JSON without the members of arXiv's snapshot";
    /* The list of authors alone may be longer than the head. */
    if (!e.id || (e.own < LEAST && !(e.broken && at_end && e.own != 0 && e.authors)))
        return 0;
    *why = "JSON with the members of arXiv's snapshot";
    return KNOWN_MEMBERS;
}
