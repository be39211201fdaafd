/* layout.c - counts the lines of a copied page that its reader does not know. */
#include "paperconv/layout.h"
#include "paperconv/lines.h"
#include "paperconv/text.h"

/* The first bytes of LINE, at most PC_LAYOUT_SHOWN, up to the end of a character. */
static pc_str shown_part(pc_str line)
{
    size_t n = PC_LAYOUT_SHOWN;

    if (line.n <= n)
        return line;
    while (n > 0 && ((unsigned char)line.p[n] & 0xc0) == 0x80)
        n--;
    return pc_sub(line.p, n);
}

static void keep_first(pc_layout *layout, pc_record *rec, pc_str line)
{
    pc_str shown = shown_part(line);

    pc_start(rec, line);
    layout->line = pc_where(rec).line;
    layout->length = (unsigned char)shown.n;
    if (shown.n != 0)
        memcpy(layout->text, shown.p, shown.n);
}

void pc_layout_strange(pc_layout *layout, pc_record *rec, pc_str line)
{
    if (layout->strange++ == 0)
        keep_first(layout, rec, line);
}

void pc_layout_short_record(pc_layout *layout, pc_record *rec, pc_str title)
{
    layout->short_records++;
    pc_layout_strange(layout, rec, title);
}

bool pc_layout_is_short(pc_str title, pc_str abstract)
{
    enum { ENOUGH = 3, FIRST_IDEOGRAPH = 0x2e80 };
    size_t words = 0, n;
    bool inside = false;

    if (abstract.n != 0)
        return false;
    for (; title.n != 0 && words < ENOUGH; title = pc_drop(title, n)) {
        bool ideograph = pc_rune(title, &n) >= FIRST_IDEOGRAPH;
        bool blank = pc_lines_blank_front(title) != 0;

        words += !blank && (ideograph || !inside);
        inside = !blank && !ideograph;
    }
    return words < ENOUGH;
}

void pc_layout_end(const pc_layout *layout, pc_source *src)
{
    uint64_t lines = layout->known + layout->strange;

    if (layout->short_records == 0 && layout->strange <= lines / 10)
        return;
    pc_warn(src, pc_none(), "unfamiliar-layout",
            "%llu of %llu lines are neither part of a paper nor known boilerplate; the first is "
            "line %llu: '%.*s'",
            (unsigned long long)layout->strange, (unsigned long long)lines,
            (unsigned long long)layout->line, (int)layout->length, layout->text);
}
