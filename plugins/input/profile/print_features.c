/* print_features.c - prints the features of every place of glued lines: the program that
 * tools/train-boundary runs.
 *
 * Standard input: one record a line, fields separated by tabs:
 *     DOCUMENT TITLE_BYTES TRUNCATED(0|1) LINE ABSTRACT
 * LINE is the glued line without "et al." and affiliations; its first TITLE_BYTES bytes are
 * the title.  Records of a document follow each other, in order.  Standard output: first the
 * names of the features, then one place a line,
 *     RECORD RIGHT(0|1) NAME=COUNT...
 * and for every record also the places of its title alone, with RECORD followed by "t". */
#include <stdio.h>
#include <stdlib.h>

#include "boundary.h"
#include "boundary_score.h"

static const char *const names[] = {
#define BOUNDARY_NAME(name) #name,
    BOUNDARY_FEATURES(BOUNDARY_NAME)
#undef BOUNDARY_NAME
};

static pc_str take_field(pc_str *line)
{
    const char *tab = (const char *)memchr(line->p, '\t', line->n);
    pc_str field = pc_sub(line->p, tab == NULL ? line->n : (size_t)(tab - line->p));

    *line = pc_drop(*line, field.n + (tab != NULL));
    return field;
}

static void print_places(unsigned long record, const char *kind, struct authors authors,
                         const struct boundary_evidence *evidence, size_t right)
{
    struct boundary_place places[BOUNDARY_PLACES];
    size_t count = boundary_places(authors, evidence, places);

    for (size_t i = 0; i < count; i++) {
        printf("%lu%s %d", record, kind, places[i].at == right);
        for (size_t f = 0; f < BOUNDARY_FEATURE_COUNT; f++) {
            unsigned many = boundary_count(&places[i], (enum boundary_feature)f);

            if (many != 0)
                printf(" %s=%u", names[f], many);
        }
        putchar('\n');
    }
}

/* The document of the current record. */
struct document {
    char name[256];
    struct abstract_words abstract;
    struct known_names known;
};

static void read_record(struct document *document, unsigned long number, pc_str line)
{
    pc_str name = take_field(&line), title = take_field(&line), truncated = take_field(&line);
    struct authors authors = { take_field(&line), pc_none(), pc_eq(truncated, "1") };
    struct authors alone = { authors.names, pc_none(), false };
    struct boundary_evidence evidence = { &document->abstract, &document->known };
    size_t right = strtoul(title.p, NULL, 10);
    pc_str list = pc_drop(authors.names, right), author;

    if (!pc_eq(name, document->name)) {
        snprintf(document->name, sizeof document->name, "%.*s", PC_FMT(name));
        memset(&document->known, 0, sizeof document->known);
    }
    abstract_words_read(&document->abstract, line);
    print_places(number, "", authors, &evidence, right);
    alone.names.n = right;
    print_places(number, "t", alone, &evidence, right);
    while (authors_take(&list, &author))
        known_names_add(&document->known, author);
}

int main(void)
{
    static struct document document;
    static char line[1 << 20];
    unsigned long number = 0;

    for (size_t f = 0; f < BOUNDARY_FEATURE_COUNT; f++)
        printf("%s%c", names[f], f + 1 < BOUNDARY_FEATURE_COUNT ? ' ' : '\n');
    while (fgets(line, sizeof line, stdin) != NULL)
        read_record(&document, number++, pc_trim(pc_s(line)));
    return 0;
}
