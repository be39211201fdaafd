/* entities.h - the entities that stand for a character without being declared. */
#ifndef PAPERCONV_XML_ENTITIES_H
#define PAPERCONV_XML_ENTITIES_H

#include <stdint.h>

/* The character of the entity NAME ("uuml"); 0: there is none. */
uint32_t entity_rune(const char *name);

#endif
