/* tex_html_marks.c - finds the tags of CSL processors, and which belong together. */
#include "tex_html_marks.h"

enum kind { KIND_I, KIND_B, KIND_SUP, KIND_SUB, KIND_SC, KIND_SPAN, KINDS };

static enum kind kind_of(enum pc_html_tag tag, bool short_name)
{
    switch (tag) {
    case PC_HTML_I:
        return KIND_I;
    case PC_HTML_B:
        return KIND_B;
    case PC_HTML_SUP:
        return KIND_SUP;
    case PC_HTML_SUB:
        return KIND_SUB;
    default:
        return short_name ? KIND_SC : KIND_SPAN;
    }
}

/* Reads a span with a font variant, which is small-caps or normal. */
static bool read_variant(pc_str s, struct pc_html_mark *mark)
{
    enum { LONGEST = 64 };
    static const char start[] = "<span style=\"font-variant";
    const char *end = memchr(s.p, '>', s.n < LONGEST ? s.n : LONGEST);
    pc_str value;

    if (end == NULL || !pc_starts(s, start))
        return false;
    mark->size = (size_t)(end + 1 - s.p);
    value = pc_drop(pc_sub(s.p, mark->size), sizeof start - 1);
    while (value.n != 0 && (value.p[0] == ' ' || value.p[0] == ':'))
        value = pc_drop(value, 1);
    mark->tag = pc_starts(value, "small-caps") ? PC_HTML_SMALL_CAPS : PC_HTML_NONE;
    return true;
}

/* Reads the tag that S begins with; false when it is none that CSL processors know. */
static bool read_mark(pc_str s, struct pc_html_mark *mark, enum kind *kind)
{
    static const struct {
        const char *text;
        enum pc_html_tag tag;
        bool ends, short_name;
    } tags[] = {
        { "<i>", PC_HTML_I, false, false },
        { "</i>", PC_HTML_I, true, false },
        { "<b>", PC_HTML_B, false, false },
        { "</b>", PC_HTML_B, true, false },
        { "<sup>", PC_HTML_SUP, false, false },
        { "</sup>", PC_HTML_SUP, true, false },
        { "<sub>", PC_HTML_SUB, false, false },
        { "</sub>", PC_HTML_SUB, true, false },
        { "<sc>", PC_HTML_SMALL_CAPS, false, true },
        { "</sc>", PC_HTML_SMALL_CAPS, true, true },
        { "<span class=\"nocase\">", PC_HTML_NOCASE, false, false },
        { "</span>", PC_HTML_NOCASE, true, false },
    };

    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
        if (pc_starts(s, tags[i].text)) {
            mark->size = strlen(tags[i].text);
            mark->tag = tags[i].tag;
            mark->ends = tags[i].ends;
            *kind = kind_of(mark->tag, tags[i].short_name);
            return true;
        }
    }
    mark->ends = false;
    *kind = KIND_SPAN;
    return read_variant(s, mark);
}

/* The tags that are open, in each other. */
struct open_marks {
    size_t last; /* SIZE_MAX: none */
    size_t counts[KINDS];
};

/* A tag that is open has the number of the one around it at START, and its kind at OTHER. */
static void open_mark(struct pc_html_marks *marks, struct open_marks *open,
                      struct pc_html_mark *mark, enum kind kind, size_t number)
{
    mark->start = open->last;
    mark->other = (size_t)kind;
    open->last = number;
    open->counts[kind]++;
    pc_text_add(&marks->bytes, pc_sub((const char *)mark, sizeof *mark));
}

/* Takes the last tag from those that are open; its kind. */
static enum kind close_last(struct pc_html_marks *marks, struct open_marks *open, size_t other)
{
    const size_t number = open->last;
    struct pc_html_mark mark = { 0 };
    enum kind kind;

    pc_html_mark(marks, number, &mark);
    kind = (enum kind)mark.other;
    open->counts[kind]--;
    open->last = mark.start;
    mark.other = other;
    pc_html_set(marks, number, &mark);
    return kind;
}

/* Adds MARK, which ends its mark OTHER. */
static void end_mark(struct pc_html_marks *marks, struct pc_html_mark *mark, size_t number)
{
    struct pc_html_mark begin = { 0 };

    pc_html_mark(marks, mark->other, &begin);
    begin.other = number;
    pc_html_set(marks, mark->other, &begin);
    mark->tag = begin.tag;
    pc_text_add(&marks->bytes, pc_sub((const char *)mark, sizeof *mark));
}

void pc_html_find(struct pc_html_marks *marks, pc_str s)
{
    struct open_marks open = { .last = SIZE_MAX };
    size_t number = 0;
    struct pc_html_mark mark = { 0 };
    enum kind kind = KIND_I;

    memset(marks, 0, sizeof *marks);
    for (size_t at = 0; at < s.n; at += mark.size) {
        const char *next = memchr(s.p + at, '<', s.n - at);

        if (next == NULL)
            break;
        at = mark.at = (size_t)(next - s.p);
        if (!read_mark(pc_drop(s, at), &mark, &kind)) {
            mark.size = 1;
        } else if (!mark.ends) {
            open_mark(marks, &open, &mark, kind, number++);
        } else if (open.counts[kind] != 0) {
            do
                mark.other = open.last;
            while (close_last(marks, &open, SIZE_MAX) != kind);
            end_mark(marks, &mark, number++);
        }
    }
    while (open.last != SIZE_MAX)
        close_last(marks, &open, SIZE_MAX);
}

bool pc_html_mark(const struct pc_html_marks *marks, size_t number, struct pc_html_mark *mark)
{
    if (number >= marks->bytes.n / sizeof *mark)
        return false;
    memcpy(mark, marks->bytes.p + number * sizeof *mark, sizeof *mark);
    return true;
}

void pc_html_set(struct pc_html_marks *marks, size_t number, const struct pc_html_mark *mark)
{
    memcpy(marks->bytes.p + number * sizeof *mark, mark, sizeof *mark);
}

void pc_html_release(struct pc_html_marks *marks)
{
    pc_text_free(&marks->bytes);
}
