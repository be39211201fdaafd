/* document.h - goes through a document of XML, record by record.
 *
 * The document is a list of elements that are records, within an envelope: <dblp>, <feed>,
 * <OAI-PMH>.  This part finds where a record begins and ends by its tags alone, and so a fault
 * within a record costs that record.  The envelope is not checked: documents may follow each other,
 * and may be cut. */
#ifndef PAPERCONV_XML_DOCUMENT_H
#define PAPERCONV_XML_DOCUMENT_H

#include "markup.h"

/* What the records of a format are called. */
struct xml_format {
    const pc_str *records;   /* elements that are records; ends with an absent name */
    const pc_str *envelopes; /* elements that records stand in; the same */
};

#define XML_NAME(literal)           \
    {                               \
        literal, sizeof literal - 1 \
    }

enum { XML_ENCODING_SIZE = 24 };

struct xml_document { /* all-zero is the start */
    bool began;       /* something was read */
    bool in_tag;      /* a tag of the envelope was read last: the text behind it belongs to it */
    bool told;        /* of text since the tag that was read last, which belongs to no record */
    size_t open;      /* elements of the envelope that are open */
    char encoding[XML_ENCODING_SIZE]; /* as the document says; empty when it says nothing */
};

enum xml_kind {
    XML_END,     /* the document has ended */
    XML_NOTHING, /* what was read is no record: return PC_SKIP */
    XML_TAG,     /* a tag of the envelope */
    XML_RECORD,
    XML_REFUSED /* its DOCTYPE is refused, which was reported: return PC_FATAL */
};

/* What was read, and consumed.  Slices of the source. */
struct xml_piece {
    pc_str bytes;      /* a tag; a whole record, with its tags */
    struct markup tag; /* the tag, or the first one of the record */
    bool cut;          /* of a record: its end is missing */
};

/* Reads the next piece of the document. */
enum xml_kind xml_read(struct xml_document *document, pc_source *source,
                       const struct xml_format *format, struct xml_piece *piece);

/* The text between the tag that was read last and the next one, not consumed; what of it
 * stands in the first 4 KiB. */
pc_str xml_text_ahead(pc_source *source);

/* Reports a document whose end is missing.  Call it once, at XML_END. */
void xml_end(const struct xml_document *document, pc_source *source);

/* The first tag of a document that begins with HEAD, perhaps cut: that of its root.  The name of the root
 * alone when HEAD ends before that.  False when HEAD is no XML. */
bool xml_root(pc_str head, struct markup *root);

#endif
