/* record.h - reads the XML of a record, and says what is wrong with it. */
#ifndef PAPERCONV_XML_RECORD_H
#define PAPERCONV_XML_RECORD_H

#include "tree.h"

/* Reads the record of PIECE into TREE and begins RECORD there; false when it is to be rejected, which
 * was reported. */
bool record_read(struct xml_tree *tree, const struct xml_vocabulary *vocabulary,
                 const struct xml_document *document, const struct xml_piece *piece,
                 pc_source *source, pc_record *record);

#endif
