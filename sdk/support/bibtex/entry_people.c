/* entry_people.c - lists of people, and their ORCIDs and affiliations, as annotations of their field:
 * author+an:orcid = {1="0000-0002-1825-0097"; 3="..."} (biblatex manual, "Data Annotations").  BibTeX
 * ignores fields that it does not know. */
#include "entry.h"

#include <stdio.h>
#include <strings.h>

static const struct {
    enum pc_part part;
    const char *name;
} parts[ANNOTATED_PARTS] = { [ANNOTATED_AFFILIATION] = { PC_PART_AFFILIATION, "+an:affiliation" },
                             [ANNOTATED_ORCID] = { PC_PART_ORCID, "+an:orcid" } };

/* ---- what a person is annotated with ---------------------------------------------- */

/* True when the quote before REST would end the literal. */
static bool ends_literal(pc_str rest)
{
    return pc_starts(pc_trim(rest), ";");
}

/* A quote that would end the literal is in braces. */
static void put_literal(struct entry *e, pc_str value)
{
    size_t done = 0;

    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] != '"' || (i != 0 && value.p[i - 1] == '\\') ||
            !ends_literal(pc_drop(value, i + 1)))
            continue;
        pc_entry_put_text(e, pc_sub(value.p + done, i - done));
        pc_text_puts(&e->out, "{\"}");
        done = i + 1;
    }
    pc_entry_put_text(e, pc_drop(value, done));
}

static void note_part(struct entry *e, int part, pc_str value, size_t number)
{
    pc_text *noted = &e->annotations[part];
    const size_t start = e->out.n;
    char head[32];

    put_literal(e, pc_trim(value));
    e->too_long |= noted->n > PC_BIBTEX_MOST;
    if (!pc_entry_is_blank(e, start) && !e->too_long) {
        snprintf(head, sizeof head, "%s%zu=\"", noted->n != 0 ? "; " : "", number);
        pc_text_puts(noted, head);
        pc_text_add(noted, pc_sub(e->out.p + start, e->out.n - start));
        pc_text_putc(noted, '"');
    }
    e->out.n = start;
}

/* Notes what PERSON, the one with this NUMBER in its field, is annotated with. */
static void annotate(struct entry *e, const pc_value *person, size_t number)
{
    for (const pc_value *q = person->qualifiers; q != NULL; q = q->next) {
        const enum pc_part part = pc_part_of(q->list);

        for (int i = 0; i < ANNOTATED_PARTS; i++)
            if (parts[i].part == part)
                note_part(e, i, q->text, number);
    }
}

/* ---- people ------------------------------------------------------------------------ */

/* Puts PERSON behind START or " and ", whichever comes; false when it prints nothing. */
static bool put_person(struct entry *e, const char *before_it, const pc_value *person)
{
    const size_t before = e->out.n;
    size_t shown;

    pc_text_puts(&e->out, before_it);
    shown = e->out.n;
    pc_entry_put_person(e, person);
    if (!pc_entry_is_blank(e, shown))
        return true;
    e->out.n = before;
    return false;
}

bool pc_entry_put_people(struct entry *e, const char *start, enum pc_list list)
{
    size_t count = 0;

    entry_mark(e, list);
    for (const pc_value *v = e->fields->first[list]; v != NULL; v = v->next) {
        if (!put_person(e, count != 0 ? " and " : start, v))
            continue;
        count++;
        if (v->qualifiers != NULL)
            annotate(e, v, count);
    }
    if (count != 0)
        pc_text_puts(&e->out, "}");
    return count != 0;
}

/* ---- the fields -------------------------------------------------------------------- */

/* The name of the field that START begins. */
static pc_str name_of(const char *start)
{
    enum { BEFORE = sizeof ",\n  " - 1, BEHIND = sizeof " = {" - 1 };

    return pc_sub(start + BEFORE, strlen(start) - BEFORE - BEHIND);
}

static bool is_called(const struct annotation *a, pc_str name)
{
    const pc_str field = name_of(a->start);
    const size_t n = strlen(parts[a->part].name);

    return name.n == field.n + n && strncasecmp(name.p, field.p, field.n) == 0 &&
           strncasecmp(name.p + field.n, parts[a->part].name, n) == 0;
}

bool pc_entry_has_annotation(const struct entry *e, pc_str name)
{
    for (size_t i = 0; i < e->annotated_count; i++) {
        if (is_called(&e->annotated[i], name))
            return true;
    }
    return false;
}

/* Appends the items of custom fields that are called like A. */
static void put_other_items(struct entry *e, const struct annotation *a)
{
    static const char space[] = "bibtex:";

    for (const pc_value *v = e->fields->first[PC_LIST_OTHERS]; v != NULL; v = v->next) {
        if (!pc_starts(v->key, space) || !is_called(a, pc_drop(v->key, sizeof space - 1)))
            continue;
        pc_text_puts(&e->out, "; ");
        pc_entry_put_text(e, pc_trim(v->text));
    }
}

void pc_entry_put_annotations(struct entry *e, const char *start)
{
    for (int i = 0; i < ANNOTATED_PARTS; i++) {
        const struct annotation a = { start, i };
        const size_t before_value = sizeof " = {" - 1;

        if (e->annotations[i].n == 0 || e->annotated_count == ANNOTATED_MOST)
            continue;
        e->annotated[e->annotated_count++] = a;
        pc_text_add(&e->out, pc_sub(start, strlen(start) - before_value));
        pc_text_puts(&e->out, parts[i].name);
        pc_text_puts(&e->out, " = {");
        pc_text_add(&e->out, pc_text_str(&e->annotations[i]));
        put_other_items(e, &a);
        pc_text_puts(&e->out, "}");
        e->too_long |= e->out.n > PC_BIBTEX_MOST;
        e->annotations[i].n = 0;
    }
}

void pc_entry_free_annotations(struct entry *e)
{
    for (int i = 0; i < ANNOTATED_PARTS; i++)
        pc_text_free(&e->annotations[i]);
}
