/* pictures.c - three pictures as SVG: papers per year or month, frequent authors, categories. */
#include "html.h"

#include "paperconv/dates.h"

#include <limits.h>

enum { BARS = 20, COLUMNS = 60, WIDTH = 640 };

/* ---- counting -------------------------------------------------------------------- */

static void count_date(struct html *h, pc_str text)
{
    char digits[16];
    pc_edtf edtf;
    pc_date date;

    if (!pc_edtf_parse(text, &edtf))
        return;
    date = pc_edtf_first(&edtf);
    if (date.year == 0)
        return;
    snprintf(digits, sizeof digits, "%04d", date.year);
    html_tally_add(&h->years, pc_s(digits));
    if (date.month == 0)
        return;
    snprintf(digits, sizeof digits, "%04d-%02d", date.year, date.month);
    html_tally_add(&h->months, pc_s(digits));
}

void html_count(struct html *h, const pc_fields *fields)
{
    const enum pc_markup markup = pc_markup_read(pc_fields_first(fields, PC_LIST_MARKUP));
    pc_str category = html_first(fields, PC_LIST_ARXIV_CATEGORY);
    pc_text scratch = { 0 };

    count_date(h, html_first(fields, PC_LIST_DATE));
    for (const pc_value *v = fields->first[PC_LIST_AUTHOR]; v != NULL; v = v->next)
        html_tally_add(&h->authors, html_without_markup(&scratch, pc_trim(v->text), markup));
    pc_text_free(&scratch);
    if (category.n == 0)
        category = html_first(fields, PC_LIST_CATEGORY);
    if (category.n != 0)
        html_tally_add(&h->categories, category);
}

/* ---- drawing --------------------------------------------------------------------- */

static void put_attribute_number(pc_text *out, const char *name, uint64_t value)
{
    pc_text_puts(out, " ");
    pc_text_puts(out, name);
    pc_text_puts(out, "=\"");
    html_number(out, value);
    pc_text_puts(out, "\"");
}

static void put_rectangle(pc_text *out, const uint64_t box[4])
{
    pc_text_puts(out, "<rect");
    put_attribute_number(out, "x", box[0]);
    put_attribute_number(out, "y", box[1]);
    put_attribute_number(out, "width", box[2]);
    put_attribute_number(out, "height", box[3]);
    pc_text_puts(out, "/>");
}

static void put_label(pc_text *out, uint64_t x, uint64_t y, const char *anchor, pc_str text)
{
    pc_text_puts(out, "<text");
    put_attribute_number(out, "x", x);
    put_attribute_number(out, "y", y);
    pc_text_puts(out, " text-anchor=\"");
    pc_text_puts(out, anchor);
    pc_text_puts(out, "\">");
    pc_html_escape(out, text);
    pc_text_puts(out, "</text>");
}

static void put_count_label(pc_text *out, uint64_t x, uint64_t y, const char *anchor,
                            uint64_t count)
{
    char digits[24];

    snprintf(digits, sizeof digits, "%llu", (unsigned long long)count);
    put_label(out, x, y, anchor, pc_s(digits));
}

/* The picture is named by its caption; its texts are for those who see it. */
static void begin_picture(pc_text *out, const char *id, const char *caption, uint64_t height)
{
    pc_text_puts(out, "<figure><figcaption id=\"");
    pc_text_puts(out, id);
    pc_text_puts(out, "\">");
    pc_text_puts(out, caption);
    pc_text_puts(out, "</figcaption>\n<svg role=\"img\" aria-labelledby=\"");
    pc_text_puts(out, id);
    pc_text_puts(out, "\" viewBox=\"0 0 ");
    html_number(out, WIDTH);
    pc_text_puts(out, " ");
    html_number(out, height);
    pc_text_puts(out, "\">\n");
}

static void end_picture(pc_text *out)
{
    pc_text_puts(out, "</svg></figure>\n");
}

/* S, cut to what fits beside a bar. */
static pc_str shortened(pc_str s, pc_text *scratch)
{
    enum { LONGEST = 30 };
    size_t at = 0, size;

    for (size_t runes = 0; at < s.n; runes++, at += size) {
        if (runes == LONGEST) {
            scratch->n = 0;
            pc_text_add(scratch, pc_sub(s.p, at));
            pc_text_puts(scratch, "\u2026");
            return pc_text_str(scratch);
        }
        pc_rune(pc_drop(s, at), &size);
    }
    return s;
}

/* The names with the highest counts, a bar each. */
static void put_bars(pc_text *out, const struct tally *t, const char *id, const char *caption)
{
    enum { LEFT = 230, LINE = 22, ROOM = WIDTH - LEFT - 60 };
    const struct tally_item *items[BARS];
    const size_t count = html_tally_top(t, items, BARS);
    pc_text scratch = { 0 };

    if (count == 0)
        return;
    begin_picture(out, id, caption, count * LINE + 4);
    for (size_t i = 0; i < count; i++) {
        const uint64_t length = items[i]->count * ROOM / items[0]->count;

        put_label(out, LEFT - 8, i * LINE + 16, "end",
                  shortened(tally_name(t, items[i]), &scratch));
        put_rectangle(out, (const uint64_t[]){ LEFT, i * LINE + 3, length + 1, LINE - 6 });
        put_count_label(out, LEFT + length + 8, i * LINE + 16, "start", items[i]->count);
        pc_text_puts(out, "\n");
    }
    end_picture(out);
    pc_text_free(&scratch);
}

/* ---- time ------------------------------------------------------------------------ */

/* Months are numbered from the year 0, years as they are. */
static unsigned long number_of(pc_str name)
{
    unsigned long number = 0;

    for (size_t i = 0; i < 4; i++)
        number = number * 10 + (unsigned long)(name.p[i] - '0');
    if (name.n == 7)
        number = number * 12 + (unsigned long)((name.p[5] - '0') * 10 + name.p[6] - '1');
    return number;
}

/* The counts of the last COLUMNS years or months; SPAN of them begin at *FIRST. */
static size_t count_columns(const struct tally *t, uint64_t counts[COLUMNS], unsigned long *first)
{
    unsigned long last = 0;

    *first = ULONG_MAX;
    for (size_t i = 0; i < t->room; i++) {
        if (t->items[i].count == 0)
            continue;
        const unsigned long number = number_of(tally_name(t, &t->items[i]));

        last = number > last ? number : last;
        *first = number < *first ? number : *first;
    }
    if (t->used == 0)
        return 0;
    if (last - *first >= COLUMNS)
        *first = last - COLUMNS + 1;
    for (size_t i = 0; i < t->room; i++) {
        if (t->items[i].count != 0 && number_of(tally_name(t, &t->items[i])) >= *first)
            counts[number_of(tally_name(t, &t->items[i])) - *first] += t->items[i].count;
    }
    return last - *first + 1;
}

static void put_time_label(pc_text *out, uint64_t x, uint64_t y, unsigned long number, bool months)
{
    char text[24];

    if (months)
        snprintf(text, sizeof text, "%lu-%02lu", number / 12, number % 12 + 1);
    else
        snprintf(text, sizeof text, "%lu", number);
    put_label(out, x, y, "middle", pc_s(text));
}

static void put_columns(pc_text *out, const struct tally *t, bool months)
{
    enum { HEIGHT = 200, TOP = 20, BOTTOM = TOP + HEIGHT, WIDEST = 80 };
    uint64_t counts[COLUMNS] = { 0 }, most = 1;
    unsigned long first;
    const size_t columns = count_columns(t, counts, &first);
    const size_t step = columns != 0 && WIDTH / columns < WIDEST ? WIDTH / columns : WIDEST;
    const size_t every = (months ? 60 : 40) / (step + 1) + 1;

    if (columns == 0)
        return;
    for (size_t i = 0; i < columns; i++)
        most = counts[i] > most ? counts[i] : most;
    begin_picture(out, "by-date", months ? "Papers per month" : "Papers per year", BOTTOM + 24);
    for (size_t i = 0; i < columns; i++) {
        const uint64_t height = counts[i] * HEIGHT / most + (counts[i] != 0);
        const uint64_t x = i * step, middle = x + step / 2;

        if (height != 0)
            put_rectangle(out, (const uint64_t[]){ x + 1, BOTTOM - height, step - 2, height });
        if (counts[i] != 0 && step >= 20)
            put_count_label(out, middle, BOTTOM - height - 5, "middle", counts[i]);
        if (i % every == 0)
            put_time_label(out, middle + (i == 0 && step < 30 ? 12 : 0), BOTTOM + 17, first + i,
                           months);
        pc_text_puts(out, "\n");
    }
    end_picture(out);
}

void html_pictures(pc_text *out, const struct html *h)
{
    const bool months = h->years.used <= 2 && h->months.used > 1;

    put_columns(out, months ? &h->months : &h->years, months);
    put_bars(out, &h->authors, "by-author", "Most frequent authors");
    put_bars(out, &h->categories, "by-category", "Categories");
}
