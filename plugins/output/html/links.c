/* links.c - links for identifiers and addresses.  Only addresses that begin with http or https are
 * links: whatever else a record has as one, such as javascript:, is text. */
#include "html.h"

#include "paperconv/identifiers.h"

#include <strings.h>

static bool is_web_address(pc_str s)
{
    return (s.n > 7 && strncasecmp(s.p, "http://", 7) == 0) ||
           (s.n > 8 && strncasecmp(s.p, "https://", 8) == 0);
}

static void put_link(pc_text *out, pc_str address, const char *label, pc_str text)
{
    pc_text_puts(out, "<a rel=\"noreferrer noopener\" href=\"");
    pc_html_escape(out, address);
    pc_text_puts(out, "\">");
    pc_text_puts(out, label);
    pc_html_escape(out, text);
    pc_text_puts(out, "</a> ");
}

static void put_text(pc_text *out, const char *label, pc_str text)
{
    pc_text_puts(out, "<span>");
    pc_text_puts(out, label);
    pc_html_escape(out, text);
    pc_text_puts(out, "</span> ");
}

static void put_doi(pc_text *out, pc_str doi)
{
    pc_text address = { 0 };

    if (doi.n == 0)
        return;
    pc_doi_to_url(&address, doi);
    put_link(out, pc_text_str(&address), "doi:", doi);
    pc_text_free(&address);
}

/* The address of the valid identifier ID is START and ID. */
static void put_identifier(pc_text *out, const char *start, const char *id, const char *label,
                           pc_str shown)
{
    pc_text address = { 0 };

    if (shown.n == 0)
        return;
    if (id == NULL) {
        put_text(out, label, shown);
        return;
    }
    pc_text_puts(&address, start);
    pc_text_puts(&address, id);
    put_link(out, pc_text_str(&address), label, shown);
    pc_text_free(&address);
}

static void put_identifiers(pc_text *out, const pc_fields *fields)
{
    const pc_str arxiv = html_first(fields, PC_LIST_ARXIV_ID);
    const pc_str pmid = html_first(fields, PC_LIST_PMID);
    const pc_str pmcid = html_first(fields, PC_LIST_PMCID);
    char digits[16] = "", pmc[PC_PMCID_SIZE];
    pc_arxiv_id id;
    pc_str number;

    put_doi(out, html_first(fields, PC_LIST_DOI));
    if (arxiv.n != 0)
        put_identifier(out, "https://arxiv.org/abs/",
                       pc_arxiv_id_read(arxiv, &id) == PC_ID_VALID ? id.id : NULL, "arXiv:", arxiv);
    if (pmid.n != 0 && pc_pmid_read(pmid, &number) == PC_ID_VALID && number.n < sizeof digits)
        memcpy(digits, number.p, number.n);
    put_identifier(out, "https://pubmed.ncbi.nlm.nih.gov/", digits[0] != '\0' ? digits : NULL,
                   "PubMed:", pmid);
    if (pmcid.n != 0)
        put_identifier(out, "https://pmc.ncbi.nlm.nih.gov/articles/",
                       pc_pmcid_read(pmcid, pmc) == PC_ID_VALID ? pmc : NULL, "", pmcid);
}

void html_links(pc_text *out, const pc_fields *fields)
{
    const size_t start = out->n;
    size_t empty;

    pc_text_puts(out, "<p class=\"links\">");
    empty = out->n;
    put_identifiers(out, fields);
    for (const pc_value *v = fields->first[PC_LIST_URL]; v != NULL; v = v->next) {
        const pc_str address = pc_trim(v->text);

        if (is_web_address(address))
            put_link(out, address, "", address);
        else if (address.n != 0)
            put_text(out, "", address);
    }
    if (out->n == empty)
        out->n = start;
    else
        pc_text_puts(out, "</p>\n");
}
