/* types.c - the table of the types of RIS. */
#include "types.h"

/* The types of RefMan and EndNote; GRNT and UNBILL are older names.  Several types may mean the
 * same: sdk/types.tsv says which one a record gets.  (RIS Format Specifications, Research
 * Information Systems; EndNote, "Reference types".) */
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
};

/* In upper case; C is ASCII. */
static char capital(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool is_spelt(pc_str text, const char *ris)
{
    for (size_t i = 0; i < text.n; i++) {
        if (ris[i] == '\0' || capital(text.p[i]) != ris[i])
            return false;
    }
    return ris[text.n] == '\0';
}

const struct ris_type *ris_find_type(pc_str ris)
{
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (is_spelt(ris, types[i].ris))
            return &types[i];
    }
    return NULL;
}

const struct ris_type *ris_type_of(pc_str csl)
{
    static const struct {
        const char *csl, *ris;
    } written[] = {
#define TYPE(csl, bibtex, biblatex, ris) { csl, ris },
        PC_TYPES(TYPE)
#undef TYPE
    };

    for (size_t i = 0; i < sizeof written / sizeof written[0]; i++) {
        if (pc_eq(csl, written[i].csl))
            return ris_find_type(pc_s(written[i].ris));
    }
    return NULL;
}

bool ris_is_type(pc_str type)
{
    for (size_t i = 0; i < type.n; i++) {
        if (!(type.p[i] >= 'A' && type.p[i] <= 'Z') && !(type.p[i] >= '0' && type.p[i] <= '9'))
            return false;
    }
    return type.n != 0;
}
