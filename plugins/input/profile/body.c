/* body.c - collects the lines of a record, and recognises its layout. */
#include "body.h"
#include "authors.h"
#include "header.h"
#include "page.h"
#include "paperconv/lines.h"

/* True when LINE, which is not the first of its record, no longer belongs to it. */
static bool begins_next(pc_source *src, pc_str line)
{
    struct header header;
    pc_str number, ahead;

    if (header_parse(line, &header) || page_statistic(line, &number) != NULL)
        return true;
    if (!page_may_be_owner(line))
        return false;
    ahead = page_ahead(src);
    return page_is_owner(line, ahead) || page_is_field(line, ahead);
}

static bool is_spaced(const struct body *body)
{
    return body->count >= 2 && authors_is_line(body->lines[1], !body->gap);
}

static void add_line(struct body *body, pc_str line)
{
    if (body->count < sizeof body->lines / sizeof body->lines[0])
        body->lines[body->count] = line;
    body->last = line;
    body->count++;
}

void body_read(struct body *body, pc_source *src)
{
    struct header header;
    bool blank = false, ended = false;
    pc_str line;

    *body = (struct body){ .count = 0 };
    while (pc_line(src, &line)) {
        line = authors_trim(line);
        if (line.n == 0) {
            blank = true;
            continue;
        }
        if (body->count == 0 ? header_parse(line, &header) : begins_next(src, line)) {
            pc_unline(src);
            break;
        }
        if (body->count > 0 && page_is_boilerplate(line)) {
            /* A button after an abstract ends it. */
            ended = ended || body->count > (is_spaced(body) ? 2 : 1);
            pc_detail(src, line, "page-furniture", "boilerplate between the papers");
        } else if (ended) {
            pc_detail(src, line, "outside-record", "text outside any paper");
        } else {
            if (body->count == 1)
                body->gap = blank;
            add_line(body, line);
        }
        blank = false;
    }
    body->spaced = is_spaced(body);
}
