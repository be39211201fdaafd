/* csl - CSL-JSON, and what Crossref makes of it: an array of items, or one. */
#include "document.h"
#include "item.h"
#include "page_text.h"

struct csl {
    pc_json_elements elements;
    struct buffers buffers;
    bool begun, entered;
    unsigned depth;            /* of the array of items in objects */
    bool several;              /* values follow each other, which was reported */
    bool in_long;              /* in an item that is too long */
    uint64_t read, read_again; /* bytes of elements, and those that were looked at more than once */
};

enum { AGAIN_MOST = 32 << 20 };

static void close_csl(void *state)
{
    struct csl *csl = state;

    pc_text_free(&csl->buffers.decoded);
    pc_text_free(&csl->buffers.custom);
    pc_text_free(&csl->buffers.clean);
    pc_text_free(&csl->buffers.text);
    pc_text_free(&csl->buffers.note);
}

static int sniff_csl(pc_str head, pc_str name, const char **why)
{
    (void)name;
    return document_sniff(head, why);
}

/* ---- faults ---------------------------------------------------------------------- */

/* Reports REASON, but only once that one value follows another: the document may have one on each
 * line. */
static void warn_of_syntax(struct csl *csl, pc_source *source, pc_str at, const char *reason)
{
    const bool follows = pc_json_resume(&csl->elements);

    if (!follows || !csl->several)
        pc_warn(source, at, "json-syntax", "%s", reason);
    csl->several |= follows;
}

/* Passes over what is no item, for the REASON; what is before an item costs nothing. */
static int pass_value(pc_source *source, pc_str at, const char *reason)
{
    if (document_pass_junk(source))
        return pc_bad(source, at, "bad-json", "%s", reason);
    pc_warn(source, at, "json-syntax", "%s", reason);
    return PC_SKIP;
}

/* Between items: a comma, or the end of the array, is missing.  What is no item is passed over. */
static int pass_fault(struct csl *csl, pc_source *source)
{
    const char *reason = csl->elements.reason;
    const pc_str at = csl->elements.at;
    pc_str bytes;

    if (!pc_ahead(source, 1, &bytes)) {
        if (csl->read == 0 && at.n == 0)
            return PC_END; /* an empty document */
        warn_of_syntax(csl, source, at, reason);
        csl->elements.inner = false;
        return PC_END;
    }
    if (strchr("{[,]", bytes.p[0]) != NULL) {
        warn_of_syntax(csl, source, at, reason);
        pc_consume(source, bytes.p[0] == ',' || bytes.p[0] == ']');
        return PC_SKIP;
    }
    pc_json_resume(&csl->elements);
    return pass_value(source, at, reason);
}

/* The item is no JSON, or no object; the next one may be in the same element.  What is before the first
 * item of an array, and an object without members, costs nothing. */
static int reject(struct csl *csl, pc_source *source, const pc_json *json, pc_str element)
{
    bool has_item;
    size_t size;

    if (element.p[0] != '{') {
        if (element.p[0] != '[')
            return pass_value(source, pc_sub(element.p, 1), "an item is an object");
        pc_consume(source, element.n);
        return pc_bad(source, pc_sub(element.p, 1), "bad-json", "an item is an object");
    }
    size = document_fault_size(element, json->at);
    csl->read_again += element.n - size;
    if (csl->read_again > AGAIN_MOST + 8 * csl->read)
        size = element.n; /* so that any document takes linear time */
    csl->read += size;
    has_item = document_has_item(element, size);
    if (size < element.n) {
        pc_json_cut(&csl->elements, source, size);
    } else {
        pc_consume(source, element.n);
        document_pass_rest(source);
    }
    if (has_item)
        return pc_bad(source, json->at, "bad-json", "%s", json->reason);
    pc_warn(source, json->at, "json-syntax", "%s", json->reason);
    return PC_SKIP;
}

/* A limit was met in what is read: one item, or many behind one with a fault. */
static int reject_long(struct csl *csl, pc_source *source, struct item *item, const char *code,
                       const char *text)
{
    pc_str element;

    if (!pc_ahead(source, 1, &element)) {
        pc_json_resume(&csl->elements);
        return PC_SKIP; /* white space */
    }
    if (element.p[0] == '{' && !item_read(item, element) &&
        document_fault_size(element, item->json.at) < element.n) {
        pc_json_resume(&csl->elements);
        return reject(csl, source, &item->json, element);
    }
    csl->in_long = pc_json_pass(&csl->elements, source);
    return pc_bad(source, pc_sub(element.p, 1), code, "%s", text);
}

/* ---- items ----------------------------------------------------------------------- */

/* Goes to the first item.  PC_OK, or why there is none now. */
static int begin_document(struct csl *csl, pc_source *source)
{
    static const char *const arrays[] = { "items", "references", NULL };
    pc_str passed;

    if (!csl->begun) {
        const bool found = document_pass_start(source, &passed);

        csl->begun = true;
        if (passed.n != 0 && !found && csl->read == 0)
            return pc_bad(source, passed, "bad-json", "expected [ or {");
        if (passed.n != 0)
            pc_warn(source, passed, "json-syntax", "expected [ or {");
        if (!found)
            return PC_END;
    }
    csl->entered = csl->elements.keep = true;
    csl->depth = pc_json_enter(source, arrays, "message");
    csl->elements.inner = csl->depth != 0;
    return PC_OK;
}

/* Behind the array in an object there may be another document: Crossref's answers in a row. */
static int leave_array(struct csl *csl, pc_source *source)
{
    if (!csl->elements.inner)
        return PC_END;
    pc_json_leave(source, csl->depth);
    csl->elements = (pc_json_elements){ .reason = NULL };
    csl->begun = csl->entered = false;
    return PC_SKIP;
}

static int next_item(void *state, pc_source *source, pc_record *record)
{
    struct csl *csl = state;
    struct item item = { .record = record, .buffers = &csl->buffers };
    const char *code, *text;
    pc_str element;

    if (csl->in_long) {
        csl->in_long = pc_json_pass(&csl->elements, source);
        return PC_SKIP;
    }
    if (!csl->entered) {
        const int status = begin_document(csl, source);

        if (status != PC_OK)
            return status;
    }
    if (!pc_json_element(&csl->elements, source, &element)) {
        if (csl->elements.reason == NULL)
            return leave_array(csl, source);
        if (pc_resume(source, &code, &text))
            return reject_long(csl, source, &item, code, text);
        return pass_fault(csl, source);
    }
    if (!item_read(&item, element))
        return reject(csl, source, &item.json, element);
    csl->read += element.n;
    pc_consume(source, element.n);
    pc_start(record, element);
    if (item.json.replaced != 0)
        pc_warn(record, element, "invalid-escape", "%zu %s no character", item.json.replaced,
                item.json.replaced == 1 ? "escape stands for" : "escapes stand for");
    if (item.left_out != 0)
        pc_detail(record, pc_none(), "value-left-out", "%zu %s left out, beginning with '%.*s'",
                  item.left_out, item.left_out == 1 ? "member is" : "members are",
                  PC_FMT(item.left_out_member));
    return pc_empty(record) ? PC_SKIP : PC_OK;
}

static const char *const texts[] = { "page", page_text, NULL };

PC_INPUT(csl, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "CSL-JSON, of Zotero, pandoc, Crossref and others",
         .extensions = "json csljson", .texts = texts, .state_size = sizeof(struct csl),
         .close = close_csl, .sniff = sniff_csl, .next = next_item);
PC_MODULE(&csl);
