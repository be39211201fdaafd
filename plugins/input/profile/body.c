/* body.c - collects the lines of a record, and recognises its layout. */
#include "body.h"
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

/* GAP_AFTER: blank lines, or the end of the record, follow the second line. */
static enum author_line kind_of_second(const struct body *body, bool gap_after)
{
    const struct author_place place = { body->gap[0], gap_after };

    return body->count >= 2 ? author_line_kind(body->lines[1], place) : AUTHOR_LINE_NO;
}

static void add_line(struct body *body, pc_str line)
{
    if (body->count < sizeof body->lines / sizeof body->lines[0])
        body->lines[body->count] = line;
    body->last = line;
    body->count++;
}

/* Notes that blank lines follow the lines so far. */
static void add_gap(struct body *body)
{
    if (body->count == 0)
        body->gap_above = true;
    else if (body->count <= 2)
        body->gap[body->count - 1] = true;
}

/* A line of boilerplate, LINE, after an abstract ends it. */
static bool ends_abstract(const struct body *body)
{
    return body->count > 1 && body->count > (kind_of_second(body, true) != AUTHOR_LINE_NO ? 2 : 1);
}

static void add_strange(struct body *body, pc_source *src, pc_str line)
{
    if (body->strange_count++ == 0)
        body->strange = line;
    pc_detail(src, line, "outside-record", "text outside any paper");
}

void body_read(struct body *body, pc_source *src)
{
    struct header header;
    bool ended = false;
    pc_str line;

    *body = (struct body){ .count = 0 };
    while (pc_line(src, &line)) {
        line = authors_trim(line);
        if (line.n == 0) {
            add_gap(body);
        } else if (body->count == 0 ? header_parse(line, &header) : begins_next(src, line)) {
            pc_unline(src);
            break;
        } else if (body->count > 0 && page_is_boilerplate(line)) {
            ended = ended || ends_abstract(body);
            body->furniture++;
            pc_detail(src, line, "page-furniture", "boilerplate between the papers");
        } else if (ended) {
            add_strange(body, src, line);
        } else {
            add_line(body, line);
        }
    }
    body->kind = kind_of_second(body, body->gap[1] || body->count == 2);
}

bool body_is_compact(const struct body *body)
{
    return body->kind == AUTHOR_LINE_NO && (!body->gap[0] || body->gap_above);
}
