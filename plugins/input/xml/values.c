/* values.c - texts of elements as the values of fields. */
#include "values.h"

#include "markup.h"

#include <stdint.h>

/* The bytes of a text that a tree owns: what is written is never longer than what was read. */
static char *bytes_of(pc_str text)
{
    return (char *)(uintptr_t)text.p;
}

/* The length of the start of S that value_line() leaves as it is. */
static size_t tidy_length(pc_str s)
{
    size_t i = 0;

    while (i < s.n && (!xml_is_space(s.p[i]) || (s.p[i] == ' ' && !xml_is_space(s.p[i + 1]))))
        i++; /* S does not end with a space */
    return i;
}

pc_str value_line(pc_str text)
{
    char *out;
    size_t n;

    text = pc_trim(text);
    out = bytes_of(text);
    n = tidy_length(text);
    for (size_t i = n; i < text.n; i++) {
        if (!xml_is_space(text.p[i]))
            out[n++] = text.p[i];
        else if (out[n - 1] != ' ')
            out[n++] = ' ';
    }
    return pc_sub(text.p, n);
}

/* The line that REST begins with, which is then taken off. */
static pc_str cut_text_line(pc_str *rest)
{
    const char *end = rest->n != 0 ? memchr(rest->p, '\n', rest->n) : NULL;
    const size_t n = end != NULL ? (size_t)(end - rest->p) : rest->n;
    const pc_str line = pc_sub(rest->p, n);

    *rest = pc_drop(*rest, n + (end != NULL));
    return line;
}

static size_t indentation(pc_str line)
{
    size_t n = 0;

    while (n < line.n && (line.p[n] == ' ' || line.p[n] == '\t'))
        n++;
    return n;
}

/* The smallest indentation of the lines behind the first one. */
static size_t margin_of(pc_str text)
{
    size_t margin = SIZE_MAX;

    cut_text_line(&text);
    while (text.n != 0) {
        const pc_str line = cut_text_line(&text);

        if (pc_trim(line).n != 0 && indentation(line) < margin)
            margin = indentation(line);
    }
    return margin;
}

pc_str value_paragraphs(pc_str text)
{
    const size_t margin = margin_of(text);
    char *const out = bytes_of(text);
    bool blank = false;
    pc_str rest = text;
    size_t n = 0;

    while (rest.n != 0) {
        const pc_str raw = cut_text_line(&rest), line = value_line(raw);
        const bool begins = blank || indentation(raw) > margin;

        blank = line.n == 0;
        if (blank)
            continue;
        if (n != 0) {
            out[n++] = begins ? '\n' : ' ';
            if (begins)
                out[n++] = '\n';
        }
        memmove(out + n, line.p, line.n);
        n += line.n;
    }
    return pc_sub(text.p, n);
}

bool value_word(pc_str *rest, pc_str *word)
{
    size_t n = 0;

    *rest = pc_trim(*rest);
    while (n < rest->n && !xml_is_space(rest->p[n]))
        n++;
    *word = pc_sub(rest->p, n);
    *rest = pc_drop(*rest, n);
    return n != 0;
}
