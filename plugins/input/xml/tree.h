/* tree.h - reads one record into a flat list of its elements, with expat.
 *
 * Only elements and attributes that the format knows are in the list, in the order of the document.
 * The text of an element that it does not know belongs to the element around it.  Entities are those
 * of entities.h: nothing that a document declares is used, and no file is opened. */
#ifndef PAPERCONV_XML_TREE_H
#define PAPERCONV_XML_TREE_H

#include "document.h"

#include "paperconv/text.h"

#include <expat.h>

enum { XML_DEEPEST = 32 }; /* elements within each other */

/* The elements and attributes that a format knows, at most 127.  Their numbers are their places, from
 * 1 on. */
struct xml_vocabulary {
    const pc_str *names; /* the first is absent */
    size_t count;
    size_t markup_from; /* names from here on are markup within a text; their tags stay in it */
    size_t silent_from; /* those from here on are markup whose tags are left out */
};

struct xml_node {
    size_t at, n; /* its text, in the text of the tree */
    uint8_t name;
    uint8_t depth; /* the record has 0; an attribute one more than its element */
    bool attribute;
};

/* Why a record is no XML. */
struct xml_fault {
    pc_str at; /* in the record */
    const char *reason;
};

struct xml_tree { /* all-zero is empty */
    XML_Parser parser;
    const struct xml_vocabulary *vocabulary;
    uint8_t slots[256];       /* numbers of names, by the hash of the name; 0: none */
    bool latin1;              /* the encoding of the parser */
    uint64_t fed;             /* bytes that the parser got, with PROLOGUE */
    uint64_t start;           /* of them before the record */
    size_t depth;             /* elements that are open */
    pc_text text, list;       /* of the nodes */
    size_t open[XML_DEEPEST]; /* the node of each open element; SIZE_MAX: it has none */
    bool has_markup;          /* a text has tags in it */
    const char *stopped;      /* why the parser was stopped; NULL: it was not */
    size_t unknown;           /* entities that are not in the table, which stay as they are */
    size_t unknown_at;
    size_t left_out; /* elements below the record that are not known */
    char left_out_name[48];
};

/* Reads RECORD, valid until the next call.  LATIN1: its bytes are ISO 8859-1.  False when it is no
 * XML; *FAULT then says why. */
bool xml_tree_read(struct xml_tree *tree, const struct xml_vocabulary *vocabulary, pc_str record,
                   bool latin1, struct xml_fault *fault);
void xml_tree_free(struct xml_tree *tree);

static inline size_t xml_count(const struct xml_tree *tree)
{
    return tree->list.n / sizeof(struct xml_node);
}

static inline const struct xml_node *xml_node(const struct xml_tree *tree, size_t i)
{
    return (const struct xml_node *)(const void *)tree->list.p + i;
}

/* The text of node I without white space at its ends. */
static inline pc_str xml_value(const struct xml_tree *tree, size_t i)
{
    return pc_trim(pc_sub(tree->text.p + xml_node(tree, i)->at, xml_node(tree, i)->n));
}

/* True when node I is in node PARENT, which comes before it. */
static inline bool xml_is_in(const struct xml_tree *tree, size_t i, size_t parent)
{
    return i < xml_count(tree) && xml_node(tree, i)->depth > xml_node(tree, parent)->depth;
}

/* The text of the attribute NAME of node I; absent when it has none. */
pc_str xml_attribute(const struct xml_tree *tree, size_t i, size_t name);

#endif
