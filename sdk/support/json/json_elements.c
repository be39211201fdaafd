/* json_elements.c - the elements of an array that a source holds, one after the other. */
#include "paperconv/scan.h"
#include "json/json_state.h"

enum stage {
    AT_START,
    BEFORE_FIRST, /* after the opening bracket */
    AFTER_ELEMENT,
    BEFORE_SINGLE, /* the value that is the whole document */
    AFTER_ALL,
    AT_END /* also after an error */
};

static bool fail_element(pc_json_elements *elements, pc_str at, const char *reason)
{
    elements->reason = reason;
    elements->at = at;
    elements->failed = elements->stage;
    elements->stage = AT_END;
    return false;
}

/* ---- the end of an element ------------------------------------------------------------ */

PC_SCAN_TEST ends_part_of_string(const unsigned char *p)
{
    return pc_scan_if(*p == '"') | pc_scan_if(*p == '\\');
}
PC_SCAN(part_of_string, ends_part_of_string, 0)

PC_SCAN_TEST is_structure(const unsigned char *p) /* [ and {, ] and } differ by one bit */
{
    return pc_scan_if(*p == '"') | pc_scan_if(*p == ',') | pc_scan_if((*p | 0x20) == '{') |
           pc_scan_if((*p | 0x20) == '}');
}
PC_SCAN(length_to_structure, is_structure, 0)

struct element_scan {
    size_t i; /* bytes that were looked at */
    size_t depth;
    bool in_string;
};

/* Goes on in a string; false when BYTES end before it does. */
static bool scan_string(struct element_scan *s, pc_str bytes)
{
    while (s->i < bytes.n) {
        s->i += part_of_string(pc_drop(bytes, s->i));
        if (s->i == bytes.n)
            return false;
        if (bytes.p[s->i] == '"') {
            s->i++;
            s->in_string = false;
            return true;
        }
        if (bytes.n - s->i < 2)
            return false; /* the backslash is looked at again */
        s->i += 2;
    }
    return false;
}

/* Goes on at the character of structure at s->i; true when the element ends there. */
static bool scan_structure(struct element_scan *s, char c)
{
    if (c == '"') {
        s->in_string = true;
    } else if (c == '[' || c == '{') {
        s->depth++;
    } else if (s->depth == 0) {
        return true; /* a comma, or the end of the array, which are not part of it */
    } else if (c != ',' && --s->depth == 0) {
        s->i++;
        return true;
    }
    s->i++;
    return false;
}

/* Goes on in BYTES, which begin with the element; true when s->i is behind it. */
static bool scan_element(struct element_scan *s, pc_str bytes)
{
    while (s->i < bytes.n) {
        if (s->in_string) {
            if (!scan_string(s, bytes))
                return false;
            if (s->depth == 0)
                return true;
        }
        s->i += length_to_structure(pc_drop(bytes, s->i));
        if (s->i < bytes.n && scan_structure(s, bytes.p[s->i]))
            return true;
    }
    return false;
}

/* ---- what is between elements ---------------------------------------------------------- */

/* Consumes white space; *BYTES then has at least one byte.  False at the end of the document. */
static bool pass_space_of_source(pc_source *source, pc_str *bytes)
{
    while (pc_ahead(source, 1, bytes)) {
        size_t n = 0;

        while (n < bytes->n && pc_json_is_space(bytes->p[n]))
            n++;
        pc_consume(source, n);
        *bytes = pc_drop(*bytes, n);
        if (bytes->n != 0)
            return true;
    }
    return false;
}

/* Consumes the byte order mark and the opening bracket, if they are there. */
static bool begin_document(pc_json_elements *elements, pc_source *source)
{
    static const char mark[] = "\xef\xbb\xbf";
    pc_str bytes;

    if (pc_ahead(source, sizeof mark - 1, &bytes) && pc_starts(bytes, mark))
        pc_consume(source, sizeof mark - 1);
    if (!pass_space_of_source(source, &bytes))
        return fail_element(elements, bytes, "the document has no value");
    elements->stage = BEFORE_SINGLE;
    if (bytes.p[0] == '[') {
        pc_consume(source, 1);
        elements->stage = BEFORE_FIRST;
    }
    return true;
}

/* Consumes what is before the next element; false after an error. */
static bool pass_separator(pc_json_elements *elements, pc_source *source)
{
    pc_str bytes;

    if (!pass_space_of_source(source, &bytes))
        return fail_element(elements, bytes, "the document ends before the array does");
    if (bytes.p[0] == ']')
        elements->stage = AFTER_ALL;
    else if (elements->stage == BEFORE_FIRST)
        return true;
    else if (bytes.p[0] != ',')
        return fail_element(elements, pc_sub(bytes.p, 1), "expected ',' or ']' after an element");
    pc_consume(source, 1);
    return true;
}

/* Nothing may follow the last value. */
static bool end_document(pc_json_elements *elements, pc_source *source)
{
    pc_str bytes;

    if (!elements->inner && pass_space_of_source(source, &bytes))
        return fail_element(elements, pc_sub(bytes.p, 1), "text follows the value");
    elements->stage = AT_END;
    return false;
}

/* ---- an element ------------------------------------------------------------------------ */

/* Moves S to the end of the element that BYTES begins with, and asks for more bytes until it has
 * come; false after an error. */
static bool find_end(pc_json_elements *elements, pc_source *source, struct element_scan *s,
                     pc_str *bytes)
{
    while (!scan_element(s, *bytes)) {
        if (pc_ahead(source, bytes->n + 1, bytes))
            continue;
        if (!elements->keep && (elements->stage != BEFORE_SINGLE || s->depth != 0 || s->in_string))
            return fail_element(elements, pc_sub(bytes->p, bytes->n != 0),
                                "the document ends in this value");
        s->i = bytes->n; /* a number or a word is all of the document */
        return true;
    }
    return true;
}

static bool read_element(pc_json_elements *elements, pc_source *source, pc_str *element)
{
    struct element_scan s = { 0, 0, false };
    pc_str bytes;

    if (!pass_space_of_source(source, &bytes))
        return fail_element(elements, bytes, "the document ends before the array does");
    if (!find_end(elements, source, &s, &bytes))
        return false;
    if (s.i == 0)
        return fail_element(elements, pc_sub(bytes.p, 1), "expected a value");
    *element = pc_sub(bytes.p, s.i);
    if (!elements->keep)
        pc_consume(source, s.i);
    while (pc_json_is_space(element->p[element->n - 1])) /* after a number or a word */
        element->n--;
    elements->stage = elements->stage == BEFORE_SINGLE ? AFTER_ALL : AFTER_ELEMENT;
    return true;
}

bool pc_json_element(pc_json_elements *elements, pc_source *source, pc_str *element)
{
    *element = pc_none();
    if (elements->stage == AT_START && !begin_document(elements, source))
        return false;
    if ((elements->stage == BEFORE_FIRST || elements->stage == AFTER_ELEMENT) &&
        !pass_separator(elements, source))
        return false;
    switch (elements->stage) {
    case AT_END:
        return false;
    case AFTER_ALL:
        return end_document(elements, source);
    default:
        return read_element(elements, source, element);
    }
}

void pc_json_cut(pc_json_elements *elements, pc_source *source, size_t n)
{
    pc_consume(source, n);
    elements->stage = elements->stage == AFTER_ALL ? AT_START : BEFORE_FIRST;
}

bool pc_json_resume(pc_json_elements *elements)
{
    const bool follows = elements->reason != NULL && elements->failed == AFTER_ALL;

    if (elements->reason != NULL)
        elements->stage = follows ? AT_START : BEFORE_FIRST;
    elements->reason = NULL;
    return follows;
}

bool pc_json_pass(pc_json_elements *elements, pc_source *source)
{
    struct element_scan s = { 0, elements->depth, elements->in_string };
    pc_str bytes;
    const bool is_last = !pc_ahead(source, 2, &bytes); /* two: an escape is one step */
    const bool ended = scan_element(&s, bytes) || is_last;

    if (elements->reason != NULL)
        elements->stage = elements->failed;
    elements->reason = NULL;
    pc_consume(source, is_last ? bytes.n : s.i);
    elements->depth = ended ? 0 : s.depth;
    elements->in_string = !ended && s.in_string;
    if (ended)
        elements->stage = elements->stage == BEFORE_SINGLE ? AFTER_ALL : AFTER_ELEMENT;
    return !ended;
}
