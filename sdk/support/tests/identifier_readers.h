/* identifier_readers.h - the readers of identifiers with one signature, for tables and loops. */
#ifndef PAPERCONV_IDENTIFIER_READERS_H
#define PAPERCONV_IDENTIFIER_READERS_H

#include "paperconv/identifiers.h"

/* Appends the result to OUT. */
typedef pc_id_fault read_identifier(pc_str s, pc_text *out);

static inline pc_id_fault read_orcid(pc_str s, pc_text *out)
{
    char text[PC_ORCID_SIZE];
    pc_id_fault fault = pc_orcid_read(s, text);

    pc_text_puts(out, text);
    return fault;
}

static inline pc_id_fault read_doi(pc_str s, pc_text *out)
{
    pc_text decoded = { NULL, 0, 0 };
    pc_str doi;
    pc_id_fault fault = pc_doi_read(s, &decoded, &doi);

    pc_text_add(out, doi);
    pc_text_free(&decoded);
    return fault;
}

static inline pc_id_fault read_isbn(pc_str s, pc_text *out)
{
    char text[PC_ISBN_SIZE];
    pc_id_fault fault = pc_isbn_read(s, text);

    pc_text_puts(out, text);
    return fault;
}

static inline pc_id_fault read_issn(pc_str s, pc_text *out)
{
    char text[PC_ISSN_SIZE];
    pc_id_fault fault = pc_issn_read(s, text);

    pc_text_puts(out, text);
    return fault;
}

static inline pc_id_fault read_arxiv_id(pc_str s, pc_text *out)
{
    pc_arxiv_id id;
    pc_id_fault fault = pc_arxiv_id_read(s, &id);
    char text[64];

    snprintf(text, sizeof text, id.version != 0 ? "%sv%u" : "%s", id.id, id.version);
    pc_text_puts(out, text);
    return fault;
}

static inline pc_id_fault read_pmid(pc_str s, pc_text *out)
{
    pc_str pmid;
    pc_id_fault fault = pc_pmid_read(s, &pmid);

    pc_text_add(out, pmid);
    return fault;
}

static inline pc_id_fault read_pmcid(pc_str s, pc_text *out)
{
    char text[PC_PMCID_SIZE];
    pc_id_fault fault = pc_pmcid_read(s, text);

    pc_text_puts(out, text);
    return fault;
}

#endif
