/* record.c - reads the XML of a record, and says what is wrong with it. */
#include "record.h"

#include <strings.h>

static bool is_ascii(pc_str s)
{
    unsigned char all = 0;

    for (size_t i = 0; i < s.n; i++)
        all |= (unsigned char)s.p[i];
    return all < 0x80;
}

static bool is_valid_utf8(pc_str s)
{
    size_t length;

    for (; s.n != 0; s = pc_drop(s, length)) {
        if (pc_rune(s, &length) == 0xFFFD && length == 1)
            return false;
    }
    return true;
}

static bool says_latin1(const struct xml_document *document)
{
    return strcasecmp(document->encoding, "ISO-8859-1") == 0 ||
           strcasecmp(document->encoding, "latin1") == 0;
}

/* True when BYTES are ISO 8859-1.  The declaration alone does not say so: --encoding, and a byte order
 * mark, have the document decoded before it comes here. */
static bool is_latin1(const struct xml_document *document, pc_str bytes)
{
    return says_latin1(document) && !is_ascii(bytes) && !is_valid_utf8(bytes);
}

static void reject_xml(const struct xml_document *document, const struct xml_piece *piece,
                       pc_source *source, const struct xml_fault *fault)
{
    if (piece->cut && fault->at.n == piece->bytes.n)
        pc_bad(source, piece->bytes, "bad-xml", "the element <%.*s> has no end",
               PC_FMT(piece->tag.name));
    else if ((fault->at.p[0] & 0x80) != 0 && !is_valid_utf8(piece->bytes))
        pc_bad(source, fault->at, "bad-xml",
               "a byte is not UTF-8; if the document has another encoding, use --encoding NAME%s%s",
               document->encoding[0] != '\0' ? "; it says " : "", document->encoding);
    else
        pc_bad(source, fault->at, "bad-xml", "%s", fault->reason);
}

bool record_read(struct xml_tree *tree, const struct xml_vocabulary *vocabulary,
                 const struct xml_document *document, const struct xml_piece *piece,
                 pc_source *source, pc_record *record)
{
    const bool latin1 = is_latin1(document, piece->bytes);
    struct xml_fault fault;

    if (!xml_tree_read(tree, vocabulary, piece->bytes, latin1, &fault)) {
        reject_xml(document, piece, source, &fault);
        return false;
    }
    pc_start(record, piece->bytes);
    if (tree->unknown != 0)
        pc_warn(record, pc_drop(piece->bytes, tree->unknown_at), "unknown-entity",
                "%zu %s no character that is known, and stay%s as they are", tree->unknown,
                tree->unknown == 1 ? "entity stands for" : "entities stand for",
                tree->unknown == 1 ? "s" : "");
    if (tree->left_out != 0)
        pc_detail(record, piece->bytes, "value-left-out", "%zu %s left out, beginning with '%s'",
                  tree->left_out, tree->left_out == 1 ? "element is" : "elements are",
                  tree->left_out_name);
    return true;
}
