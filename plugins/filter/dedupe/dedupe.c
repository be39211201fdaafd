/* dedupe - passes each paper on once, and reports which record repeats which. */
#define PC_NEEDS 1 /* pc_pack() */
#include "clusters.h"
#include "identity.h"
#include "page_text.h"
#include "seen.h"

#include <stdlib.h>

struct dedupe {
    pc_str by;
    int64_t keep, report;
    unsigned identities; /* a bit for each that is compared */
    struct seen seen;
    char **documents; /* names of the documents of the records */
    size_t document_count;
    struct held held; /* the records, unless the first is kept */
    struct merge merge;
    bool failed;  /* the file could not be written, which was reported */
    pc_text text; /* scratch */
};

static const pc_option options[] = {
    PC_OPT_STRING(struct dedupe, by, "auto",
                  "What identifies a paper: arxiv,doi,isbn,pmid,title,title+author; auto: "
                  "arxiv,doi,title"),
    PC_OPT_CHOICE(struct dedupe, keep, "first|richest|merge", "first",
                  "Which record of a paper; richest: most fields; merge: the first, completed"),
    PC_OPT_CHOICE(struct dedupe, report, "records|clusters", "records",
                  "A note for each record dropped; clusters: for each paper"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

struct known { /* the identities of a record, ids first */
    struct {
        struct hash hash;
        enum identity by;
    } items[MOST_IDENTITIES];
    size_t count;
    uint32_t ids; /* a bit for each kind of id among them */
};

static bool is_id(enum identity by)
{
    return by < BY_TEXT;
}

static void know_identity(struct dedupe *d, struct known *known, const pc_record *rec,
                          enum identity by, size_t n)
{
    if (!identity_of(rec, by, n, &d->text))
        return;
    known->items[known->count].by = by;
    known->items[known->count++].hash = seen_hash(&d->seen, pc_text_str(&d->text));
    if (is_id(by))
        known->ids |= 1U << by;
}

static void known_by(struct dedupe *d, const pc_record *rec, struct known *known)
{
    known->count = known->ids = 0;
    for (unsigned by = 0; by < IDENTITIES; by++) {
        if ((d->identities >> by & 1) == 0)
            continue;
        know_identity(d, known, rec, (enum identity)by, 0);
        for (size_t n = 1; by == BY_ISBN && n < MOST_ISBNS && pc_get(rec, PC_ISBN, n).n != 0; n++)
            know_identity(d, known, rec, BY_ISBN, n);
    }
}

/* The place where the paper was seen first, and the identity that is the same; false when the paper
 * is new.  Papers with the same title ("Editorial") but different ids are different. */
static bool find_first(const struct dedupe *d, const struct known *known, struct sighting *first,
                       enum identity *by)
{
    for (size_t i = 0; i < known->count; i++) {
        const struct sighting *s = seen_find(&d->seen, known->items[i].hash);

        if (s == NULL || (!is_id(known->items[i].by) && (s->marks & known->ids) != 0))
            continue;
        *first = *s;
        *by = known->items[i].by;
        return true;
    }
    return false;
}

static void *reallocate(void *array, size_t size)
{
    array = realloc(array, size);
    if (array == NULL)
        abort(); /* the host reports that memory ran out */
    return array;
}

/* The number, from 1, of the document at PLACE.  Records come document by document, so only the
 * last document can occur again. */
static uint32_t document_of(struct dedupe *d, const struct pc_place *place)
{
    d->text.n = 0;
    pc_text_add(&d->text, place->document);
    if (place->member.n != 0) {
        pc_text_puts(&d->text, "!/");
        pc_text_add(&d->text, place->member);
    }
    pc_text_putc(&d->text, '\0');
    if (d->document_count == 0 || strcmp(d->documents[d->document_count - 1], d->text.p) != 0) {
        d->documents = reallocate(d->documents, (d->document_count + 1) * sizeof(char *));
        d->documents[d->document_count] = reallocate(NULL, d->text.n);
        memcpy(d->documents[d->document_count++], d->text.p, d->text.n);
    }
    return (uint32_t)d->document_count;
}

/* Stores all identities of a record for the paper that was seen FIRST. */
static void remember_paper(struct dedupe *d, const struct known *known, struct sighting first)
{
    first.marks = known->ids;
    for (size_t i = 0; i < known->count; i++) {
        struct sighting *s = seen_find(&d->seen, known->items[i].hash);

        first.key = known->items[i].hash;
        if (s != NULL)
            s->marks |= known->ids;
        else
            seen_add(&d->seen, first);
    }
}

static int open_dedupe(void *state, pc_stage *stage)
{
    struct dedupe *d = state;
    pc_str wrong;

    if (!identities_read(d->by, &d->identities, &wrong))
        return pc_fatal(stage, wrong.n != 0 ? wrong : d->by, "bad-option",
                        "by: '%.*s' is not one of auto, arxiv, doi, isbn, pmid, title and "
                        "title+author",
                        PC_FMT(wrong));
    if (d->keep == KEEP_FIRST && d->report == REPORT_CLUSTERS)
        return pc_fatal(stage, pc_none(), "bad-option",
                        "report=clusters needs keep=richest or keep=merge: with keep=first the "
                        "others are not known in time");
    seen_open(&d->seen);
    d->merge.known = d->seen;
    d->held.fd = pc_scratch_file(stage);
    return PC_OK;
}

/* Papers with the same title but different ids are different, as in find_first(). */
static bool is_same_paper(struct held *h, uint32_t a, uint32_t b, enum identity by)
{
    const uint32_t x = held_first(h, a), y = held_first(h, b);

    return x == y || is_id(by) || (h->records[x].marks & h->records[y].marks) == 0;
}

/* A sighting has the number of the record for its line. */
static int hold_record(struct dedupe *d, pc_pipe *pipe, const pc_record *rec,
                       const struct known *known)
{
    const uint32_t record = d->held.count;

    if (!held_add(&d->held, pc_pack(pipe, rec), known->ids)) {
        d->failed = true;
        return clusters_report_file(pipe);
    }
    for (size_t i = 0; i < known->count; i++) {
        const struct hash hash = known->items[i].hash;
        const struct sighting *s = seen_find(&d->seen, hash);

        if (s == NULL)
            seen_add(&d->seen, (struct sighting){ .key = hash, .line = record, .document = 1 });
        else if (is_same_paper(&d->held, (uint32_t)s->line, record, known->items[i].by))
            held_join(&d->held, (uint32_t)s->line, record);
    }
    return PC_SKIP;
}

static int flush_dedupe(void *state, pc_pipe *pipe)
{
    struct dedupe *d = state;

    if (d->keep == KEEP_FIRST || d->failed)
        return PC_OK;
    return clusters_emit(&d->held, &d->merge, (enum keep)d->keep, (enum report)d->report, pipe);
}

static int apply_dedupe(void *state, pc_pipe *pipe, pc_record *rec)
{
    struct dedupe *d = state;
    const struct pc_place place = pc_where(rec);
    struct sighting first = { .line = place.line };
    struct known known;
    enum identity by;
    bool repeats;

    known_by(d, rec, &known);
    if (d->keep != KEEP_FIRST)
        return hold_record(d, pipe, rec, &known);
    repeats = find_first(d, &known, &first, &by);
    if (!repeats)
        first.document = document_of(d, &place);
    remember_paper(d, &known, first);
    if (!repeats)
        return PC_OK;
    pc_note(rec, pc_none(), "duplicate", "repeats %s:%llu (same %s)",
            d->documents[first.document - 1], (unsigned long long)first.line,
            by == BY_TEXT && pc_get(rec, PC_TITLE, 0).n == 0 ? "abstract" : identity_names[by]);
    return PC_SKIP;
}

static void close_dedupe(void *state)
{
    struct dedupe *d = state;

    while (d->document_count > 0)
        free(d->documents[--d->document_count]);
    free(d->documents);
    seen_free(&d->seen);
    held_free(&d->held);
    merge_free(&d->merge);
    pc_text_free(&d->text);
}

PC_FILTER(dedupe, .uses = PC_USES_SCRATCH, .version = "1.0.0",
          .summary = "Drops records that repeat an earlier one", .texts = texts, .options = options,
          .state_size = sizeof(struct dedupe), .open = open_dedupe, .close = close_dedupe,
          .apply = apply_dedupe, .flush = flush_dedupe);
PC_MODULE(&dedupe);
