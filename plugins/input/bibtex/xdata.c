/* xdata.c - links to one value of another entry (biblatex manual, "Using XDATA granularly"). */
#include "paperconv/names.h"
#include "parents.h"
#include "text.h"

#include <strings.h>

static const char marker[] = "xdata=";

/* Cuts S at its last hyphen; false when it has none. */
static bool cut_last(pc_str *s, pc_str *behind)
{
    size_t n = s->n;

    while (n != 0 && s->p[n - 1] != '-')
        n--;
    if (n == 0)
        return false;
    *behind = pc_drop(*s, n);
    s->n = n - 1;
    return true;
}

/* A key may have hyphens, so the link is read from its end. */
bool xdata_link_read(pc_str s, struct xdata_link *link)
{
    enum { MOST = 9999 };
    size_t digits = 0;

    *link = (struct xdata_link){ .key = pc_trim(s) };
    if (!cut_last(&link->key, &link->field))
        return false;
    while (digits < link->field.n && link->field.p[digits] >= '0' && link->field.p[digits] <= '9' &&
           link->number <= MOST)
        link->number = 10 * link->number + (size_t)(link->field.p[digits++] - '0');
    if (digits == link->field.n && !cut_last(&link->key, &link->field))
        return false;
    if (digits == 0)
        link->number = 0;
    return link->key.n != 0 && link->field.n != 0;
}

static bool next_of(enum how how, pc_str *rest, pc_str *item)
{
    return how == HOW_COMMAS ? text_next_item(rest, ",;", item) : pc_person_next(rest, item);
}

/* The value to which LINK points; absent when there is none, or the document has too many links. */
static pc_str linked_value(const struct parents *p, struct reader *r, const struct xdata_link *link)
{
    pc_str row = pc_none(), name, value = pc_none(), item;

    if (!strings_find(&p->wanted, link->key, &row) || row.n == 0 || !cursor_may_take(r, row.n))
        return pc_none();
    parents_take_text(&row);
    while (row.n != 0) {
        name = parents_take_text(&row);
        value = parents_take_text(&row);
        if (name.n == link->field.n && strncasecmp(name.p, link->field.p, name.n) == 0)
            break;
        value = pc_none();
    }
    if (link->number == 0 || value.n == 0)
        return value;
    value = pc_trim(value);
    for (size_t i = 0;
         next_of(field_kind_of(field_id_of(&r->names, link->field))->how, &value, &item);) {
        if (++i == link->number)
            return item;
    }
    return pc_none();
}

/* ITEM, or the value to which it points, which may point further.  A link to nothing, or in a circle,
 * stays as it is. */
static pc_str item_or_linked(const struct parents *p, struct reader *r, pc_str item)
{
    struct xdata_link link;
    pc_str value = item;

    for (size_t depth = 0; depth < CHAIN_MOST; depth++) {
        if (!pc_starts(value, marker) || !xdata_link_read(pc_drop(value, strlen(marker)), &link))
            return value.n != 0 ? value : item;
        value = pc_trim(linked_value(p, r, &link));
        if (value.n == 0)
            break;
    }
    pc_warn(r->source, item, "crossref-unresolved",
            "'%.*s' refers to a value that is not there, or the document has too many links",
            PC_FMT(item));
    return item;
}

/* A list of people or others, in which each item may be a link. */
static void resolve_list(struct parents *p, struct reader *r, struct field *field)
{
    pc_str rest = pc_trim(field->value), item;
    size_t start = p->linked.n;

    pc_text_room(&p->linked, start == 0 ? INHERITED_MOST : 0); /* so that it stays in its place */
    while (pc_person_next(&rest, &item)) {
        item = item_or_linked(p, r, item);
        if (p->linked.n + item.n + strlen(" and ") > INHERITED_MOST) {
            pc_warn(r->source, field->name, "inherited-too-long", "'%.*s' has too much to inherit",
                    PC_FMT(field->name));
            p->linked.n = start;
            return;
        }
        pc_text_puts(&p->linked, p->linked.n != start ? " and " : "");
        pc_text_add(&p->linked, item);
    }
    field->value = pc_sub(p->linked.p + start, p->linked.n - start);
}

static bool has_marker(pc_str s)
{
    const size_t n = strlen(marker);

    for (size_t i = 0; i + n <= s.n; i++) {
        if (s.p[i] == 'x' && memcmp(s.p + i, marker, n) == 0)
            return true;
    }
    return false;
}

void xdata_resolve(struct parents *p, struct reader *r, struct entry *entry)
{
    p->linked.n = 0;
    for (size_t i = 0; i < entry->count; i++) {
        struct field *field = &entry->fields[i];
        enum how how = field_kind_of(field->id)->how;

        if (!has_marker(field->value))
            continue;
        if (how == HOW_NAMES || how == HOW_LIST)
            resolve_list(p, r, field);
        else
            field->value = item_or_linked(p, r, pc_trim(field->value));
    }
}
