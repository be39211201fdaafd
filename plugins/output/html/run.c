/* run.c - what the run says about itself: facts of the documents, tables of documents, diagnostics
 * and lost fields, from the report of the run. */
#include "html.h"

#include "paperconv/json.h"

enum { CELLS = 6, ROWS_MOST = 2000 };

/* An object of the report as the cells of a row. */
struct row {
    const char *const *names; /* of the members, up to CELLS; the rest is NULL */
    pc_text cells[CELLS];
};

struct report {
    pc_json json;
    pc_text decoded;
    struct row row;
};

static void close_report(struct report *r)
{
    pc_text_free(&r->decoded);
    for (size_t i = 0; i < CELLS; i++)
        pc_text_free(&r->row.cells[i]);
}

/* Goes to the value of the member NAME of the report, whose first token is BEGINS. */
static bool open_member(struct report *r, pc_str text, const char *name, enum pc_json_token begins)
{
    pc_str key;

    pc_json_start(&r->json, text, &r->decoded);
    if (pc_json_next(&r->json, &key) != PC_JSON_OBJECT)
        return false;
    while (pc_json_next(&r->json, &key) == PC_JSON_KEY) {
        if (pc_eq(key, name))
            return pc_json_next(&r->json, &key) == begins;
        pc_json_skip(&r->json);
    }
    return false;
}

/* Reads the object that has begun, so that each member is in the cell of its name. */
static void read_row(struct report *r)
{
    pc_str key, value;

    for (size_t i = 0; i < CELLS; i++)
        r->row.cells[i].n = 0;
    while (pc_json_next(&r->json, &key) == PC_JSON_KEY) {
        size_t i = 0;

        while (i < CELLS && r->row.names[i] != NULL && !pc_eq(key, r->row.names[i]))
            i++;
        if (i == CELLS || r->row.names[i] == NULL) {
            pc_json_skip(&r->json);
            continue;
        }
        pc_json_next(&r->json, &value);
        pc_text_add(&r->row.cells[i], value);
    }
}

static pc_str cell(const struct report *r, size_t i)
{
    return pc_text_str(&r->row.cells[i]);
}

/* ---- facts ----------------------------------------------------------------------- */

/* "h_index" as "h index". */
static void put_label(pc_text *out, pc_str key)
{
    const size_t start = out->n;

    pc_html_escape(out, key);
    for (size_t i = start; i < out->n; i++) {
        if (out->p[i] == '_')
            out->p[i] = ' ';
    }
}

static void begin_fact(pc_text *out, pc_str key)
{
    pc_text_puts(out, "<div><dt>");
    put_label(out, key);
    pc_text_puts(out, "</dt><dd>");
}

static void end_fact(pc_text *out, pc_str value)
{
    pc_html_escape(out, value);
    pc_text_puts(out, "</dd></div>\n");
}

/* The facts of a document as a list, which NAME begins unless it is absent.  False, and nothing is
 * written, when there are none. */
static bool put_facts(pc_text *out, struct report *r, pc_str name)
{
    const size_t start = out->n;
    pc_str key, value;
    bool any = false;

    if (pc_json_next(&r->json, &value) != PC_JSON_OBJECT)
        return false;
    pc_text_puts(out, "<dl class=\"facts\">");
    if (name.n != 0) {
        begin_fact(out, pc_s("document"));
        end_fact(out, name);
    }
    for (; pc_json_next(&r->json, &key) == PC_JSON_KEY; any = true) {
        begin_fact(out, key);
        pc_json_next(&r->json, &value);
        end_fact(out, value);
    }
    pc_text_puts(out, "</dl>\n");
    if (!any)
        out->n = start;
    return any;
}

/* Appends the facts of all documents, with their names if NAMED, and returns how many have some. */
static size_t put_all_facts(pc_text *out, struct report *r, pc_str text, bool named)
{
    pc_text name = { 0 };
    size_t count = 0;
    pc_str key;

    if (!open_member(r, text, "documents", PC_JSON_ARRAY))
        return 0;
    while (count < ROWS_MOST && pc_json_next(&r->json, &key) == PC_JSON_OBJECT) {
        name.n = 0;
        while (pc_json_next(&r->json, &key) == PC_JSON_KEY) {
            if (pc_eq(key, "facts")) {
                count += put_facts(out, r, named ? pc_text_str(&name) : pc_none());
            } else if (pc_eq(key, "document") || pc_eq(key, "member")) {
                pc_text_puts(&name, name.n != 0 ? "!/" : "");
                pc_json_next(&r->json, &key);
                pc_text_add(&name, key);
            } else {
                pc_json_skip(&r->json);
            }
        }
    }
    pc_text_free(&name);
    return count;
}

/* Those of some documents stand above the papers; those of many are folded, with their names. */
void html_facts(pc_text *out, pc_str text)
{
    enum { SOME = 3 };
    const size_t start = out->n;
    struct report r = { 0 };

    if (put_all_facts(out, &r, text, false) > SOME) {
        out->n = start;
        pc_text_puts(out, "<details><summary>What the documents say about themselves</summary>\n");
        put_all_facts(out, &r, text, true);
        pc_text_puts(out, "</details>\n");
    }
    close_report(&r);
}

/* ---- tables ---------------------------------------------------------------------- */

static void begin_table(pc_text *out, const char *caption, const char *const *columns)
{
    pc_text_puts(out, "<table><caption>");
    pc_text_puts(out, caption);
    pc_text_puts(out, "</caption><thead><tr>");
    for (; *columns != NULL; columns++) {
        pc_text_puts(out, "<th scope=\"col\">");
        pc_text_puts(out, *columns);
        pc_text_puts(out, "</th>");
    }
    pc_text_puts(out, "</tr></thead><tbody>\n");
}

static void end_table(pc_text *out, size_t rows)
{
    pc_text_puts(out, "</tbody></table>\n");
    if (rows <= ROWS_MOST)
        return;
    pc_text_puts(out, "<p>");
    html_number(out, rows - ROWS_MOST);
    pc_text_puts(out, " more are not shown; <code>--report</code> has all of them.</p>\n");
}

static void put_cell(pc_text *out, pc_str text)
{
    pc_text_puts(out, "<td>");
    pc_html_escape(out, text);
    pc_text_puts(out, "</td>");
}

/* "archive!/member:12" from three cells, as far as they are there. */
static void put_place(pc_text *out, const struct report *r, size_t first)
{
    static const char *const before[] = { "", "!/", ":" };

    pc_text_puts(out, "<td>");
    for (size_t i = 0; i < 3; i++) {
        if (cell(r, first + i).n == 0)
            continue;
        pc_text_puts(out, before[i]);
        pc_html_escape(out, cell(r, first + i));
    }
    pc_text_puts(out, "</td>");
}

static void put_documents(pc_text *out, struct report *r, pc_str text)
{
    static const char *const names[] = {
        "document", "member", "records", "rejected", "plugin", NULL
    };
    static const char *const columns[] = { "Document", "Records", "Rejected", "Read by", NULL };
    size_t rows = 0;
    pc_str value;

    r->row.names = names;
    if (!open_member(r, text, "documents", PC_JSON_ARRAY))
        return;
    begin_table(out, "Documents", columns);
    for (; pc_json_next(&r->json, &value) == PC_JSON_OBJECT; rows++) {
        read_row(r);
        if (rows >= ROWS_MOST)
            continue;
        pc_text_puts(out, "<tr><td>");
        pc_html_escape(out, cell(r, 0));
        pc_text_puts(out, cell(r, 1).n != 0 ? "!/" : "");
        pc_html_escape(out, cell(r, 1));
        pc_text_puts(out, "</td>");
        for (size_t i = 2; i < 5; i++)
            put_cell(out, cell(r, i));
        pc_text_puts(out, "</tr>\n");
    }
    end_table(out, rows);
}

static void put_problems(pc_text *out, struct report *r, pc_str text)
{
    static const char *const names[] = { "severity", "code", "text", "document", "member", "line" };
    static const char *const columns[] = { "Kind", "Code", "What", "Where", NULL };
    size_t rows = 0;
    pc_str value;

    r->row.names = names;
    if (!open_member(r, text, "problems", PC_JSON_ARRAY))
        return;
    for (; pc_json_next(&r->json, &value) == PC_JSON_OBJECT; rows++) {
        read_row(r);
        if (rows >= ROWS_MOST)
            continue;
        if (rows == 0)
            begin_table(out, "Diagnostics", columns);
        pc_text_puts(out, "<tr>");
        for (size_t i = 0; i < 3; i++)
            put_cell(out, cell(r, i));
        put_place(out, r, 3);
        pc_text_puts(out, "</tr>\n");
    }
    if (rows != 0)
        end_table(out, rows);
}

/* A table of the numbers of an object, such as the counts of lost fields. */
static void put_counts(pc_text *out, struct report *r, pc_str text, const char *name,
                       const char *caption, const char *const *columns)
{
    pc_str key, value;
    size_t rows = 0;

    if (!open_member(r, text, name, PC_JSON_OBJECT))
        return;
    for (; pc_json_next(&r->json, &key) == PC_JSON_KEY; rows++) {
        if (rows == 0)
            begin_table(out, caption, columns);
        pc_text_puts(out, "<tr>");
        put_cell(out, key);
        pc_json_next(&r->json, &value);
        put_cell(out, value);
        pc_text_puts(out, "</tr>\n");
    }
    if (rows != 0)
        end_table(out, 0);
}

/* The records read, written, rejected and filtered, which are members of the report itself. */
static void put_totals(pc_text *out, struct report *r, pc_str text)
{
    static const char *const names[CELLS] = { "records",  "written", "rejected",
                                              "filtered", "added",   NULL };
    static const char *const labels[] = { "records read", "written", "rejected", "filtered",
                                          "added by filters" };
    pc_str value;

    r->row.names = names;
    pc_json_start(&r->json, text, &r->decoded);
    if (pc_json_next(&r->json, &value) != PC_JSON_OBJECT)
        return;
    read_row(r);
    pc_text_puts(out, "<dl class=\"facts\">");
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        pc_text_puts(out, "<div><dt>");
        pc_text_puts(out, labels[i]);
        pc_text_puts(out, "</dt><dd>");
        pc_html_escape(out, cell(r, i));
        pc_text_puts(out, "</dd></div>");
    }
    pc_text_puts(out, "</dl>\n");
}

void html_run(pc_text *out, pc_str text)
{
    static const char *const of_codes[] = { "Code", "Times", NULL };
    static const char *const of_fields[] = { "Field", "Times", NULL };
    struct report r = { 0 };

    put_totals(out, &r, text);
    put_documents(out, &r, text);
    put_counts(out, &r, text, "diagnostics", "Diagnostics by code", of_codes);
    put_problems(out, &r, text);
    put_counts(out, &r, text, "lost", "Fields for which this page has no place", of_fields);
    close_report(&r);
}
