/* types.c - the type of a work. */
#include "work.h"

/* What OpenAlex calls a work, and the type that it is in a journal, at a conference, and elsewhere. */
static const struct type {
    const char *name, *in_journal, *at_conference, *elsewhere;
} types[] = {
    { "article", "article-journal", "paper-conference", "article" },
    { "review", "article-journal", "paper-conference", "article" },
    { "letter", "article-journal", "article-journal", "article" },
    { "editorial", "article-journal", "article-journal", "article" },
    { "erratum", "article-journal", "article-journal", "article" },
    { "retraction", "article-journal", "article-journal", "article" },
    { "preprint", "article", "article", "article" },
    { "data-paper", "article-journal", "paper-conference", "article" },
    { "software-paper", "article-journal", "paper-conference", "article" },
    { "conference-abstract", "paper-conference", "paper-conference", "paper-conference" },
    { "conference-paper", "paper-conference", "paper-conference", "paper-conference" },
};

static pc_str own_type(const struct work *work)
{
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (!pc_eq(work->type, types[i].name))
            continue;
        if (pc_eq(work->source_type, "journal"))
            return pc_s(types[i].in_journal);
        return pc_s(pc_eq(work->source_type, "conference") ? types[i].at_conference
                                                           : types[i].elsewhere);
    }
    return pc_csl_type_of(work->type);
}

void work_add_type(struct work *work)
{
    pc_str type = pc_csl_type_of(work->type_crossref);

    if (type.n == 0 || pc_eq(work->type, "preprint"))
        type = own_type(work);
    pc_add(work->record, PC_TYPE, type);
    if (!pc_same(type, work->type))
        pc_add(work->record, PC_TYPE_RAW, work->type);
    if (pc_eq(work->type, "preprint"))
        pc_add(work->record, PC_GENRE, pc_s("Preprint"));
}
