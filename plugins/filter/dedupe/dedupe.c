/* dedupe - passes each paper on once, and reports which record repeats which. */
#include "identity.h"
#include "page_text.h"
#include "seen.h"

#include <stdlib.h>

enum by { AUTO, ARXIV, DOI, TITLE };

struct dedupe {
    int64_t by;
    struct seen seen;
    char **documents; /* names of the documents of the records */
    size_t document_count;
    pc_text text; /* scratch */
};

static const pc_option options[] = {
    PC_OPT_CHOICE(struct dedupe, by, "auto|arxiv|doi|title", "auto",
                  "What identifies a paper; auto: any of the others"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

/* The identities that each choice of BY compares. */
static const bool looks_at[][IDENTITIES] = {
    [AUTO] = { true, true, true },
    [ARXIV] = { [BY_ARXIV] = true },
    [DOI] = { [BY_DOI] = true },
    [TITLE] = { [BY_TEXT] = true },
};

struct known { /* the identities of a record */
    struct hash hash[IDENTITIES];
    bool has[IDENTITIES];
    uint32_t ids; /* a bit for each identity of the record that is an id */
};

static struct known known_by(struct dedupe *d, const pc_record *rec)
{
    struct known known = { .ids = 0 };

    for (unsigned i = 0; i < IDENTITIES; i++) {
        known.has[i] = looks_at[d->by][i] && identity_of(rec, (enum identity)i, &d->text);
        if (!known.has[i])
            continue;
        known.hash[i] = seen_hash(&d->seen, pc_text_str(&d->text));
        if (i != BY_TEXT)
            known.ids |= 1U << i;
    }
    return known;
}

/* The place where the paper was seen first, and the identity that is the same; false when the paper
 * is new.  Papers with the same title ("Editorial") but different ids are different. */
static bool find_first(const struct dedupe *d, const struct known *known, struct sighting *first,
                       enum identity *by)
{
    for (unsigned i = 0; i < IDENTITIES; i++) {
        const struct sighting *s = known->has[i] ? seen_find(&d->seen, known->hash[i]) : NULL;

        if (s == NULL || (i == BY_TEXT && (s->marks & known->ids) != 0))
            continue;
        *first = *s;
        *by = (enum identity)i;
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
    for (unsigned i = 0; i < IDENTITIES; i++) {
        struct sighting *s = known->has[i] ? seen_find(&d->seen, known->hash[i]) : NULL;

        first.key = known->hash[i];
        first.marks = known->ids;
        if (s != NULL)
            s->marks |= known->ids;
        else if (known->has[i])
            seen_add(&d->seen, first);
    }
}

static int open_dedupe(void *state, pc_stage *stage)
{
    struct dedupe *d = state;

    (void)stage;
    seen_open(&d->seen);
    return PC_OK;
}

static int apply_dedupe(void *state, pc_pipe *pipe, pc_record *rec)
{
    struct dedupe *d = state;
    const struct known known = known_by(d, rec);
    const struct pc_place place = pc_where(rec);
    struct sighting first = { .line = place.line };
    enum identity by;
    const bool repeats = find_first(d, &known, &first, &by);

    (void)pipe;
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
    pc_text_free(&d->text);
}

PC_FILTER(dedupe, .version = "1.0.0", .summary = "Drops records that repeat an earlier one",
          .texts = texts, .options = options, .state_size = sizeof(struct dedupe),
          .open = open_dedupe, .close = close_dedupe, .apply = apply_dedupe);
PC_MODULE(&dedupe);
