/* arxiv_xml.c - input plugin: arXiv's metadata as XML, of OAI-PMH and of its Atom feeds. */
#include "arxiv_paper.h"
#include "page_text.h"
#include "record.h"

struct arxiv_xml {
    struct xml_document document;
    struct xml_tree tree;
    pc_text buffer;
    char token[48]; /* that asks for the rest of the list; empty when there is no rest */
};

static const pc_str records[] = { XML_NAME("record"), XML_NAME("entry"), { NULL, 0 } };
static const pc_str envelopes[] = { XML_NAME("OAI-PMH"),   XML_NAME("ListRecords"),
                                    XML_NAME("GetRecord"), XML_NAME("Records"),
                                    XML_NAME("feed"),      { NULL, 0 } };
static const struct xml_format format = { records, envelopes };

static void close_arxiv_xml(void *state)
{
    struct arxiv_xml *arxiv = state;

    xml_tree_free(&arxiv->tree);
    pc_text_free(&arxiv->buffer);
}

/* ---- detection --------------------------------------------------------------------- */

static bool has_text(pc_str s, const char *text)
{
    const size_t n = strlen(text);

    for (size_t i = 0; i + n <= s.n; i++) {
        if (s.p[i] == text[0] && memcmp(s.p + i, text, n) == 0)
            return true;
    }
    return false;
}

static bool is_root(pc_str name)
{
    for (const pc_str *known = envelopes; known->n != 0; known++) {
        if (pc_same(name, *known))
            return true;
    }
    return pc_same(name, records[0]) || pc_same(name, records[1]);
}

static int sniff_arxiv_xml(pc_str head, pc_str name, const char **why)
{
    struct markup root;

    (void)name;
    if (!xml_root(head, &root)) {
        *why = "it is no XML";
        return 0;
    }
    if (!is_root(root.name)) {
        *why = "its root is neither OAI-PMH nor an Atom feed";
        return 0;
    }
    if (!has_text(head, "arxiv.org") && !has_text(head, "arXiv.org")) {
        *why = "its first 4 KiB do not name arxiv.org";
        return 0;
    }
    *why = "the root of OAI-PMH or an Atom feed, and arxiv.org";
    return 100;
}

/* ---- the envelope ------------------------------------------------------------------ */

/* What an answer says about itself. */
static void take_tag(struct arxiv_xml *arxiv, pc_source *source, const struct xml_piece *piece)
{
    if (piece->tag.kind != MARKUP_START)
        return;
    if (pc_eq(piece->tag.name, "error")) {
        const pc_str text = xml_text_ahead(source);
        const pc_str code = markup_attribute(piece->bytes, "code");

        pc_warn(source, piece->bytes, "arxiv-error", "arXiv answered: %.*s (%.*s)", PC_FMT(text),
                PC_FMT(code));
    } else if (pc_eq(piece->tag.name, "resumptionToken")) {
        const pc_str text = xml_text_ahead(source);

        snprintf(arxiv->token, sizeof arxiv->token, "%.*s", PC_FMT(text));
    } else {
        arxiv->token[0] = '\0'; /* another answer */
    }
}

static int end_document(struct arxiv_xml *arxiv, pc_source *source)
{
    xml_end(&arxiv->document, source);
    if (arxiv->token[0] != '\0')
        pc_note(source, pc_none(), "more-records",
                "the list goes on: the next answer is that for the resumptionToken %s",
                arxiv->token);
    return PC_END;
}

static int read_paper(struct arxiv_xml *arxiv, pc_source *source, pc_record *record,
                      const struct xml_piece *piece)
{
    struct arxiv_entry entry = { .tree = &arxiv->tree,
                                 .source = source,
                                 .record = record,
                                 .bytes = piece->bytes,
                                 .buffer = &arxiv->buffer };

    arxiv->token[0] = '\0';
    if (!record_read(&arxiv->tree, &arxiv_vocabulary, &arxiv->document, piece, source, record))
        return PC_BAD;
    return arxiv_read_paper(&entry);
}

static int next_arxiv_xml(void *state, pc_source *source, pc_record *record)
{
    struct arxiv_xml *arxiv = state;
    struct xml_piece piece;

    switch (xml_read(&arxiv->document, source, &format, &piece)) {
    case XML_RECORD:
        return read_paper(arxiv, source, record, &piece);
    case XML_TAG:
        take_tag(arxiv, source, &piece);
        return PC_SKIP;
    case XML_NOTHING:
        return PC_SKIP;
    case XML_REFUSED:
        return PC_FATAL;
    default:
        return end_document(arxiv, source);
    }
}

static const char *const texts[] = { "page", page_text, NULL };

PC_INPUT(arxiv_xml, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "arXiv's metadata as XML: OAI-PMH and Atom", .extensions = "xml atom",
         .texts = texts, .state_size = sizeof(struct arxiv_xml), .close = close_arxiv_xml,
         .sniff = sniff_arxiv_xml, .next = next_arxiv_xml);
PC_MODULE(&arxiv_xml);
