/* places.c - the table of the tags of RIS. */
#include "reference.h"

bool ris_is_type(pc_str type)
{
    for (size_t i = 0; i < type.n; i++) {
        if (!(type.p[i] >= 'A' && type.p[i] <= 'Z') && !(type.p[i] >= '0' && type.p[i] <= '9'))
            return false;
    }
    return type.n != 0;
}

/* ---- tags ------------------------------------------------------------------------ */

#define PLACE(tag, start, list, kinds, rules, put)                                    \
    {                                                                                 \
        "\r\n" tag "  - ", { start, sizeof start - 1 }, PC_LIST_##list, kinds, rules, \
            ris_put_##put                                                             \
    }
#define LINE(tag, list, kinds, rules, put) PLACE(tag, "", list, kinds, rules, put)

/* In the order of the tags after TY, which the page explains.  Where the kinds of a tag differ, the choice
 * is that of most readers: Zotero, citation-js, JabRef. */
static const struct place places[] = {
    LINE("TI", TITLE, ANY, 0, title),
    LINE("TI", SUBTITLE, ANY, REST, title),
    LINE("ST", SHORT_TITLE, ANY, 0, each),
    LINE("OP", ORIGINAL_TITLE, ANY, ONE, each),
    LINE("OP", ORIGINAL_DATE, ANY, ONE, each),
    LINE("T2", CONTAINER_TITLE, ANY & ~(BOOK | REPORT), 0, each),
    LINE("T2", SERIES, BOOK | REPORT, 0, each),
    LINE("T3", SERIES, ANY & ~(BOOK | REPORT), 0, each),
    LINE("C3", CONTAINER_TITLE, CONFERENCE, 0, each),
    LINE("JF", CONTAINER_TITLE, ARTICLE | REPORT, 0, each),
    LINE("J2", CONTAINER_SHORT, ANY & ~BOOK, 0, each),
    LINE("AU", AUTHOR, ANY, 0, people),
    LINE("A2", EDITOR, ARTICLE | PART | CONFERENCE, 0, people),
    LINE("A2", SERIES_EDITOR, BOOK, 0, people),
    LINE("A3", SERIES_EDITOR, ANY & ~BOOK, 0, people),
    LINE("A4", TRANSLATOR, ANY, 0, people),
    LINE("ED", EDITOR, ANY & ~(ARTICLE | PART | CONFERENCE), 0, people),
    LINE("AD", AFFILIATION, ANY, 0, each),
    LINE("PY", DATE, ANY, 0, date),
    LINE("Y2", ACCESSED, ANY, 0, day),
    LINE("VL", VOLUME, ANY, 0, each),
    LINE("NV", VOLUMES, ANY, 0, each),
    LINE("IS", ISSUE, ANY, 0, each),
    LINE("SE", CHAPTER, PART | CONFERENCE, 0, each),
    LINE("SE", SECTION, ANY & ~(PART | CONFERENCE | BOOK), 0, each),
    LINE("SP", PAGES, ANY, ONE, pages),
    LINE("SP", PAGE_COUNT, BOOK | THESIS, ONE, each),
    LINE("C7", ARTICLE_NUMBER, ANY & ~(BOOK | THESIS | PATENT), 0, each),
    LINE("M1", SERIES_NUMBER, PART | CONFERENCE | BOOK, 0, each),
    LINE("M1", NUMBER, ANY & ~(PART | CONFERENCE | BOOK | PATENT), 0, each),
    LINE("PB", INSTITUTION, REPORT | THESIS, ONE, joined),
    LINE("PB", PUBLISHER, ANY, ONE, joined),
    LINE("PB", INSTITUTION, ANY & ~(REPORT | THESIS), ONE, joined),
    PLACE("PB", "arXiv", ARXIV_ID, ANY, ONE, start),
    LINE("CY", PLACE, ANY, 0, joined),
    LINE("C1", EVENT_PLACE, CONFERENCE, 0, each),
    LINE("ET", VERSION, SOFTWARE, ONE, each),
    LINE("ET", EDITION, ANY, ONE, each),
    LINE("SN", ISSN, ARTICLE, 0, each),
    LINE("SN", ISBN, ANY & ~PATENT, 0, each),
    LINE("SN", ISSN, ANY & ~(ARTICLE | PATENT), 0, each),
    LINE("SN", NUMBER, PATENT, 0, each),
    LINE("DO", DOI, ANY, 0, each),
    LINE("C2", PMCID, ARTICLE | REPORT | OTHER, 0, each),
    LINE("CN", CALL_NUMBER, ANY, 0, each),
    LINE("AB", ABSTRACT, ANY, 0, each),
    LINE("KW", KEYWORD, ANY, 0, each),
    LINE("KW", CLASSIFICATION, ANY, 0, each),
    LINE("KW", ARXIV_CATEGORY, ANY, ONE, category),
    LINE("KW", CATEGORY, ANY, ONE, category),
    LINE("LA", LANGUAGE, ANY, 0, joined),
    LINE("M3", GENRE, ANY, 0, each),
    LINE("AV", ARCHIVE, ANY, 0, each),
    PLACE("AN", "arXiv:", ARXIV_ID, ANY, ONE, each),
    LINE("AN", PMID, ANY, ONE, each),
    LINE("AN", ARCHIVE_LOCATION, ANY, ONE, each),
    PLACE("DB", "arXiv", ARXIV_ID, ANY, ONE, start),
    PLACE("DB", "PubMed", PMID, ANY, ONE, start),
    LINE("DB", DATABASE, ANY, ONE, each),
    LINE("DP", DATABASE, ANY, REST, each),
    LINE("L1", FILE, ANY, 0, each),
    LINE("UR", URL, ANY, 0, each),
    LINE("RN", ANNOTE, ANY, 0, each),
    LINE("N1", NOTE, ANY, 0, each),
    PLACE("N1", "Journal reference: ", JOURNAL_REF, ANY, 0, each),
    PLACE("N1", "Author list truncated in source (et al.)", AUTHORS_TRUNCATED, ANY, 0, start),
    PLACE("N1", "Date: ", DATE, ANY, REST, no_year),
    PLACE("N1", "Date: ", DATE_TEXT, ANY, REST, each),
    LINE("LB", KEY_ALIAS, ANY, 0, each),
    LINE("XX", OTHERS, ANY, 0, custom),
};
enum { PLACES = sizeof places / sizeof places[0] };
_Static_assert(sizeof places / sizeof places[0] <= PLACES_MOST, "a bit for each");

void ris_find_places(struct places places_of[PC_LISTS])
{
    for (size_t i = 0; i < PLACES; i++)
        places_of[places[i].list].words[i / 64] |= (uint64_t)1 << i % 64;
}

static void put_place(struct reference *r, const struct place *place)
{
    if ((place->kinds & r->kind) == 0)
        return;
    if (place->rules != 0) {
        if ((place->rules & REST) != 0 && ris_is_written(r, place->list))
            return;
        if ((place->rules & ONE) != 0) {
            if (r->taken != NULL && memcmp(r->taken, place->tag, sizeof place->tag) == 0)
                return;
            r->taken = place->tag;
        }
    }
    if (place->put(r, place))
        ris_mark(r, place->list);
}

void ris_put_fields(struct reference *r, const struct places places_of[PC_LISTS])
{
    struct places needed = { { 0 } };

    for (unsigned i = 0; i < sizeof r->written / sizeof r->written[0]; i++) {
        for (uint64_t word = r->fields->present[i]; word != 0; word &= word - 1) {
            const struct places *own = &places_of[64 * i + ris_lowest(word)];

            for (unsigned j = 0; j < PLACES_MOST / 64; j++)
                needed.words[j] |= own->words[j];
        }
    }
    for (unsigned i = 0; i < PLACES_MOST / 64; i++) {
        for (uint64_t word = needed.words[i]; word != 0; word &= word - 1)
            put_place(r, &places[64 * i + ris_lowest(word)]);
    }
}
