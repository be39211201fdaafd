/* dtd.h - what the DOCTYPE of a document may declare. */
#ifndef PAPERCONV_XML_DTD_H
#define PAPERCONV_XML_DTD_H

#include "paperconv/plugin.h"

/* True unless DOCTYPE, all of it, declares an entity that is a file, or one that is made of others;
 * this is then reported.  Entities that it declares are never used: records have those of
 * entities.h alone. */
bool dtd_is_harmless(pc_source *source, pc_str doctype);

#endif
