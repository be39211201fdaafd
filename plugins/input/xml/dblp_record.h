/* dblp_record.h - what DBLP's XML says about a publication. */
#ifndef PAPERCONV_XML_DBLP_RECORD_H
#define PAPERCONV_XML_DBLP_RECORD_H

#include "tree.h"

/* The elements and attributes of dblp.dtd.  The order is that of dblp_vocabulary. */
enum dblp_name {
    DBLP_UNKNOWN,
    DBLP_ARTICLE, /* the records, in this order */
    DBLP_INPROCEEDINGS,
    DBLP_PROCEEDINGS,
    DBLP_BOOK,
    DBLP_INCOLLECTION,
    DBLP_PHDTHESIS,
    DBLP_MASTERSTHESIS,
    DBLP_DATA,
    DBLP_WWW,    /* the page of a person */
    DBLP_PERSON, /* the same, in the XML of one person */
    DBLP_RECORDS_END,
    DBLP_AUTHOR = DBLP_RECORDS_END,
    DBLP_EDITOR,
    DBLP_TITLE,
    DBLP_BOOKTITLE,
    DBLP_PAGES,
    DBLP_YEAR,
    DBLP_ADDRESS,
    DBLP_JOURNAL,
    DBLP_VOLUME,
    DBLP_NUMBER,
    DBLP_MONTH,
    DBLP_URL,
    DBLP_EE,
    DBLP_CDROM,
    DBLP_CITE,
    DBLP_PUBLISHER,
    DBLP_NOTE,
    DBLP_CROSSREF,
    DBLP_ISBN,
    DBLP_SERIES,
    DBLP_SCHOOL,
    DBLP_CHAPTER,
    DBLP_PUBLNR,
    DBLP_STREAM,
    DBLP_REL,
    DBLP_KEY, /* attributes */
    DBLP_MDATE,
    DBLP_PUBLTYPE,
    DBLP_ORCID,
    DBLP_KIND,
    DBLP_I, /* markup in titles */
    DBLP_SUB,
    DBLP_SUP,
    DBLP_TT, /* markup that html of a record does not have */
    DBLP_REF,
    DBLP_NAMES
};

extern const struct xml_vocabulary dblp_vocabulary;

/* Makes RECORD from TREE, which was read from BYTES.  BUFFER is for what is put together. */
void dblp_add_record(const struct xml_tree *tree, pc_str bytes, pc_record *record, pc_text *buffer);

#endif
