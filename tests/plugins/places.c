/* places.c - an input whose records state where they were read before, a filter that makes records
 * from each record, and an output that writes places.
 *
 * A line of the input is "document|member|line|date|title"; without a document the record states
 * nothing. */
#define PC_NEEDS 1
#include "paperconv/plugin.h"

static int stated_sniff(pc_str head, pc_str name, const char **why)
{
    (void)head;
    (void)name;
    (void)why;
    return 0;
}

static int stated_next(void *state, pc_source *source, pc_record *record)
{
    struct pc_place place = { .size = sizeof place };
    pc_str line, number, date, title;

    (void)state;
    if (!pc_line(source, &line))
        return PC_END;
    pc_cut(line, '|', &place.document, &line);
    pc_cut(line, '|', &place.member, &line);
    pc_cut(line, '|', &number, &line);
    pc_cut(line, '|', &date, &title);
    for (size_t i = 0; i < number.n; i++)
        place.line = 10 * place.line + (uint64_t)(number.p[i] - '0');
    pc_at(record, &place);
    pc_add(record, PC_DATE, date);
    pc_add(record, PC_TITLE, title);
    if (pc_eq(title, "bad"))
        return pc_bad(record, title, "asked", "the record asks for it");
    return PC_OK;
}

/* "one; two" becomes two records. */
static int split_apply(void *state, pc_pipe *pipe, pc_record *record)
{
    pc_str title, rest = pc_get(record, PC_TITLE, 0);

    (void)state;
    while (pc_cut(rest, ';', &title, &rest)) {
        pc_record *made = pc_create(pipe, NULL);

        pc_created_from(made, record);
        pc_add(made, PC_TITLE, title);
        pc_note(pipe, pc_none(), "asked", "'%.*s' becomes a record", PC_FMT(title));
        pc_emit(pipe, made);
    }
    pc_set(record, PC_TITLE, rest.n != 0 ? rest : title);
    return PC_OK;
}

static int places_write(void *state, pc_sink *sink, const pc_record *record)
{
    struct pc_place place = pc_where(record);
    char *line = pc_scratch(record, 40);

    (void)state;
    pc_write(sink, place.document);
    pc_puts(sink, place.member.n != 0 ? "!/" : "");
    pc_write(sink, place.member);
    snprintf(line, 40, ":%u ", (unsigned)place.line);
    pc_puts(sink, line);
    pc_write(sink, place.plugin);
    pc_puts(sink, " ");
    pc_write(sink, pc_get(record, PC_TITLE, 0));
    pc_puts(sink, "\n");
    if (pc_eq(pc_get(record, PC_TITLE, 0), "worse"))
        return pc_bad(record, pc_get(record, PC_TITLE, 0), "asked", "the record asks for it");
    return PC_OK;
}

PC_INPUT(stated, .threads = PC_INSTANCE, .version = "1.0", .summary = "places and titles",
         .sniff = stated_sniff, .next = stated_next);
PC_FILTER(split, .version = "1.0", .summary = "splits titles", .apply = split_apply);
PC_OUTPUT(places, .threads = PC_REENTRANT, .version = "1.0", .summary = "places and titles",
          .write = places_write);
PC_MODULE(&stated, &split, &places);
