/* json_enter.c - the array in an object that a source holds. */
#include "json/json_state.h"

struct search {
    const char *const *names; /* of the array */
    const char *outer;        /* of an object that may have it; NULL: none */
    size_t at;                /* what was looked at */
    size_t string;            /* the same in the string that begins there; 0: nothing */
    unsigned depth;
    bool in_outer; /* that object is open, at depth 2 */
};

static size_t pass_json_space(pc_str s, size_t i)
{
    while (i < s.n && pc_json_is_space(s.p[i]))
        i++;
    return i;
}

/* The quotation mark that ends a string, from I in it on; s.n or more when it does not end. */
static size_t end_of_string(pc_str s, size_t i)
{
    for (; i < s.n && s.p[i] != '"'; i++)
        i += s.p[i] == '\\';
    return i;
}

static bool is_array_name(const struct search *s, pc_str name)
{
    for (const char *const *one = s->names; *one != NULL; one++) {
        if (pc_eq(name, *one))
            return true;
    }
    return false;
}

/* Looks at the string at s->at.  True when it is one of the names and the array begins; *FOUND
 * is then its place.  MORE: the bytes end before that is known. */
static bool is_array(struct search *s, pc_str bytes, size_t *found, bool *more)
{
    size_t end, i;
    pc_str name;

    s->string = end_of_string(bytes, s->string != 0 ? s->string : s->at + 1);
    end = s->string + 1;
    *more = end >= bytes.n || (i = pass_json_space(bytes, end)) == bytes.n;
    if (*more)
        return false;
    name = pc_sub(bytes.p + s->at + 1, end - s->at - 2);
    s->string = 0;
    if (bytes.p[i] != ':' || s->depth != (s->in_outer ? 2U : 1U)) {
        s->at = end;
        return false;
    }
    i = pass_json_space(bytes, i + 1);
    *more = i == bytes.n;
    if (*more)
        return false; /* the name is read again */
    s->at = i;
    *found = i;
    if (bytes.p[i] == '{' && s->depth == 1 && s->outer != NULL && pc_eq(name, s->outer))
        s->in_outer = true;
    return bytes.p[i] == '[' && is_array_name(s, name);
}

/* True when *FOUND is the place of the array; MORE: more bytes may have it. */
static bool find_array(struct search *s, pc_str bytes, size_t *found, bool *more)
{
    *more = false;
    while (s->at < bytes.n) {
        const char c = bytes.p[s->at];

        if (c == '"') {
            if (is_array(s, bytes, found, more))
                return true;
            if (*more)
                return false;
            continue;
        }
        s->at++;
        if (c == '{' || c == '[')
            s->depth++;
        else if ((c == '}' || c == ']') && (s->depth == 0 || --s->depth == 0))
            return false;
        if (s->depth < 2)
            s->in_outer = s->in_outer && c == '{';
    }
    *more = true;
    return false;
}

unsigned pc_json_enter(pc_source *source, const char *const *names, const char *outer)
{
    struct search search = { .names = names, .outer = outer };
    size_t want = 1, found = 0;
    pc_str bytes;
    bool more = true, at_end = false;

    if (!pc_ahead(source, 1, &bytes) || bytes.p[0] != '{')
        return 0;
    while (more && !at_end) {
        at_end = !pc_ahead(source, want, &bytes);
        if (find_array(&search, bytes, &found, &more)) {
            pc_consume(source, found);
            return search.depth;
        }
        want = bytes.n + 1;
    }
    return 0;
}

void pc_json_leave(pc_source *source, unsigned depth)
{
    bool in_string = false;
    pc_str bytes;

    while (depth != 0 && pc_ahead(source, 2, &bytes)) { /* two: an escape is one step */
        size_t i = 0;

        while (depth != 0 && i + 1 < bytes.n) {
            const char c = bytes.p[i];

            i += in_string && c == '\\' ? 2 : 1;
            if (c == '"')
                in_string = !in_string;
            else if (!in_string && (c == '{' || c == '['))
                depth++;
            else if (!in_string && (c == '}' || c == ']'))
                depth--;
        }
        pc_consume(source, i);
    }
    if (depth != 0 && pc_ahead(source, 1, &bytes))
        pc_consume(source, 1); /* the last byte */
}
