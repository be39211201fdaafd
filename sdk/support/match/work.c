/* work.c - what comparing needs of a record. */
#include "abstract.h"
#include "words.h"

#include "paperconv/fields.h"
#include "paperconv/identifiers.h"
#include "paperconv/match.h"
#include "paperconv/names.h"
#include "paperconv/tex.h"

/* True when TEXT ends as a listing ends a title that is too long for it. */
static bool ends_cut(pc_str text)
{
    text = pc_trim(text);
    return pc_ends(text, "...") || pc_ends(text, "\xE2\x80\xA6");
}

static void read_title(pc_match_title *title, pc_str text)
{
    struct word word;

    title->whole = pc_hash_letters(0, text);
    if (title->whole != 0 && ends_cut(text))
        title->whole ^= 1;
    title->digits = pc_hash_digits(text);
    title->word_count = title->letter_count = 0;
    for (; pc_word_next(&text, &word); title->word_count++) {
        if (title->word_count < PC_MATCH_WORDS) {
            title->words[title->word_count] = word.hash;
            title->lengths[title->word_count] =
                (uint8_t)(word.letters < UINT8_MAX ? word.letters : UINT8_MAX);
        }
        title->letter_count += word.letters;
    }
}

/* Appends TEXT without its markup; false when it has none, and is not appended. */
static bool decode(pc_text *out, pc_str text, enum pc_markup markup)
{
    if (markup == PC_HTML && memchr(text.p, '<', text.n) != NULL)
        pc_html_decode(out, text);
    else if (markup != PC_HTML && memchr(text.p, '\\', text.n) != NULL)
        pc_tex_decode(out, text);
    else
        return false;
    return true;
}

void pc_match_set_title(pc_work *work, pc_str title, pc_str markup)
{
    pc_text decoded = { NULL, 0, 0 };

    read_title(&work->title, title);
    if (title.n != 0 && decode(&decoded, title, pc_markup_read(markup)))
        read_title(&work->decoded, pc_text_str(&decoded));
    else
        work->decoded = work->title;
    pc_text_free(&decoded);
}

/* The surname is the last word of the family name, because sources do not agree what a particle and
 * what a part of the name is.  The words of all of the name are for names in another order. */
static void read_name(const pc_value *author, uint64_t *surname, uint64_t *name)
{
    const pc_person person = pc_person_from_value(author);
    pc_str family = person.literal.n != 0 ? person.literal : person.family;
    pc_str printed = author->text;
    struct word word;

    *surname = *name = 0;
    while (pc_word_next(&family, &word))
        *surname = word.hash;
    while (pc_word_next(&printed, &word))
        *name += word.hash;
}

static void read_authors(pc_work *work, const pc_fields *fields)
{
    work->author_count = 0;
    work->authors_truncated = fields->first[PC_LIST_AUTHORS_TRUNCATED] != NULL;
    for (const pc_value *a = fields->first[PC_LIST_AUTHOR]; a != NULL; a = a->next) {
        if (work->author_count < PC_MATCH_AUTHORS)
            read_name(a, &work->surnames[work->author_count], &work->names[work->author_count]);
        work->author_count++;
    }
}

/* A listing may glue title and authors together and cut them in another place. */
static void read_glued(pc_work *work, const pc_fields *fields)
{
    const pc_str printed = pc_fields_first(fields, PC_LIST_TITLE);
    const uint64_t title = pc_hash_letters(0, printed);
    const uint64_t glued = pc_hash_letters(title, pc_fields_first(fields, PC_LIST_AUTHOR));

    work->glued = title == 0 || glued == title || ends_cut(printed) ? 0 : glued;
}

static pc_date read_date(const pc_fields *fields)
{
    pc_edtf date;

    if (!pc_edtf_parse(pc_fields_first(fields, PC_LIST_DATE), &date))
        return (pc_date){ 0, 0, 0 };
    return pc_edtf_first(&date);
}

static uint64_t hash_category(pc_str id)
{
    pc_str ids[PC_ARXIV_IDS];

    return pc_hash_letters(0, pc_arxiv_lookup(id, ids) == 1 ? ids[0] : id);
}

static void read_categories(pc_work *work, const pc_fields *fields)
{
    const pc_value *candidate = fields->first[PC_LIST_ARXIV_CATEGORY_CANDIDATE];
    const pc_value *cross = fields->first[PC_LIST_CROSS_CATEGORY];
    const pc_str category = pc_fields_first(fields, PC_LIST_ARXIV_CATEGORY);
    size_t n = 0;

    memset(work->primary, 0, sizeof work->primary);
    memset(work->categories, 0, sizeof work->categories);
    if (category.n != 0)
        work->primary[n++] = hash_category(category);
    for (; category.n == 0 && candidate != NULL && n < PC_ARXIV_IDS; candidate = candidate->next)
        work->primary[n++] = hash_category(candidate->text);
    for (n = 0; cross != NULL && n < PC_MATCH_CATEGORIES; cross = cross->next)
        work->categories[n++] = hash_category(cross->text);
}

static void read_identifiers(pc_work *work, const pc_fields *fields)
{
    const pc_str arxiv_id = pc_fields_first(fields, PC_LIST_ARXIV_ID);
    const pc_str doi = pc_fields_first(fields, PC_LIST_DOI);
    pc_text decoded = { NULL, 0, 0 };
    pc_arxiv_id id;
    pc_str text;

    work->arxiv_id = work->doi = 0;
    if (pc_arxiv_id_read(arxiv_id.n != 0 ? arxiv_id : doi, &id) == PC_ID_VALID)
        work->arxiv_id = pc_hash_identifier(OF_ARXIV_ID, pc_s(id.id));
    if (pc_arxiv_id_read(doi, &id) != PC_ID_VALID &&
        pc_doi_read(doi, &decoded, &text) == PC_ID_VALID)
        work->doi = pc_hash_identifier(OF_DOI, text);
    pc_text_free(&decoded);
}

void pc_match_read(pc_work *work, const pc_record *record)
{
    pc_fields fields;

    pc_fields_read(&fields, record);
    pc_match_set_title(work, pc_fields_first(&fields, PC_LIST_TITLE),
                       pc_fields_first(&fields, PC_LIST_MARKUP));
    read_authors(work, &fields);
    read_glued(work, &fields);
    work->date = read_date(&fields);
    read_categories(work, &fields);
    read_identifiers(work, &fields);
    pc_read_abstract(work, pc_fields_first(&fields, PC_LIST_ABSTRACT));
}
