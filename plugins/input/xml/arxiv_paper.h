/* arxiv_paper.h - what arXiv's XML says about a paper. */
#ifndef PAPERCONV_XML_ARXIV_PAPER_H
#define PAPERCONV_XML_ARXIV_PAPER_H

#include "tree.h"

/* The elements and attributes that count, without their prefixes.  The order is that of
 * arxiv_vocabulary. */
enum arxiv_name {
    ARXIV_UNKNOWN,
    /* OAI-PMH 2.0 */
    ARXIV_RECORD,
    ARXIV_HEADER,
    ARXIV_STATUS,
    ARXIV_IDENTIFIER,
    ARXIV_DATESTAMP,
    ARXIV_SET,
    ARXIV_METADATA,
    /* arXiv, http://arxiv.org/OAI/arXiv.xsd */
    ARXIV_ARXIV,
    ARXIV_ID,
    ARXIV_CREATED,
    ARXIV_UPDATED,
    ARXIV_AUTHORS,
    ARXIV_PERSON,
    ARXIV_KEYNAME,
    ARXIV_FORENAMES,
    ARXIV_NAME_SUFFIX,
    ARXIV_INSTITUTION,
    ARXIV_TITLE,
    ARXIV_CATEGORIES,
    ARXIV_COMMENTS,
    ARXIV_JOURNAL,
    ARXIV_OF_DOI,
    ARXIV_REPORT,
    ARXIV_MSC,
    ARXIV_ACM,
    ARXIV_LICENSE,
    ARXIV_ABSTRACT_TEXT,
    ARXIV_PROXY,
    /* arXivRaw, http://arxiv.org/OAI/arXivRaw.xsd, has these, too */
    ARXIV_RAW,
    ARXIV_SUBMITTER,
    ARXIV_OF_VERSION,
    ARXIV_DATE,
    ARXIV_SIZE,
    ARXIV_SOURCE_TYPE,
    /* oai_dc */
    ARXIV_DC,
    ARXIV_CREATOR,
    ARXIV_SUBJECT,
    ARXIV_DESCRIPTION,
    ARXIV_KIND,
    ARXIV_RIGHTS,
    ARXIV_LANGUAGE,
    /* Atom, of the API and of the daily feeds */
    ARXIV_ENTRY,
    ARXIV_PUBLISHED,
    ARXIV_SUMMARY,
    ARXIV_NAME,
    ARXIV_COMMENT,
    ARXIV_JOURNAL_REF,
    ARXIV_PRIMARY,
    ARXIV_CATEGORY,
    ARXIV_TERM,
    ARXIV_LINK,
    ARXIV_ANNOUNCE_TYPE,
    ARXIV_NAMES
};

extern const struct xml_vocabulary arxiv_vocabulary;

struct arxiv_entry { /* a record of the document, and what is made of it */
    const struct xml_tree *tree;
    pc_source *source;
    pc_record *record;
    pc_str bytes;              /* of the document */
    size_t parent;             /* the node that has the fields of the paper */
    pc_str first[ARXIV_NAMES]; /* the text of the first such field */
    pc_text *buffer;           /* for what is put together */
};

/* Makes the record: PC_OK, PC_SKIP or PC_BAD. */
int arxiv_read_paper(struct arxiv_entry *entry);

/* The field after I in ENTRY with the NAME; false when there is none.  I is first the parent. */
bool arxiv_next_field(const struct arxiv_entry *entry, size_t name, size_t *i);

/* Adds the people of the entry. */
void arxiv_add_people(struct arxiv_entry *entry);

#endif
