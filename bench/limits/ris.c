/* ris <references.ris - reads the simple RIS of bench/generate and writes JSON Lines, and does nothing
 * else: the hand-written reference of bench/run for the input ris.
 *
 * It finds the lines, their tags, and the end of each reference.  It knows the tags of an article, takes
 * every value as it stands, and checks nothing: no type, date, identifier or UTF-8.  It has no diagnostics. */
#include "references.h"

#define TAG(a, b) ((a) << 8 | (b))

static void take_line(struct reference *r, int tag, struct slice value)
{
    switch (tag) {
    case TAG('A', 'U'):
        add_name(r, value);
        break;
    case TAG('I', 'D'):
        r->field[KEY] = value;
        break;
    case TAG('T', 'I'):
        r->field[TITLE] = value;
        break;
    case TAG('T', '2'):
        r->field[JOURNAL] = value;
        break;
    case TAG('P', 'Y'):
        r->field[YEAR] = value;
        break;
    case TAG('V', 'L'):
        r->field[VOLUME] = value;
        break;
    case TAG('I', 'S'):
        r->field[ISSUE] = value;
        break;
    case TAG('S', 'P'):
        r->field[FIRST_PAGE] = value;
        break;
    case TAG('E', 'P'):
        r->field[LAST_PAGE] = value;
        break;
    case TAG('D', 'O'):
        r->field[DOI] = value;
        break;
    case TAG('A', 'B'):
        r->field[ABSTRACT] = value;
        break;
    default:
        break;
    }
}

static int convert_ris(const char **p, char **to)
{
    struct reference r = { .names = 0 };
    const char *line = *p;

    for (;;) {
        const char *const end = strchr(line, '\n');

        if (end == NULL)
            return 0;
        if (end - line >= 5 && line[4] == '-') {
            const int tag = TAG(line[0], line[1]);
            const size_t lead = end - line > 5 ? 6 : 5;

            if (tag == TAG('E', 'R')) {
                *to = put_reference(*to, &r, "plain");
                *p = end + 1;
                return 1;
            }
            take_line(&r, tag, (struct slice){ line + lead, (size_t)(end - line) - lead });
        }
        line = end + 1;
    }
}

int main(void)
{
    return convert_all(convert_ris);
}
