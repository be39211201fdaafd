/* clusters.c - the richest record of a cluster, or all of them merged. */
#include "clusters.h"

#include "paperconv/fields.h"

#include <errno.h>

struct emission {
    struct held *held;
    struct merge *merge;
    pc_pipe *pipe;
    enum report report;
    pc_text *text; /* the note, of a record or a cluster */
};

int clusters_report_file(pc_pipe *pipe)
{
    return pc_fatal(pipe, pc_none(), "scratch-failed", "dedupe: the temporary file: %s",
                    strerror(errno));
}

/* Record I; NULL after a report. */
static pc_record *take_record(const struct emission *e, uint32_t i)
{
    const pc_str bytes = held_read(e->held, i);
    pc_record *rec = bytes.p != NULL ? pc_unpack(e->pipe, bytes) : NULL;

    if (bytes.p == NULL)
        clusters_report_file(e->pipe);
    else if (rec == NULL)
        pc_fatal(e->pipe, pc_none(), "scratch-failed",
                 "dedupe: the temporary file was changed by another program");
    return rec;
}

static void add_place(pc_text *text, const pc_record *rec)
{
    const struct pc_place place = pc_where(rec);
    char line[32];

    pc_text_add(text, place.document);
    if (place.member.n != 0) {
        pc_text_puts(text, "!/");
        pc_text_add(text, place.member);
    }
    snprintf(line, sizeof line, ":%llu", (unsigned long long)place.line);
    pc_text_puts(text, line);
}

/* At the end of the run no record is the current one, so a note has all places in it. */
static void note_duplicate(const struct emission *e)
{
    pc_text_putc(e->text, '\0');
    pc_note(e->pipe, pc_none(), "duplicate", "%s", e->text->p);
    e->text->n = 0;
}

/* A note for REC, or its place in the note of the cluster: of a large cluster the first places. */
static void note_repetition(const struct emission *e, const pc_record *rec, const char *what,
                            const pc_record *of)
{
    enum { LONGEST = 400 };

    if (e->report == REPORT_CLUSTERS) {
        if (e->text->n < LONGEST) {
            pc_text_puts(e->text, e->text->n == 0 ? "" : ", ");
            add_place(e->text, rec);
        } else if (!pc_ends(pc_text_str(e->text), "...")) {
            pc_text_puts(e->text, " ...");
        }
        return;
    }
    add_place(e->text, rec);
    pc_text_putc(e->text, ' ');
    pc_text_puts(e->text, what);
    pc_text_putc(e->text, ' ');
    add_place(e->text, of);
    note_duplicate(e);
}

/* Ends the note of the cluster that became REC. */
static void note_cluster(const struct emission *e, const char *what, const pc_record *rec)
{
    if (e->text->n == 0)
        return;
    pc_text_putc(e->text, ' ');
    pc_text_puts(e->text, what);
    pc_text_putc(e->text, ' ');
    add_place(e->text, rec);
    note_duplicate(e);
}

/* The number of different fields, then that of values. */
struct richness {
    size_t fields, values;
};

static struct richness richness_of(const pc_record *rec)
{
    bool seen[PC_LISTS] = { false };
    struct richness r = { 0, 0 };
    pc_str key, value;

    for (size_t i = 0; pc_field(rec, i, &key, &value); i++) {
        const enum pc_list list = pc_list_of(key);

        r.values++;
        if (list < PC_LISTS) {
            r.fields += !seen[list];
            seen[list] = list != PC_LIST_OTHERS;
        }
    }
    return r;
}

static bool find_richest(const struct emission *e, uint32_t first, uint32_t *richest)
{
    struct richness most = { 0, 0 };
    uint32_t i = first;

    *richest = first;
    do {
        pc_record *rec = take_record(e, i);
        struct richness r;

        if (rec == NULL)
            return false;
        r = richness_of(rec);
        if (r.fields > most.fields || (r.fields == most.fields && r.values > most.values)) {
            most = r;
            *richest = i;
        }
        pc_discard(e->pipe, rec);
    } while ((i = e->held->records[i].next) != 0);
    return true;
}

static bool emit_richest(const struct emission *e, uint32_t first)
{
    uint32_t richest = first, i = first;
    pc_record *best;

    if (e->held->records[first].next != 0 && !find_richest(e, first, &richest))
        return false;
    best = take_record(e, richest);
    if (best == NULL)
        return false;
    for (bool more = e->held->records[first].next != 0; more; more = i != 0) {
        if (i != richest) {
            pc_record *rec = take_record(e, i);

            if (rec == NULL)
                return false;
            note_repetition(e, rec, "repeats", best);
            pc_discard(e->pipe, rec);
        }
        i = e->held->records[i].next;
    }
    note_cluster(e, "- the same paper as", best);
    pc_emit(e->pipe, best);
    return true;
}

static bool emit_merged(const struct emission *e, uint32_t first)
{
    uint32_t i = e->held->records[first].next;
    pc_record *into = take_record(e, first);

    if (into == NULL)
        return false;
    if (i != 0)
        merge_begin(e->merge, into);
    for (; i != 0; i = e->held->records[i].next) {
        pc_record *rec = take_record(e, i);

        if (rec == NULL)
            return false;
        merge_add(e->merge, rec);
        note_repetition(e, rec, "merged into", into);
        pc_discard(e->pipe, rec);
    }
    note_cluster(e, "merged into", into);
    merge_end(e->merge);
    pc_emit(e->pipe, into);
    return true;
}

int clusters_emit(struct held *held, struct merge *merge, enum keep keep, enum report report,
                  pc_pipe *pipe)
{
    pc_text text = { NULL, 0, 0 };
    const struct emission e = { held, merge, pipe, report, &text };
    bool ok = true;

    held_link(held);
    for (uint32_t i = 0; ok && i < held->count; i++)
        if (held->records[i].parent == i)
            ok = keep == KEEP_RICHEST ? emit_richest(&e, i) : emit_merged(&e, i);
    pc_text_free(&text);
    return ok ? PC_OK : PC_FATAL;
}
