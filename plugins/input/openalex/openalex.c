/* openalex - works of OpenAlex: JSON Lines of its snapshot, and answers of its interface. */
#include "page_text.h"
#include "work.h"

enum form {
    UNKNOWN,
    LINES,    /* an object on each line */
    ELEMENTS, /* an array, alone or in an answer; or one object on several lines */
    ENDED
};

struct openalex {
    struct buffers buffers;
    enum form form;
    pc_json_elements elements;
    unsigned depth; /* of the array in objects */
    bool several;   /* arrays follow each other, which was reported */
    bool in_long;   /* in a work that is too long */
};

static void close_openalex(void *state)
{
    struct buffers *buffers = &((struct openalex *)state)->buffers;

    pc_text_free(&buffers->decoded);
    pc_text_free(&buffers->inner);
    pc_text_free(&buffers->clean);
    pc_text_free(&buffers->value);
    pc_text_free(&buffers->words);
    pc_text_free(&buffers->places);
}

/* ---- works ----------------------------------------------------------------------- */

static int read_work(struct openalex *openalex, pc_source *source, pc_str text, pc_record *record)
{
    struct work work = { .record = record, .buffers = &openalex->buffers };

    if (!work_read(&work, text)) {
        if (openalex->form == LINES)
            return pc_json_bad_line(source, text, &work.json);
        return pc_bad(source, work.json.at, "bad-json", "%s", work.json.reason);
    }
    pc_json_warn_of_escapes(source, pc_sub(text.p, text.n < 200 ? text.n : 200), &work.json);
    return pc_empty(record) ? PC_SKIP : PC_OK;
}

static int next_line(struct openalex *openalex, pc_source *source, pc_record *record)
{
    pc_str line;

    while (pc_line(source, &line)) {
        if (pc_trim(line).n != 0)
            return read_work(openalex, source, line, record);
    }
    return PC_END;
}

/* Consumes what comes before the next of the characters STOPS; false at the end of the document. */
static bool pass_up_to(pc_source *source, const char *stops)
{
    pc_str bytes;

    while (pc_ahead(source, 1, &bytes)) {
        size_t n = 0;

        while (n < bytes.n && (bytes.p[n] == '\0' || strchr(stops, bytes.p[n]) == NULL))
            n++;
        pc_consume(source, n);
        if (n < bytes.n)
            return true;
    }
    return false;
}

/* A fault between works costs nothing but what stands there; when the document ends in a work, that is
 * lost. */
static int pass_fault(struct openalex *openalex, pc_source *source)
{
    pc_json_elements *const e = &openalex->elements;
    const char *const reason = e->reason;
    const pc_str at = e->at;
    bool follows;
    pc_str rest;

    if (pc_ahead(source, 1, &rest) && pc_starts(pc_s(reason), "the document ends")) {
        openalex->form = ENDED;
        return pc_bad(source, at, "bad-json", "%s", reason);
    }
    follows = pc_json_resume(e);
    if (!follows || !openalex->several)
        pc_warn(source, at, "json-syntax", "%s", reason);
    openalex->several |= follows;
    if (pass_up_to(source, follows ? "{[" : "{"))
        return PC_SKIP;
    openalex->form = ENDED;
    return PC_END;
}

/* Behind the array of an answer there may be another answer. */
static int end_elements(struct openalex *openalex, pc_source *source)
{
    const bool is_answer = openalex->elements.inner;

    if (openalex->elements.reason != NULL)
        return pass_fault(openalex, source);
    if (is_answer)
        pc_json_leave(source, openalex->depth);
    openalex->elements = (pc_json_elements){ .reason = NULL };
    openalex->depth = 0;
    openalex->form = is_answer ? UNKNOWN : ENDED;
    return is_answer ? PC_SKIP : PC_END;
}

/* A work that is longer than a limit costs itself alone. */
static int reject_long(struct openalex *openalex, pc_source *source, const char *code,
                       const char *text)
{
    const pc_str at = openalex->elements.at;

    openalex->in_long = pc_json_pass(&openalex->elements, source);
    return pc_bad(source, at, code, "%s", text);
}

static int next_element(struct openalex *openalex, pc_source *source, pc_record *record)
{
    const char *code, *text;
    pc_str element;

    if (openalex->in_long) {
        openalex->in_long = pc_json_pass(&openalex->elements, source);
        return PC_SKIP;
    }
    if (!pc_json_element(&openalex->elements, source, &element))
        return pc_resume(source, &code, &text) ? reject_long(openalex, source, code, text)
                                               : end_elements(openalex, source);
    if (element.p[0] != '{') { /* it is no work that is lost */
        pc_warn(source, pc_sub(element.p, 1), "json-syntax", "a work is an object");
        return PC_SKIP;
    }
    pc_start(record, element);
    return read_work(openalex, source, element, record);
}

/* ---- the form of a document -------------------------------------------------------- */

/* Consumes white space and a byte order mark; false at the end of the document. */
static bool pass_start(pc_source *source, pc_str *bytes)
{
    static const char mark[] = "\xef\xbb\xbf";

    if (pc_ahead(source, sizeof mark - 1, bytes) && pc_starts(*bytes, mark))
        pc_consume(source, sizeof mark - 1);
    while (pc_ahead(source, 1, bytes)) {
        size_t n = 0;

        while (n < bytes->n && (unsigned char)bytes->p[n] <= ' ')
            n++;
        pc_consume(source, n);
        *bytes = pc_drop(*bytes, n);
        if (bytes->n != 0)
            return true;
    }
    return false;
}

/* The last character of the line that comes next, without white space. */
static char end_of_line(pc_source *source)
{
    const char *end = NULL;
    size_t want = 1;
    pc_str bytes;

    for (bool more = true; more && end == NULL; want = 2 * bytes.n) {
        more = pc_ahead(source, want, &bytes);
        end = memchr(bytes.p, '\n', bytes.n);
    }
    bytes = pc_trim(end != NULL ? pc_sub(bytes.p, (size_t)(end - bytes.p)) : bytes);
    return bytes.n != 0 ? bytes.p[bytes.n - 1] : '\0';
}

/* Programs that indent end the first line with an opening bracket, or behind a member. */
static enum form form_of(pc_source *source, char first)
{
    const char last = first == '[' ? first : end_of_line(source);

    return last == '{' || last == '[' || last == ',' ? ELEMENTS : LINES;
}

static int find_form(struct openalex *openalex, pc_source *source)
{
    static const char *const arrays[] = { "results", NULL };
    pc_str bytes;
    char first;

    if (!pass_start(source, &bytes))
        return PC_END;
    if (bytes.p[0] != '{' && bytes.p[0] != '[') {
        const pc_str at = pc_sub(bytes.p, 1);

        if (!pass_up_to(source, "{["))
            return pc_bad(source, at, "bad-json", "expected [ or {");
        pc_warn(source, at, "json-syntax", "expected [ or {");
        return PC_SKIP;
    }
    first = bytes.p[0];
    pc_ahead(source, strlen("{\"id\""), &bytes);
    if (!pc_starts(bytes, "{\"id\"")) /* so begins a work, and no answer */
        openalex->depth = pc_json_enter(source, arrays, NULL);
    openalex->elements.inner = openalex->depth != 0;
    openalex->form = form_of(source, openalex->depth != 0 ? '[' : first);
    return PC_OK;
}

static int next_work(void *state, pc_source *source, pc_record *record)
{
    struct openalex *openalex = state;

    if (openalex->form == UNKNOWN) {
        const int status = find_form(openalex, source);

        if (status != PC_OK)
            return status;
    }
    if (openalex->form == ENDED)
        return PC_END;
    return openalex->form == LINES ? next_line(openalex, source, record)
                                   : next_element(openalex, source, record);
}

static const char *const texts[] = { "page", page_text, NULL };

PC_INPUT(openalex, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "Works of OpenAlex: its snapshot, and its answers", .extensions = "json",
         .texts = texts, .state_size = sizeof(struct openalex), .close = close_openalex,
         .sniff = openalex_sniff, .next = next_work);
PC_MODULE(&openalex);
