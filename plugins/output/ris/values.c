/* values.c - values on lines of their own. */
#include "reference.h"

#include "paperconv/scan.h"

/* The length of the white space character at the front of S: ASCII white space, a control
 * character, a line separator of Unicode; 0 when there is none. */
static size_t blank_size(pc_str s)
{
    if ((unsigned char)s.p[0] <= ' ' || s.p[0] == 0x7F)
        return 1;
    if (pc_starts(s, "\xE2\x80\xA8") || pc_starts(s, "\xE2\x80\xA9"))
        return 3;
    return pc_starts(s, "\xC2\x85") ? 2 : 0;
}

/* True where white space may begin that is more than a single space: two spaces (or one beside a
 * NUL), or another white space character.  One comparison covers control characters, 0x7F and
 * bytes outside ASCII. */
PC_SCAN_TEST may_be_wide(const unsigned char *p)
{
    return pc_scan_if((signed char)(p[0] + 1) <= ' ') | pc_scan_if((p[0] | p[1]) == ' ');
}
PC_SCAN(find_wide, may_be_wide, 1)

/* The length of the first byte of S and the bytes outside ASCII after it that cannot begin white
 * space. */
static size_t letters_size(pc_str s)
{
    size_t i = 1;

    while (i < s.n && (unsigned char)s.p[i] >= 0x80 && (unsigned char)(s.p[i] | 0x20) != 0xE2)
        i++;
    return i;
}

/* The length of S up to the first white space that is not a single space between characters. */
static size_t run_size(pc_str s)
{
    size_t i = 0;

    while ((i += find_wide(pc_drop(s, i))) < s.n) {
        size_t blank = blank_size(pc_drop(s, i));

        if (blank > 1 ||
            (blank == 1 && (s.p[i] != ' ' || i + 1 == s.n || blank_size(pc_drop(s, i + 1)) != 0)))
            break;
        i += letters_size(pc_drop(s, i));
    }
    while (i > 0 && s.p[i - 1] == ' ') /* a space before other white space */
        i--;
    return i;
}

pc_str ris_drop_front(pc_str s)
{
    size_t blank;

    while (s.n != 0 && (blank = blank_size(s)) != 0)
        s = pc_drop(s, blank);
    return s;
}

/* Collapses white space: a line "ER  -" in a value would end the record. */
void ris_put_text(pc_gather *out, pc_str text)
{
    size_t run = run_size(text);

    pc_gather_put(out, pc_sub(text.p, run));
    for (text = ris_drop_blanks(pc_drop(text, run)); text.n != 0;
         text = ris_drop_blanks(pc_drop(text, run))) {
        run = run_size(text);
        pc_gather_putc(out, ' ');
        pc_gather_put(out, pc_sub(text.p, run));
    }
}

bool ris_put_each(struct reference *r, const struct place *place)
{
    for (const pc_value *v = r->fields->first[place->list]; v != NULL; v = v->next)
        ris_put_line(r, place, v->text);
    return true;
}

bool ris_put_joined(struct reference *r, const struct place *place)
{
    bool any = false;

    for (const pc_value *v = r->fields->first[place->list]; v != NULL; v = v->next) {
        const pc_str value = ris_drop_blanks(v->text);

        if (value.n == 0)
            continue;
        if (any)
            pc_gather_puts(r->out, "; ");
        else
            ris_put_tag(r, place);
        ris_put_text(r->out, value);
        any = true;
    }
    return true;
}

bool ris_put_start(struct reference *r, const struct place *place)
{
    ris_put_tag(r, place);
    return true;
}

/* ---- titles ---------------------------------------------------------------------- */

static bool ends_sentence(pc_str title)
{
    title = pc_trim(title);
    return title.n != 0 && strchr("?!.:", title.p[title.n - 1]) != NULL;
}

/* RIS has no place for a subtitle: its readers expect it behind a colon. */
bool ris_put_title(struct reference *r, const struct place *place)
{
    const pc_value *under = r->fields->first[PC_LIST_SUBTITLE];
    pc_str title, subtitle;

    if (under == NULL)
        return ris_put_each(r, place);
    ris_mark(r, PC_LIST_SUBTITLE);
    title = ris_drop_blanks(pc_fields_first(r->fields, PC_LIST_TITLE));
    subtitle = ris_drop_blanks(under->text);
    if (title.n == 0 || subtitle.n == 0) {
        ris_put_line(r, place, title.n != 0 ? title : subtitle);
        return true;
    }
    ris_put_tag(r, place);
    ris_put_text(r->out, title);
    pc_gather_puts(r->out, ends_sentence(title) ? " " : ": ");
    ris_put_text(r->out, subtitle);
    return true;
}

/* ---- pages ----------------------------------------------------------------------- */

/* The first place of SEPARATOR in PAGES; their end when there is none or more than one. */
static size_t find_separator(pc_str pages, pc_str separator)
{
    size_t found = pages.n;

    for (size_t i = 0; i + separator.n <= pages.n;) {
        if (!pc_same(pc_sub(pages.p + i, separator.n), separator)) {
            i++;
            continue;
        }
        if (found != pages.n)
            return pages.n;
        found = i;
        i += separator.n;
    }
    return found;
}

/* Cuts "123-145", "123--145" and the same with a dash of Unicode.  What has a list of pages, or
 * several hyphens, is a single text in FIRST. */
static void cut_pages(pc_str pages, pc_str *first, pc_str *last)
{
    static const char *const separators[] = { "---",    "--",     "\u2013", "\u2014", "\u2012",
                                              "\u2010", "\u2011", "\u2212", "-" };

    *first = pages;
    *last = pc_none();
    if (memchr(pages.p, ',', pages.n) != NULL || memchr(pages.p, ';', pages.n) != NULL)
        return;
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        const pc_str separator = pc_s(separators[i]);
        const size_t at = find_separator(pages, separator);

        if (at == pages.n || at == 0)
            continue;
        *first = pc_trim(pc_sub(pages.p, at));
        *last = pc_trim(pc_drop(pages, at + separator.n));
        return;
    }
}

bool ris_put_pages(struct reference *r, const struct place *place)
{
    static const struct place end = { .tag = "\r\nEP  - " };
    const pc_str pages = pc_trim(pc_fields_first(r->fields, place->list));
    pc_str first, last;

    if (pages.n == 0)
        return true;
    cut_pages(pages, &first, &last);
    ris_put_line(r, place, first);
    if (!pc_same(first, last))
        ris_put_line(r, &end, last);
    return true;
}

/* ---- categories ------------------------------------------------------------------ */

/* The printed code says nothing that the full id does not. */
bool ris_put_category(struct reference *r, const struct place *place)
{
    const pc_str category = pc_fields_first(r->fields, PC_LIST_ARXIV_CATEGORY);

    ris_put_line(r, place,
                 category.n != 0 ? category : pc_fields_first(r->fields, PC_LIST_CATEGORY));
    return true;
}

/* ---- custom fields --------------------------------------------------------------- */

/* The tag of a custom field "ris:U1" that a reader of RIS kept; absent for other keys, and for the
 * tags that make a reference. */
pc_str ris_custom_tag(pc_str key)
{
    static const char *const made[] = { "TY", "ER", "ID" };
    pc_str tag;

    if (key.n != 6 || !pc_starts(key, "ris:"))
        return pc_none();
    tag = pc_drop(key, 4);
    for (size_t i = 0; i < sizeof made / sizeof made[0]; i++) {
        if (pc_eq(tag, made[i]))
            return pc_none();
    }
    return tag.p[0] >= 'A' && tag.p[0] <= 'Z' && ris_is_type(tag) ? tag : pc_none();
}

bool ris_put_custom(struct reference *r, const struct place *place)
{
    struct place own = *place;

    for (const pc_value *v = r->fields->first[place->list]; v != NULL; v = v->next) {
        const pc_str tag = ris_custom_tag(v->key);

        if (tag.n == 0)
            continue;
        memcpy(own.tag + 2, tag.p, 2);
        ris_put_line(r, &own, v->text);
    }
    return true;
}
