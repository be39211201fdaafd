/* types.c - the types of RIS. */
#include "reference.h"

/* Of works in journals some programs spell the type out. */
#define SPELT(ris)                      \
    {                                   \
        ris, "article-journal", ARTICLE \
    }

/* The types of RefMan and EndNote; GRNT and UNBILL are older names.  The kinds are those of the type
 * that the output ris writes for CSL's. */
static const struct ris_type types[] = {
    { "JOUR", "article-journal", ARTICLE },
    { "BOOK", "book", BOOK },
    { "CHAP", "chapter", PART },
    { "CONF", "paper-conference", CONFERENCE },
    { "RPRT", "report", REPORT },
    { "THES", "thesis", THESIS },
    { "GEN", "document", OTHER },
    { "ABST", "article-journal", ARTICLE },
    { "ADVS", "motion_picture", OTHER },
    { "AGGR", "dataset", SOFTWARE },
    { "ANCIENT", "document", OTHER },
    { "ART", "graphic", OTHER },
    { "BILL", "bill", OTHER },
    { "BLOG", "post-weblog", OTHER },
    { "CASE", "legal_case", OTHER },
    { "CHART", "graphic", OTHER },
    { "CLSWK", "classic", BOOK },
    { "COMP", "software", SOFTWARE },
    { "CPAPER", "paper-conference", CONFERENCE },
    { "CTLG", "document", OTHER },
    { "DATA", "dataset", SOFTWARE },
    { "DBASE", "dataset", SOFTWARE },
    { "DICT", "entry-dictionary", PART },
    { "EBOOK", "book", BOOK },
    { "ECHAP", "chapter", PART },
    { "EDBOOK", "book", BOOK },
    { "EJOUR", "article-journal", ARTICLE },
    { "ELEC", "webpage", OTHER },
    { "ENCYC", "entry-encyclopedia", PART },
    { "EQUA", "document", OTHER },
    { "FIGURE", "figure", OTHER },
    { "GOVDOC", "report", REPORT },
    { "GRANT", "document", OTHER },
    { "GRNT", "document", OTHER },
    { "HEAR", "hearing", OTHER },
    { "ICOMM", "personal_communication", OTHER },
    { "INPR", "article-journal", ARTICLE },
    { "JFULL", "periodical", ARTICLE },
    { "LEGAL", "regulation", OTHER },
    { "MANSCPT", "manuscript", OTHER },
    { "MAP", "map", OTHER },
    { "MGZN", "article-magazine", ARTICLE },
    { "MPCT", "motion_picture", OTHER },
    { "MULTI", "motion_picture", OTHER },
    { "MUSIC", "musical_score", OTHER },
    { "NEWS", "article-newspaper", ARTICLE },
    { "PAMP", "pamphlet", OTHER },
    { "PAT", "patent", PATENT },
    { "PCOMM", "personal_communication", OTHER },
    { "SER", "book", BOOK },
    { "SLIDE", "speech", OTHER },
    { "SOUND", "song", OTHER },
    { "STAND", "standard", OTHER },
    { "STAT", "legislation", OTHER },
    { "UNBILL", "bill", OTHER },
    { "UNPB", "manuscript", OTHER },
    { "UNPD", "manuscript", OTHER },
    { "VIDEO", "motion_picture", OTHER },
    { "WEB", "webpage", OTHER },
    SPELT("JOURN"),
    SPELT("JOURNAL"),
    SPELT("ARTICLE"),
};

const struct ris_type *ris_find_type(pc_str type)
{
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (tagged_same_word(type, types[i].ris))
            return &types[i];
    }
    return NULL;
}

bool ris_is_written_as(const char *csl, pc_str type)
{
    static const struct {
        const char *csl, *ris;
    } written[] = {
#define TYPE(csl, bibtex, biblatex, ris) { csl, ris },
        PC_TYPES(TYPE)
#undef TYPE
    };

    for (size_t i = 0; i < sizeof written / sizeof written[0]; i++) {
        if (strcmp(csl, written[i].csl) == 0)
            return pc_eq(type, written[i].ris);
    }
    return false;
}
