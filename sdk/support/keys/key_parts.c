/* key_parts.c - the text that parts of a key are made from. */
#include "key_parts.h"

#include "paperconv/tex.h"

pc_str pc_key_decode_text(pc_keys *keys, const pc_record *record, pc_str text)
{
    const enum pc_markup markup = pc_markup_read(pc_get(record, PC_MARKUP, 0));

    if (markup != PC_TEX && markup != PC_HTML)
        return text;
    keys->scratch.n = 0;
    if (markup == PC_TEX)
        pc_tex_decode(&keys->scratch, text);
    else
        pc_html_decode(&keys->scratch, text);
    return pc_text_str(&keys->scratch);
}

bool pc_key_date(pc_str printed, pc_date *date)
{
    enum { YEAR = 4 };
    pc_str first = pc_sub(printed.p, 0);
    pc_edtf edtf;
    int64_t year;

    if (pc_date_parse(printed, date))
        return true;
    while (first.n < printed.n && strchr("/?~%", first.p[first.n]) == NULL)
        first.n++;
    if (first.n < printed.n && pc_date_parse(first, date))
        return true;
    /* The year of a season: 2021-21. */
    return pc_edtf_parse(printed, &edtf) && pc_edtf_first_year(&edtf, &year) &&
           pc_date_parse(pc_sub(printed.p, YEAR), date);
}
