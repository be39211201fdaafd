/* dblp.c - input plugin: the XML of DBLP, all of it or the page of a person. */
#include "dblp_record.h"
#include "page_text.h"
#include "record.h"

struct dblp {
    struct xml_document document;
    struct xml_tree tree;
    pc_text buffer;
};

static const pc_str records[] = { XML_NAME("article"),
                                  XML_NAME("inproceedings"),
                                  XML_NAME("proceedings"),
                                  XML_NAME("book"),
                                  XML_NAME("incollection"),
                                  XML_NAME("phdthesis"),
                                  XML_NAME("mastersthesis"),
                                  XML_NAME("data"),
                                  XML_NAME("www"),
                                  XML_NAME("person"),
                                  { NULL, 0 } };
static const pc_str envelopes[] = {
    XML_NAME("dblp"), XML_NAME("dblpperson"), XML_NAME("r"), { NULL, 0 }
};
static const struct xml_format format = { records, envelopes };

static void close_dblp(void *state)
{
    struct dblp *dblp = state;

    xml_tree_free(&dblp->tree);
    pc_text_free(&dblp->buffer);
}

static int sniff_dblp(pc_str head, pc_str name, const char **why)
{
    struct markup root;

    (void)name;
    if (!xml_root(head, &root)) {
        *why = "it is no XML";
        return 0;
    }
    if (!pc_eq(root.name, "dblp") && !pc_eq(root.name, "dblpperson")) {
        *why = "its root is neither dblp nor dblpperson";
        return 0;
    }
    *why = "the root of DBLP's XML";
    return 100;
}

/* People have pages among the records, which are no publications. */
static bool is_person(pc_str name)
{
    return pc_eq(name, "www") || pc_eq(name, "person");
}

static int read_publication(struct dblp *dblp, pc_source *source, pc_record *record,
                            const struct xml_piece *piece)
{
    if (is_person(piece->tag.name)) {
        pc_detail(source, piece->bytes, "person-record",
                  "the record of a person or a web page is passed over");
        return PC_SKIP;
    }
    if (!record_read(&dblp->tree, &dblp_vocabulary, &dblp->document, piece, source, record))
        return PC_BAD;
    if (xml_count(&dblp->tree) == 1)
        return PC_SKIP; /* <book/> */
    dblp_add_record(&dblp->tree, piece->bytes, record, &dblp->buffer);
    return PC_OK;
}

static int next_dblp(void *state, pc_source *source, pc_record *record)
{
    struct dblp *dblp = state;
    struct xml_piece piece;

    switch (xml_read(&dblp->document, source, &format, &piece)) {
    case XML_RECORD:
        return read_publication(dblp, source, record, &piece);
    case XML_TAG:
    case XML_NOTHING:
        return PC_SKIP;
    case XML_REFUSED:
        return PC_FATAL;
    default:
        xml_end(&dblp->document, source);
        return PC_END;
    }
}

static const char *const texts[] = { "page", page_text, NULL };

PC_INPUT(dblp, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "The XML of DBLP: dblp.xml, and records and people of it", .extensions = "xml",
         .texts = texts, .state_size = sizeof(struct dblp), .close = close_dblp,
         .sniff = sniff_dblp, .next = next_dblp);
PC_MODULE(&dblp);
