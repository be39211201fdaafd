/* record_ids.c - identifiers and files. */
#include "paperconv/identifiers.h"
#include "record.h"
#include "text.h"

void add_doi(struct maker *m)
{
    pc_str value = text_verbatim(&m->spaced, maker_value(m, ID_DOI)), doi;

    if (value.n == 0)
        return;
    if (pc_doi_read(value, &m->decoded, &doi) == PC_ID_VALID)
        maker_add(m, PC_LIST_DOI, doi);
    else
        maker_add(m, PC_LIST_DOI, value);
}

static void add_arxiv(struct maker *m, const pc_arxiv_id *id)
{
    char version[16];
    enum field_id class = maker_has(m, ID_PRIMARYCLASS) ? ID_PRIMARYCLASS : ID_EPRINTCLASS;

    maker_add(m, PC_LIST_ARXIV_CATEGORY, text_verbatim(&m->spaced, maker_value(m, class)));
    maker_add(m, PC_LIST_ARXIV_ID, pc_s(id->id));
    if (id->version == 0)
        return;
    snprintf(version, sizeof version, "%u", id->version);
    maker_add(m, PC_LIST_ARXIV_VERSION, pc_s(version));
}

void add_eprint(struct maker *m)
{
    enum field_id type = maker_has(m, ID_EPRINTTYPE) ? ID_EPRINTTYPE : ID_ARCHIVEPREFIX;
    enum field_id class = maker_has(m, ID_EPRINTCLASS) ? ID_EPRINTCLASS : ID_PRIMARYCLASS;
    pc_str name = pc_trim(maker_value(m, type)), value, pmid;
    pc_arxiv_id id;

    value = text_verbatim(&m->spaced, maker_value(m, ID_EPRINT));
    if (value.n != 0 && (name.n == 0 || is_word(name, "arxiv")) &&
        pc_arxiv_id_read(value, &id) == PC_ID_VALID) {
        add_arxiv(m, &id);
        return;
    }
    if (is_word(name, "pubmed") && pc_pmid_read(value, &pmid) == PC_ID_VALID &&
        !maker_has(m, ID_PMID)) {
        maker_add(m, PC_LIST_PMID, pmid);
        return;
    }
    maker_add(m, PC_LIST_EPRINT, value);
    maker_add(m, PC_LIST_EPRINT_TYPE, text_verbatim(&m->spaced, name));
    maker_add(m, PC_LIST_EPRINT_CLASS, text_verbatim(&m->spaced, maker_value(m, class)));
}

/* ---- files ----------------------------------------------------------------------- */

/* The path in "description:path:type", as JabRef, Zotero and Mendeley write it; a colon in it
 * has a backslash, except behind the letter of a drive. */
static pc_str path_of(pc_text *buffer, pc_str item)
{
    size_t parts[2] = { 0 }, count = 0;

    for (size_t i = 0; i < item.n && count < 2; i++) {
        if (item.p[i] == '\\' && i + 1 < item.n)
            i++;
        else if (item.p[i] == ':' && !(i + 1 < item.n && item.p[i + 1] == '\\' && i != 0 &&
                                       (i == 1 || item.p[i - 2] == ':')))
            parts[count++] = i;
    }
    if (count == 2)
        item = pc_sub(item.p + parts[0] + 1, parts[1] - parts[0] - 1);
    buffer->n = 0;
    for (size_t i = 0; i < item.n; i++) {
        if (item.p[i] == '\\' && i + 1 < item.n && strchr(":;\\_&%#$", item.p[i + 1]) != NULL)
            i++;
        pc_text_putc(buffer, item.p[i]);
    }
    return pc_text_str(buffer);
}

/* With a backslash for {\textbackslash}. */
static pc_str with_backslashes(pc_text *buffer, pc_str s)
{
    static const char word[] = "{\\textbackslash}";

    if (memchr(s.p, '{', s.n) == NULL)
        return s;
    buffer->n = 0;
    while (s.n != 0) {
        bool is_word = pc_starts(s, word);

        pc_text_putc(buffer, is_word ? '\\' : s.p[0]);
        s = pc_drop(s, is_word ? sizeof word - 1 : 1);
    }
    return pc_text_str(buffer);
}

void add_files(struct maker *m)
{
    pc_str rest = with_backslashes(&m->joined, pc_trim(maker_value(m, ID_FILE)));
    size_t n;

    while (rest.n != 0) {
        for (n = 0; n < rest.n && rest.p[n] != ';'; n++)
            n += rest.p[n] == '\\' && n + 1 < rest.n;
        n = n < rest.n ? n : rest.n;
        maker_add(m, PC_LIST_FILE, pc_trim(path_of(&m->spaced, pc_trim(pc_sub(rest.p, n)))));
        rest = pc_drop(rest, n < rest.n ? n + 1 : n);
    }
}
