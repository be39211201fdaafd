/* seam_features.c - a tool beside the plugin: prints the features of every place of
 * glued lines, for tools/train-seam.
 *
 * Standard input: one record a line, fields separated by tabs:
 *     DOCUMENT TITLE_BYTES TRUNCATED(0|1) LINE ABSTRACT
 * LINE is the glued line without "et al." and affiliations; its first TITLE_BYTES bytes are
 * the title.  Records of a document stand together, in order.  Standard output: first the
 * names of the features, then one place a line,
 *     RECORD RIGHT(0|1) NAME=COUNT...
 * and for every record the places of the title alone, as record RECORD "t". */
#include <stdio.h>
#include <stdlib.h>

#include "boundary.h"

static const char *const names[] = {
#define SEAM_NAME(name) #name,
    SEAM_FEATURES(SEAM_NAME)
#undef SEAM_NAME
};

static pc_str take_field(pc_str *line)
{
    const char *tab = (const char *)memchr(line->p, '\t', line->n);
    pc_str field = pc_sub(line->p, tab == NULL ? line->n : (size_t)(tab - line->p));

    *line = pc_drop(*line, field.n + (tab != NULL));
    return field;
}

static void print_places(unsigned long record, const char *kind, struct authors authors,
                         const struct seam_evidence *evidence, size_t right)
{
    struct seam_place places[SEAM_PLACES];
    size_t count = seam_places(authors, evidence, places);

    for (size_t i = 0; i < count; i++) {
        printf("%lu%s %d", record, kind, places[i].at == right);
        for (size_t f = 0; f < SEAM_FEATURE_COUNT; f++) {
            unsigned many = seam_count(&places[i], (enum seam_feature)f);

            if (many != 0)
                printf(" %s=%u", names[f], many);
        }
        putchar('\n');
    }
}

/* The state of the document that the records are in. */
struct document {
    char name[256];
    struct words abstract;
    struct people people;
};

static void read_record(struct document *document, unsigned long number, pc_str line)
{
    pc_str name = take_field(&line), title = take_field(&line), truncated = take_field(&line);
    struct authors authors = { take_field(&line), pc_none(), pc_eq(truncated, "1") };
    struct authors alone = { authors.names, pc_none(), false };
    struct seam_evidence evidence = { &document->abstract, &document->people };
    size_t right = strtoul(title.p, NULL, 10);
    pc_str list = pc_drop(authors.names, right), author;

    if (!pc_eq(name, document->name)) {
        snprintf(document->name, sizeof document->name, "%.*s", PC_FMT(name));
        memset(&document->people, 0, sizeof document->people);
    }
    words_read(&document->abstract, line);
    print_places(number, "", authors, &evidence, right);
    alone.names.n = right;
    print_places(number, "t", alone, &evidence, right);
    while (authors_take(&list, &author))
        people_add(&document->people, author);
}

int main(void)
{
    static struct document document;
    static char line[1 << 20];
    unsigned long number = 0;

    for (size_t f = 0; f < SEAM_FEATURE_COUNT; f++)
        printf("%s%c", names[f], f + 1 < SEAM_FEATURE_COUNT ? ' ' : '\n');
    while (fgets(line, sizeof line, stdin) != NULL)
        read_record(&document, number++, pc_trim(pc_s(line)));
    return 0;
}
