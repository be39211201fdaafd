/* types.c - the types of entries in BibTeX, biblatex and what other programs write. */
#include "record.h"

static const struct entry_kind kinds[] = {
    { "article", "article-journal", NULL },
    { "artwork", "graphic", NULL },
    { "audio", "song", NULL },
    { "bachelorsthesis", "thesis", "Bachelor's thesis" },
    { "bachelorthesis", "thesis", "Bachelor's thesis" },
    { "bibnote", "document", NULL },
    { "book", "book", NULL },
    { "bookinbook", "chapter", NULL },
    { "booklet", "pamphlet", NULL },
    { "collection", "book", NULL },
    { "commentary", "legislation", NULL },
    { "conference", "paper-conference", NULL },
    { "dataset", "dataset", NULL },
    { "electronic", "webpage", NULL },
    { "image", "graphic", NULL },
    { "inbook", "chapter", NULL },
    { "incollection", "chapter", NULL },
    { "inproceedings", "paper-conference", NULL },
    { "inreference", "entry-encyclopedia", NULL },
    { "jurisdiction", "legal_case", NULL },
    { "legal", "treaty", NULL },
    { "legislation", "legislation", NULL },
    { "letter", "personal_communication", NULL },
    { "manual", "book", NULL },
    { "masterthesis", "thesis", "Master's thesis" },
    { "mastersthesis", "thesis", "Master's thesis" },
    { "misc", "document", NULL },
    { "movie", "motion_picture", NULL },
    { "music", "song", NULL },
    { "mvbook", "book", NULL },
    { "mvcollection", "book", NULL },
    { "mvproceedings", "book", NULL },
    { "mvreference", "book", NULL },
    { "online", "webpage", NULL },
    { "patent", "patent", NULL },
    { "performance", "performance", NULL },
    { "periodical", "periodical", NULL },
    { "phdthesis", "thesis", "PhD thesis" },
    { "proceedings", "book", NULL },
    { "reference", "book", NULL },
    { "report", "report", NULL },
    { "review", "review", NULL },
    { "software", "software", NULL },
    { "softwareversion", "software", NULL },
    { "standard", "standard", NULL },
    { "suppbook", "chapter", NULL },
    { "suppcollection", "chapter", NULL },
    { "suppperiodical", "article-journal", NULL },
    { "techreport", "report", NULL },
    { "thesis", "thesis", NULL },
    { "unpublished", "manuscript", NULL },
    { "video", "motion_picture", NULL },
    { "webpage", "webpage", NULL },
    { "www", "webpage", NULL },
};

const struct entry_kind *entry_kind_of(pc_str type)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (type.n != 0 && (type.p[0] | 0x20) == kinds[i].name[0] && is_word(type, kinds[i].name))
            return &kinds[i];
    }
    return NULL;
}

pc_str genre_of(pc_str genre)
{
    /* biblatex.def and english.lbx, "Bibliography strings" of types. */
    static const struct {
        const char *key, *text;
    } words[] = {
        { "mathesis", "Master's thesis" },    { "bathesis", "Bachelor's thesis" },
        { "phdthesis", "PhD thesis" },        { "candthesis", "Candidate thesis" },
        { "techreport", "Technical report" }, { "resreport", "Research report" },
    };

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (is_word(genre, words[i].key))
            return pc_s(words[i].text);
    }
    return genre;
}
