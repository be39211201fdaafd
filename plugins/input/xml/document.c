/* document.c - goes through a document of XML, record by record. */
#include "document.h"
#include "dtd.h"

static bool is_one_of(pc_str name, const pc_str *names)
{
    for (; names->n != 0; names++) {
        if (names->n == name.n && memcmp(names->p, name.p, name.n) == 0)
            return true;
    }
    return false;
}

/* ---- records ----------------------------------------------------------------------- */

/* How far the search for the end of a record has come. */
struct search {
    size_t at;   /* all before it was looked at */
    size_t size; /* of the record, when it is found */
    bool cut;    /* something else begins there, so that the record has no end */
};

/* True when M ends the record that began with START; its place is s->at. */
static bool ends_record(struct search *s, const struct xml_format *format, pc_str start,
                        const struct markup *m)
{
    if (m->kind == MARKUP_END && pc_same(m->name, start)) {
        s->size = s->at + m->size;
        return true;
    }
    s->size = s->at;
    s->cut = m->kind == MARKUP_DECLARATION ||
             ((m->kind == MARKUP_START || m->kind == MARKUP_EMPTY) &&
              is_one_of(m->name, format->records)) ||
             (m->kind == MARKUP_END && is_one_of(m->name, format->envelopes));
    return s->cut;
}

/* Looks for the end of the record in BYTES; false when they have none. */
static bool find_record_end(struct search *s, const struct xml_format *format, pc_str bytes,
                            pc_str start)
{
    while ((s->at = markup_find(bytes, s->at)) < bytes.n) {
        const struct markup m = markup_read(pc_drop(bytes, s->at));

        if (m.kind == MARKUP_CUT)
            return false;
        if (m.kind != MARKUP_NONE && ends_record(s, format, start, &m))
            return true;
        s->at += m.size;
    }
    return false;
}

/* Consumes SIZE of BYTES and the blanks behind, so that the next record begins a callback. */
static void consume_with_blanks(pc_source *source, pc_str bytes, size_t size)
{
    while (size < bytes.n && xml_is_space(bytes.p[size]))
        size++;
    pc_consume(source, size);
}

/* The record that begins with the tag of PIECE.  XML_END when it is longer than a record may be, which
 * the host reports. */
static enum xml_kind read_whole_record(pc_source *source, const struct xml_format *format,
                                       struct xml_piece *piece, pc_str bytes)
{
    struct search search = { piece->tag.size, piece->tag.size, false };
    const size_t name_at = (size_t)(piece->tag.name.p - bytes.p);
    bool found = piece->tag.kind == MARKUP_EMPTY;

    while (!found) {
        const size_t known = bytes.n;

        found =
            find_record_end(&search, format, bytes, pc_sub(bytes.p + name_at, piece->tag.name.n));
        if (found || pc_ahead(source, known + 1, &bytes))
            continue;
        if (bytes.n < known)
            return XML_END;
        search.size = known;
        search.cut = found = true;
    }
    piece->tag.name.p = bytes.p + name_at;
    piece->bytes = pc_sub(bytes.p, search.size);
    piece->cut = search.cut;
    consume_with_blanks(source, bytes, search.size);
    return XML_RECORD;
}

/* ---- the envelope ------------------------------------------------------------------ */

static bool has_no_text(pc_str s)
{
    return pc_trim(s).n == 0;
}

/* Passes over the text before the next tag.  True when a tag follows at once, or after blanks. */
static bool pass_text(struct xml_document *document, pc_source *source)
{
    pc_str bytes, text;

    if (!document->began && pc_ahead(source, 3, &bytes) && pc_starts(bytes, "\xef\xbb\xbf"))
        pc_consume(source, 3);
    document->began = true;
    if (!pc_ahead(source, 1, &bytes))
        return false;
    text = pc_sub(bytes.p, markup_find(bytes, 0));
    if (!document->in_tag && !document->told && !has_no_text(text)) {
        /* once for the text up to the next tag, in however many pieces it comes */
        pc_detail(source, pc_sub(pc_trim(text).p, 1), "outside-record",
                  "the text is outside of the records");
        document->told = true;
    }
    pc_consume(source, text.n);
    return text.n < bytes.n && has_no_text(text);
}

/* Warns of the end that is missing before this place. */
static void warn_of_end(pc_source *source, pc_str at)
{
    pc_warn(source, at, "cut-document", "the document ends before its last tag");
}

static void begin_envelope(struct xml_document *document, pc_source *source, pc_str declaration)
{
    const pc_str encoding = markup_attribute(declaration, "encoding");

    if (document->open != 0)
        warn_of_end(source, declaration);
    document->open = 0;
    snprintf(document->encoding, sizeof document->encoding, "%.*s", PC_FMT(encoding));
}

/* Takes the markup of the envelope that PIECE has. */
static enum xml_kind take_markup(struct xml_document *document, pc_source *source,
                                 const struct xml_piece *piece)
{
    switch (piece->tag.kind) {
    case MARKUP_DECLARATION:
        begin_envelope(document, source, piece->bytes);
        return XML_NOTHING;
    case MARKUP_DOCTYPE:
        return dtd_is_harmless(source, piece->bytes) ? XML_NOTHING : XML_REFUSED;
    case MARKUP_START:
        document->in_tag = true;
        document->open++;
        return XML_TAG;
    case MARKUP_END:
        document->open -= document->open != 0;
        return XML_TAG;
    case MARKUP_EMPTY:
        return XML_TAG;
    default:
        return XML_NOTHING;
    }
}

/* The markup that the document has here, as far as it goes on; BYTES begin with it. */
static struct markup whole_markup(pc_source *source, pc_str *bytes)
{
    struct markup m = { MARKUP_CUT, 0, { NULL, 0 } };

    while (pc_ahead(source, 1, bytes)) {
        m = markup_read(*bytes);
        if (m.kind != MARKUP_CUT || !pc_ahead(source, bytes->n + 1, bytes))
            break;
    }
    return m;
}

/* Also with a tag that has no end: then the record has a fault. */
static bool begins_record(const struct markup *m, const struct xml_format *format)
{
    return (m->kind == MARKUP_START || m->kind == MARKUP_EMPTY || m->kind == MARKUP_NONE) &&
           is_one_of(m->name, format->records);
}

enum xml_kind xml_read(struct xml_document *document, pc_source *source,
                       const struct xml_format *format, struct xml_piece *piece)
{
    pc_str bytes;
    struct markup m;

    if (!pass_text(document, source))
        return pc_ahead(source, 1, &bytes) ? XML_NOTHING : XML_END;
    m = whole_markup(source, &bytes);
    if (m.kind == MARKUP_CUT)
        m.size = bytes.n; /* the document ends here */
    *piece = (struct xml_piece){ pc_sub(bytes.p, m.size), m, false };
    document->in_tag = document->told = false;
    if (m.kind == MARKUP_NONE && pc_starts(bytes, "<!DOCTYPE"))
        pc_warn(source, pc_sub(bytes.p, 9), "dtd-syntax",
                "the DOCTYPE is passed over: it has no end, or none within 64 KiB");
    if (begins_record(&m, format))
        return read_whole_record(source, format, piece, bytes);
    consume_with_blanks(source, bytes, m.size);
    return take_markup(document, source, piece);
}

pc_str xml_text_ahead(pc_source *source)
{
    enum { LONGEST = 4096 };
    pc_str bytes;

    pc_ahead(source, LONGEST, &bytes);
    return pc_trim(pc_sub(bytes.p, markup_find(bytes, 0)));
}

void xml_end(const struct xml_document *document, pc_source *source)
{
    if (document->open != 0)
        warn_of_end(source, pc_none());
}

bool xml_root(pc_str head, struct markup *root)
{
    if (pc_starts(head, "\xef\xbb\xbf"))
        head = pc_drop(head, 3);
    for (;;) {
        const size_t at = markup_find(head, 0);

        if (at == head.n || !has_no_text(pc_sub(head.p, at)))
            return false;
        head = pc_drop(head, at);
        *root = markup_read(head);
        switch (root->kind) {
        case MARKUP_DECLARATION:
        case MARKUP_HIDDEN:
        case MARKUP_DOCTYPE:
            head = pc_drop(head, root->size);
            break;
        case MARKUP_NONE:
        case MARKUP_END:
            return false;
        default:
            return root->name.n != 0;
        }
    }
}
