/* serials.c - lists of ISSNs and ISBNs. */
#include "id_forms.h"
#include "paperconv/lines.h"

static bool is_between(char c)
{
    return c == ' ' || c == ',' || c == ';' || c == '\n' || c == '\t' || c == '\r';
}

static pc_str skip_between(pc_str list)
{
    while (list.n != 0 && is_between(list.p[0]))
        list = pc_drop(list, 1);
    return list;
}

enum { LONGEST = 80 }; /* bytes of a number, which may be an address */

/* The length of LIST up to the first of ENDS, as far as a number may reach. */
static size_t length_to(pc_str list, const char *ends)
{
    size_t n = 0;

    while (n < list.n && n <= LONGEST && strchr(ends, list.p[n]) == NULL)
        n++;
    return n;
}

/* Takes "(print)" off the front of LIST; other remarks stay. */
static void take_kind(pc_str *list, pc_serial *serial)
{
    static const struct {
        const char *remark, *kind;
    } kinds[] = { { "(print)", "print" },
                  { "(electronic)", "electronic" },
                  { "(online)", "electronic" },
                  { "(linking)", "linking" } };
    pc_str rest = skip_between(*list);

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (pc_id_take(&rest, kinds[i].remark)) {
            serial->kind = kinds[i].kind;
            *list = rest;
            return;
        }
    }
}

/* TEXT without its name: what is behind a colon or a slash, else from the first digit on, unless that is
 * one of ISBN-13. */
static pc_str without_name(pc_str text)
{
    size_t n = text.n;

    if (text.p[0] >= '0' && text.p[0] <= '9')
        return text;
    while (n != 0 && text.p[n - 1] != ':' && text.p[n - 1] != '/')
        n--;
    if (n != 0)
        return pc_lines_trim(pc_drop(text, n));
    n = length_to(text, "0123456789");
    return pc_starts(pc_drop(text, n), "10") || pc_starts(pc_drop(text, n), "13")
               ? text
               : pc_drop(text, n);
}

/* True when TEXT is one number. */
static bool read_one(pc_str text, pc_serial *serial)
{
    char issn[PC_ISSN_SIZE], isbn[PC_ISBN_SIZE];

    text = pc_lines_trim(text);
    if (text.n == 0 || text.n > LONGEST)
        return false;
    serial->isbn = pc_issn_read(text, issn) == PC_ID_SHAPE;
    if (serial->isbn && pc_isbn_read(text, isbn) == PC_ID_SHAPE)
        return false;
    serial->number = without_name(text);
    return true;
}

bool pc_serial_next(pc_str *list, pc_serial *serial)
{
    static const char *const ends[] = { ",;\n(", ",;\n\t ( " };

    serial->kind = NULL;
    *list = skip_between(*list);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        const size_t n = length_to(*list, ends[i]);

        if (!read_one(pc_sub(list->p, n), serial))
            continue;
        *list = pc_drop(*list, n);
        if (!serial->isbn)
            take_kind(list, serial);
        *list = skip_between(*list);
        return true;
    }
    return false;
}

bool pc_serials_valid(pc_str list)
{
    pc_serial serial;
    bool any = false;

    while (pc_serial_next(&list, &serial))
        any = true;
    return any && list.n == 0;
}
