/* document.c - where the items of a document are. */
#include "document.h"
#include "bytes.h"

bool document_pass_start(pc_source *source, pc_str *passed)
{
    static const char mark[] = "\xef\xbb\xbf";
    pc_str bytes;

    *passed = pc_none();
    if (pc_ahead(source, sizeof mark - 1, &bytes) && pc_starts(bytes, mark))
        pc_consume(source, sizeof mark - 1);
    while (pc_ahead(source, 1, &bytes)) {
        size_t n = 0;

        while (n < bytes.n && bytes.p[n] != '{' && bytes.p[n] != '[') {
            if (passed->n == 0 && !is_space(bytes.p[n]) && bytes.p[n] != '}' && bytes.p[n] != ']')
                *passed = pc_sub(bytes.p + n, 1);
            n++;
        }
        pc_consume(source, n);
        if (n < bytes.n)
            return true;
    }
    return false;
}

/* ---- faults ------------------------------------------------------------------------ */

/* The size of the junk that BYTES begin with; 0: they end before it does.  Members, that is values with
 * a name, are those of an item without its first brace: it ends where that would. */
static size_t junk_size(pc_str bytes)
{
    size_t depth = 0;
    bool members = false;
    char last = ' ';

    for (size_t i = 0; i < bytes.n; i++) {
        const char c = bytes.p[i];

        if (c == '"') {
            i = skip_string(bytes, i) - 1;
        } else if (c == '{' || c == '[') {
            if (depth == 0 && last != ':' && i != 0)
                return i;
            depth++;
        } else if (depth == 0 && (c == ']' || (c == ',' && !members))) {
            return i != 0 ? i : 1;
        } else if (depth == 0 && c == '}') {
            return i + 1;
        } else if (c == '}' || c == ']') {
            depth--;
        }
        members |= depth == 0 && c == ':';
        last = is_space(c) ? last : c;
    }
    return 0;
}

/* True when S has a character that a value or a name begins with. */
static bool has_value(pc_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        const char c = (char)(s.p[i] | 0x20);

        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || s.p[i] == '"')
            return true;
    }
    return false;
}

/* True when the junk of SIZE ends an object in which the array of items was. */
static bool ends_envelope(pc_str bytes, size_t size)
{
    const size_t next = skip_space(bytes, size);

    return bytes.p[size - 1] == '}' && (next == bytes.n || bytes.p[next] == '}');
}

bool document_pass_junk(pc_source *source)
{
    size_t want = 1, size = 0;
    bool at_end = false;
    pc_str bytes = { NULL, 0 };

    while (size == 0 && !at_end) {
        at_end = !pc_ahead(source, want, &bytes);
        size = junk_size(bytes);
        want = 2 * bytes.n;
        size = size == bytes.n && !at_end ? 0 : size; /* what follows it counts */
    }
    pc_consume(source, size != 0 ? size : bytes.n);
    if (size == 0)
        return has_value(bytes);
    return (size == bytes.n || bytes.p[size] != '{') && has_value(pc_sub(bytes.p, size)) &&
           !ends_envelope(bytes, size);
}

/* The indentation of the line at I. */
static size_t indentation(pc_str s, size_t i)
{
    size_t n = 0;

    while (i + n < s.n && (s.p[i + n] == ' ' || s.p[i + n] == '\t'))
        n++;
    return n;
}

/* That of the lines in an element, of which the first one is at I: the larger of two, because one of
 * them may have the fault. */
static size_t inner_indentation(pc_str s, size_t i)
{
    const size_t first = indentation(s, i);
    const char *next = memchr(s.p + i, '\n', s.n - i);
    const size_t second = next != NULL ? indentation(s, (size_t)(next + 1 - s.p)) : 0;

    return first > second ? first : second;
}

/* The place of the brace when the line at I begins an object, perhaps behind "}," of another one; 0
 * when it does not. */
static size_t object_in_line(pc_str s, size_t i)
{
    i += indentation(s, i);
    if (i < s.n && s.p[i] == '}') {
        i += 1 + indentation(s, i + 1);
        if (i == s.n || s.p[i] != ',')
            return 0;
        i += 1 + indentation(s, i + 1);
    }
    return i < s.n && s.p[i] == '{' ? i : 0;
}

void document_pass_rest(pc_source *source)
{
    enum { LONGEST = 256 }; /* of a name, and what is before it */
    size_t start, end;
    pc_str bytes;

    pc_ahead(source, LONGEST, &bytes);
    start = skip_space(bytes, 0);
    if (start == bytes.n || bytes.p[start] != ',')
        return;
    start = skip_space(bytes, start + 1);
    if (start == bytes.n || bytes.p[start] != '"')
        return;
    end = skip_space(bytes, skip_string(bytes, start));
    if (end == bytes.n || bytes.p[end] != ':')
        return;
    pc_consume(source, start);
    document_pass_junk(source);
}

/* S up to white space at its end. */
static pc_str drop_space_at_end(pc_str s)
{
    while (s.n != 0 && is_space(s.p[s.n - 1]))
        s.n--;
    return s;
}

/* True when what follows S is the first element of an array that has a name. */
static bool opens_named_array(pc_str s)
{
    s = drop_space_at_end(s);
    if (s.n == 0 || s.p[s.n - 1] != '[')
        return false;
    s = drop_space_at_end(pc_sub(s.p, s.n - 1));
    return s.n != 0 && s.p[s.n - 1] == ':';
}

/* True when S has a name of the objects around the array of items.  Strings do not count: a fault may
 * be that one has no end. */
static bool has_name_of_envelope(pc_str s)
{
    static const char *const names[] = { "\"items\"", "\"references\"", "\"message\"" };
    const char *quote = s.n != 0 ? memchr(s.p, '"', s.n) : NULL;

    for (; quote != NULL; quote = memchr(quote + 1, '"', s.n - (size_t)(quote + 1 - s.p))) {
        const pc_str rest = pc_drop(s, (size_t)(quote - s.p));

        for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
            if (pc_starts(rest, names[i]))
                return true;
        }
    }
    return false;
}

bool document_has_item(pc_str element, size_t size)
{
    const pc_str s = pc_sub(element.p, size), head = drop_space_at_end(s);

    if (!has_value(s))
        return false;
    return size == element.n || head.p[head.n - 1] == ',' || head.p[head.n - 1] == '}' ||
           !has_name_of_envelope(s);
}

size_t document_fault_size(pc_str element, pc_str at)
{
    enum { NOT_KNOWN, ITEM, ENVELOPE } kind = NOT_KNOWN; /* of what has the first named array */
    const char *line = memchr(element.p, '\n', element.n);
    size_t limit = SIZE_MAX, i = (size_t)(at.p - element.p);

    if (line != NULL)
        limit = inner_indentation(element, (size_t)(line + 1 - element.p));
    while (i > 0 && element.p[i - 1] != '\n')
        i--;
    if (i == 0) /* the first line is that of the element itself */
        i = line != NULL ? (size_t)(line + 1 - element.p) : element.n;
    while (i < element.n) {
        const size_t object = object_in_line(element, i);
        const char *next = memchr(element.p + i, '\n', element.n - i);

        if (object != 0 && (indentation(element, i) < limit || limit == 0)) {
            const pc_str before = pc_sub(element.p, object);

            if (!opens_named_array(before))
                return object;
            if (kind == NOT_KNOWN)
                kind = has_name_of_envelope(before) ? ENVELOPE : ITEM;
            if (kind == ENVELOPE)
                return object; /* in an item it is a person */
        }
        i = next != NULL ? (size_t)(next + 1 - element.p) : element.n;
    }
    return element.n;
}
