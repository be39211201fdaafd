/* dates.c - EDTF dates as RIS has them: 2025 and 2025/05/30/text. */
#include "reference.h"

#include "paperconv/dates.h"

/* PY and DA of a DATE, EDTF, that has no more than year, month and day. */
static void put_plain_date(pc_gather *out, pc_str date, const pc_date *parts, pc_str text)
{
    const pc_str year = pc_sub(date.p, 4);

    pc_gather_puts(out, "\r\nPY  - ");
    pc_gather_put(out, year);
    if (parts->month == 0 && text.n == 0)
        return;
    pc_gather_puts(out, "\r\nDA  - ");
    pc_gather_put(out, year);
    pc_gather_puts(out, "/");
    if (parts->month != 0)
        pc_gather_put(out, pc_sub(date.p + 5, 2));
    pc_gather_puts(out, "/");
    if (parts->day != 0)
        pc_gather_put(out, pc_sub(date.p + 8, 2));
    if (parts->day == 0 || text.n != 0)
        pc_gather_puts(out, "/");
    if (text.n != 0)
        ris_put_text(out, text);
}

/* A season, an interval or a qualifier is in the fourth part of DA, where TEXT would be. */
static bool put_other_date(struct reference *r, pc_str date, pc_str text)
{
    pc_edtf edtf;
    pc_edtf_ris ris;
    size_t n;

    if (!pc_edtf_parse(date, &edtf) || !pc_edtf_to_ris(&edtf, &ris))
        return false;
    n = strlen(ris.date);
    pc_gather_puts(r->out, "\r\nPY  - ");
    pc_gather_puts(r->out, ris.year);
    pc_gather_puts(r->out, "\r\nDA  - ");
    pc_gather_puts(r->out, ris.date);
    if (text.n != 0 && ris.date[n - 1] == '/') {
        ris_put_text(r->out, text);
        ris_mark(r, PC_LIST_DATE_TEXT);
    }
    return true;
}

bool ris_put_date(struct reference *r, const struct place *place)
{
    const pc_str date = pc_fields_first(r->fields, place->list);
    const pc_value *other = r->fields->first[PC_LIST_DATE_TEXT];
    const pc_str text = other != NULL ? ris_drop_blanks(other->text) : pc_none();
    pc_date parts;

    if (!pc_date_parse(date, &parts))
        return put_other_date(r, date, text);
    if (parts.year == 0)
        return false;
    put_plain_date(r->out, date, &parts, text);
    if (other != NULL)
        ris_mark(r, PC_LIST_DATE_TEXT);
    return true;
}

bool ris_put_day(struct reference *r, const struct place *place)
{
    pc_edtf edtf;
    pc_edtf_ris ris;

    if (!pc_edtf_parse(pc_fields_first(r->fields, place->list), &edtf) ||
        !pc_edtf_to_ris(&edtf, &ris))
        return false;
    ris_put_line(r, place, pc_s(ris.date));
    return true;
}

bool ris_put_no_year(struct reference *r, const struct place *place)
{
    static const char months[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    const pc_str date = pc_fields_first(r->fields, place->list);
    pc_date parts;
    char text[32];

    if (!pc_date_parse(date, &parts) || parts.month == 0)
        return ris_put_each(r, place);
    snprintf(text, sizeof text, "%s %d", months[parts.month - 1], parts.day);
    ris_put_line(r, place, pc_s(text));
    return true;
}
