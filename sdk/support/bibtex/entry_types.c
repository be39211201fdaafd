/* entry_types.c - chooses the type of an entry. */
#include "entry_types.h"

/* What a style requires of an entry. */
enum {
    TITLE = 1,
    AUTHOR = 1 << 1,
    EDITOR = 1 << 2,
    SOMEBODY = 1 << 3, /* author or editor */
    CONTAINER = 1 << 4,
    PUBLISHER = 1 << 5,
    INSTITUTION = 1 << 6,
    YEAR = 1 << 7,
    NOTE = 1 << 8,
    GENRE = 1 << 9,
    NUMBER = 1 << 10,
    ADDRESS = 1 << 11, /* a DOI, an identifier or a URL */
    MASTERS = 1 << 12, /* the genre names a master's thesis */
    NOBODY = 1 << 13   /* no author: the entry has no field for one */
};

struct candidate {
    const char *type, *start; /* of the record, of the entry */
    unsigned kind;            /* enum entry_kind */
    unsigned needs;
};

/* What plain.bst requires.  For each type the best one is first. */
static const struct candidate bibtex_types[] = {
    { "article", "@article{", IN_ARTICLE, AUTHOR | TITLE | CONTAINER | YEAR },
    { "book", "@book{", IN_BOOK, SOMEBODY | TITLE | PUBLISHER | YEAR },
    { "book", "@booklet{", IN_BOOKLET, TITLE },
    { "booklet", "@booklet{", IN_BOOKLET, TITLE },
    { "incollection", "@incollection{", IN_INCOLLECTION,
      AUTHOR | TITLE | CONTAINER | PUBLISHER | YEAR },
    { "inproceedings", "@inproceedings{", IN_INPROCEEDINGS, AUTHOR | TITLE | CONTAINER | YEAR },
    { "phdthesis", "@mastersthesis{", IN_THESIS, AUTHOR | TITLE | INSTITUTION | YEAR | MASTERS },
    { "phdthesis", "@phdthesis{", IN_THESIS, AUTHOR | TITLE | INSTITUTION | YEAR | GENRE },
    { "techreport", "@techreport{", IN_REPORT, AUTHOR | TITLE | INSTITUTION | YEAR },
    { "unpublished", "@unpublished{", IN_UNPUBLISHED, AUTHOR | TITLE | NOTE },
};

/* What the data model of biber 2.18 requires, except a title and a date: no type is complete
 * without them. */
static const struct candidate biblatex_types[] = {
    { "article", "@article{", IN_ARTICLE, AUTHOR | CONTAINER },
    { "book", "@book{", IN_BOOK, AUTHOR },
    { "book", "@collection{", IN_COLLECTION, EDITOR | NOBODY },
    { "booklet", "@booklet{", IN_BOOKLET, SOMEBODY },
    { "dataset", "@dataset{", IN_DATASET, 0 },
    { "incollection", "@incollection{", IN_INCOLLECTION, AUTHOR | EDITOR | CONTAINER },
    { "incollection", "@inbook{", IN_INBOOK, AUTHOR | CONTAINER },
    { "inproceedings", "@inproceedings{", IN_INPROCEEDINGS, AUTHOR | CONTAINER },
    { "inreference", "@inreference{", IN_INCOLLECTION, AUTHOR | EDITOR | CONTAINER },
    { "inreference", "@inbook{", IN_INBOOK, AUTHOR | CONTAINER },
    { "online", "@online{", IN_ONLINE, ADDRESS },
    { "patent", "@patent{", IN_PATENT, AUTHOR | NUMBER },
    { "periodical", "@periodical{", IN_PERIODICAL, EDITOR | NOBODY },
    { "report", "@report{", IN_REPORT, AUTHOR | GENRE | INSTITUTION },
    { "software", "@software{", IN_MISC, 0 },
    { "thesis", "@thesis{", IN_THESIS, AUTHOR | GENRE | INSTITUTION },
    { "unpublished", "@unpublished{", IN_UNPUBLISHED, AUTHOR },
};

static bool has(const pc_fields *fields, enum pc_list list)
{
    return pc_trim(pc_fields_first(fields, list)).n != 0;
}

/* True for "Master's thesis", "MSc dissertation", "Diplomarbeit". */
static bool is_masters(pc_str genre)
{
    static const char *const words[] = { "master", "m.sc", "msc", "m.a.", "diplom" };

    for (size_t i = 0; i < genre.n; i++) {
        for (size_t w = 0; w < sizeof words / sizeof words[0]; w++) {
            size_t n = 0;

            while (words[w][n] != '\0' && i + n < genre.n &&
                   (genre.p[i + n] | 0x20) == (words[w][n] | 0x20))
                n++;
            if (words[w][n] == '\0' && (i == 0 || genre.p[i - 1] == ' '))
                return true;
        }
    }
    return false;
}

static unsigned what_is_there(const pc_fields *f, bool has_year)
{
    unsigned there = has_year ? YEAR : 0;

    there |= has(f, PC_LIST_TITLE) ? TITLE : 0;
    there |= has(f, PC_LIST_AUTHOR) ? AUTHOR | SOMEBODY : NOBODY;
    there |= has(f, PC_LIST_EDITOR) ? EDITOR | SOMEBODY : 0;
    there |= has(f, PC_LIST_CONTAINER_TITLE) ? CONTAINER : 0;
    there |= has(f, PC_LIST_PUBLISHER) ? PUBLISHER : 0;
    there |= has(f, PC_LIST_INSTITUTION) ? INSTITUTION : 0;
    there |=
        has(f, PC_LIST_NOTE) || has(f, PC_LIST_STATUS) || has(f, PC_LIST_JOURNAL_REF) ? NOTE : 0;
    there |= has(f, PC_LIST_GENRE) ? GENRE : 0;
    there |= has(f, PC_LIST_NUMBER) ? NUMBER : 0;
    there |= has(f, PC_LIST_DOI) || has(f, PC_LIST_URL) || has(f, PC_LIST_ARXIV_ID) ||
                     has(f, PC_LIST_EPRINT) || has(f, PC_LIST_PMID)
                 ? ADDRESS
                 : 0;
    there |= is_masters(pc_fields_first(f, PC_LIST_GENRE)) ? MASTERS : 0;
    return there;
}

/* The entry type that the table of types gives for TYPE; NULL when it gives none. */
static const char *type_in_table(pc_str type, bool biblatex)
{
    static const struct {
        const char *type, *bibtex, *biblatex;
    } types[] = {
#define TYPE(type, bibtex, biblatex, ris) { type, bibtex, biblatex },
        PC_TYPES(TYPE)
#undef TYPE
    };

    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (pc_eq(type, types[i].type))
            return biblatex ? types[i].biblatex : types[i].bibtex;
    }
    return NULL;
}

/* For a record with too little for its type. */
static struct entry_type incomplete(unsigned there, bool biblatex)
{
    if (biblatex && (there & ADDRESS) != 0)
        return (struct entry_type){ pc_s("@online{"), IN_ONLINE, false };
    return (struct entry_type){ pc_s("@misc{"), IN_MISC, false };
}

static struct entry_type untyped(unsigned there, bool biblatex)
{
    enum { ALL = TITLE | AUTHOR | YEAR };

    if (biblatex && (there & ADDRESS) == 0 && (there & ALL) == ALL)
        return (struct entry_type){ pc_s("@unpublished{"), IN_UNPUBLISHED, false };
    return incomplete(there, biblatex);
}

static struct entry_type typed(const char *wanted, unsigned there, bool biblatex)
{
    const struct candidate *types = biblatex ? biblatex_types : bibtex_types;
    size_t count = biblatex ? sizeof biblatex_types / sizeof biblatex_types[0]
                            : sizeof bibtex_types / sizeof bibtex_types[0];

    for (size_t i = 0; i < count; i++) {
        if (strcmp(types[i].type, wanted) == 0 && (types[i].needs & ~there) == 0)
            return (struct entry_type){ pc_s(types[i].start), types[i].kind, true };
    }
    return incomplete(there, biblatex);
}

struct entry_type pc_entry_type_of(const pc_fields *fields, bool biblatex, bool has_year)
{
    pc_str type = pc_trim(pc_fields_first(fields, PC_LIST_TYPE));
    const char *wanted = type.n != 0 ? type_in_table(type, biblatex) : NULL;
    unsigned there = wanted != NULL || biblatex ? what_is_there(fields, has_year) : 0;
    struct entry_type found;

    if (wanted == NULL)
        return untyped(there, biblatex);
    if (strcmp(wanted, "misc") == 0 && !pc_eq(type, "article"))
        return (struct entry_type){ pc_s("@misc{"), IN_MISC, pc_eq(type, "document") };
    found = typed(wanted, there, biblatex);
    /* Both formats know a preprint by its identifier. */
    found.exact |= pc_eq(type, "article") && (there & ADDRESS) != 0;
    return found;
}
