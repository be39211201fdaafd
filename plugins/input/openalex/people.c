/* people.c - the authors of a work. */
#include "paperconv/identifiers.h"
#include "paperconv/names.h"
#include "work.h"

enum { CUT = 100 }; /* the interface gives no more authors than these */

/* One authorship: slices of the text that is read. */
struct authorship {
    pc_str printed, name, orcid;  /* on the paper; as OpenAlex calls the author */
    pc_str strings, institutions; /* affiliations as written in JSON */
    pc_str string;                /* the only one, in older data */
};

static void read_author(struct work *work, struct authorship *a)
{
    pc_str name;

    if (!pc_json_open(&work->json, PC_JSON_OBJECT))
        return;
    while (pc_json_next(&work->json, &name) == PC_JSON_KEY) {
        if (pc_eq(name, "display_name"))
            a->name = work_text(work);
        else if (pc_eq(name, "orcid"))
            a->orcid = work_text(work);
        else
            pc_json_skip(&work->json);
    }
}

/* Reads the rest of an object. */
static void read_authorship(struct work *work, struct authorship *a)
{
    pc_str name;

    while (pc_json_next(&work->json, &name) == PC_JSON_KEY) {
        if (pc_eq(name, "author"))
            read_author(work, a);
        else if (pc_eq(name, "raw_author_name"))
            a->printed = work_text(work);
        else if (pc_eq(name, "raw_affiliation_strings"))
            a->strings = pc_json_raw(&work->json);
        else if (pc_eq(name, "raw_affiliation_string"))
            a->string = work_text(work);
        else if (pc_eq(name, "institutions"))
            a->institutions = pc_json_raw(&work->json);
        else
            pc_json_skip(&work->json);
    }
}

/* A name with a comma shows its parts; of others nothing is known. */
static void add_printed_author(struct work *work, pc_str printed)
{
    pc_text *const value = &work->buffers->value;
    pc_person person;
    pc_name name;

    if (memchr(printed.p, ',', printed.n) == NULL) {
        pc_add(work->record, PC_AUTHOR, printed);
        return;
    }
    pc_name_split(printed, &name);
    person = pc_person_from_name(&name);
    value->n = 0;
    pc_person_to_printed(value, &person);
    pc_add(work->record, PC_AUTHOR, pc_text_str(value));
    if (name.whole)
        return;
    pc_add(work->record, "author.family", person.family);
    pc_add(work->record, "author.given", person.given);
    pc_add(work->record, "author.prefix", person.prefix);
    pc_add(work->record, "author.suffix", person.suffix);
}

/* Adds the texts in the array RAW, or those with the name display_name in its objects. */
static bool add_affiliations(struct work *work, pc_str raw)
{
    bool added = false, is_name = true;
    pc_json json;
    pc_str text;
    enum pc_json_token token;

    if (raw.n == 0)
        return false;
    pc_json_start(&json, raw, &work->buffers->inner);
    while ((token = pc_json_next(&json, &text)) != PC_JSON_END && token != PC_JSON_ERROR) {
        if (token == PC_JSON_KEY) {
            is_name = pc_eq(text, "display_name");
            if (!is_name)
                pc_json_skip(&json);
        } else if (token == PC_JSON_STRING && is_name) {
            pc_add(work->record, "author.affiliation", pc_trim(work_clean(work, text)));
            added |= text.n != 0;
        } else {
            is_name |= token == PC_JSON_OBJECT_END;
        }
    }
    return added;
}

static bool add_authorship(struct work *work, const struct authorship *a)
{
    const pc_str printed = pc_trim(work_clean(work, a->printed.n != 0 ? a->printed : a->name));
    char orcid[PC_ORCID_SIZE];

    if (printed.n == 0)
        return false;
    add_printed_author(work, printed);
    if (pc_orcid_read(a->orcid, orcid) == PC_ID_VALID)
        pc_add(work->record, "author.orcid", pc_s(orcid));
    if (add_affiliations(work, a->strings))
        return true;
    if (a->string.n != 0)
        pc_add(work->record, "author.affiliation", pc_trim(work_clean(work, a->string)));
    else
        add_affiliations(work, a->institutions);
    return true;
}

void work_read_authorships(struct work *work)
{
    size_t count = 0;
    enum pc_json_token token;
    pc_str text;

    if (!pc_json_open(&work->json, PC_JSON_ARRAY))
        return;
    while ((token = pc_json_next(&work->json, &text)) != PC_JSON_ARRAY_END &&
           token != PC_JSON_ERROR) {
        struct authorship a = { .name = pc_none() };

        count++;
        if (token == PC_JSON_OBJECT)
            read_authorship(work, &a);
        else
            pc_json_skip(&work->json);
        add_authorship(work, &a);
    }
    work->is_truncated |= count == CUT;
}
