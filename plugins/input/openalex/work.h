/* work.h - a work of OpenAlex while it is read.
 *
 * work.c reads the members; abstract.c, people.c, locations.c, subjects.c and types.c read those with several
 * values; detection.c knows the format by its first bytes. */
#ifndef PAPERCONV_OPENALEX_WORK_H
#define PAPERCONV_OPENALEX_WORK_H

#include "paperconv/csl.h"
#include "paperconv/json.h"

/* Buffers, kept from work to work. */
struct buffers {
    pc_text decoded; /* strings with escapes */
    pc_text inner;   /* the same, of a member that is read later */
    pc_text clean;   /* texts without entities and foreign tags */
    pc_text value;   /* one that is put together */
    pc_text words;   /* of an abstract */
    pc_text places;  /* where they stand: struct place, of abstract.c */
};

struct work {
    pc_record *record;
    struct buffers *buffers;
    pc_json json;
    size_t size; /* of the text that is read */
    /* What other members decide about. */
    pc_str title, display_name, date, year, type, type_crossref, source_type;
    pc_str concepts; /* as written */
    pc_str first_page, last_page;
    bool has_doi, has_arxiv_id, has_venue, has_subjects;
    bool is_truncated; /* the list of authors */
    bool html;         /* a text has tags */
};

/* Called with each member of an object, whose value comes next in work->json. */
typedef void work_member(struct work *work, pc_str name);

/* ---- work.c ---- */

/* Reads TEXT, one object, into work->record.  False when it is no JSON (work->json says where), or no
 * object (work->json.reason is NULL). */
bool work_read(struct work *work, pc_str text);
/* Reads the value that comes next: a text or a number; absent, and passed over, when it is another. */
pc_str work_text(struct work *work);
/* Calls READ with the members of the object that comes next, or passes over another value.  READ
 * reads the value of each. */
void work_object(struct work *work, work_member *read);
/* The same for each object in the array that comes next. */
void work_array(struct work *work, work_member *read);
/* TEXT without entities and foreign tags; until the next call. */
pc_str work_clean(struct work *work, pc_str text);
/* Adds the DOI that TEXT is, if there is none yet; and the arXiv identifier that it means. */
void work_add_doi(struct work *work, pc_str text);
/* Adds the identifier of the arXiv page that the address TEXT leads to, if it does, and there is none yet. */
void work_add_arxiv_id(struct work *work, pc_str text);

/* ---- abstract.c ---- */

/* Reads the value that comes next: an object with the places of each word. */
void work_read_abstract(struct work *work);

/* ---- people.c ---- */

void work_read_authorships(struct work *work);

/* ---- locations.c ---- */

/* Reads the place of publication that comes next. */
void work_read_primary_location(struct work *work);
/* The same in data before 2023, where it is the journal itself. */
void work_read_host_venue(struct work *work);
/* Reads all places: for the arXiv identifier. */
void work_read_locations(struct work *work);

/* ---- subjects.c ---- */

void work_read_keywords(struct work *work);
void work_read_topics(struct work *work);
void work_read_mesh(struct work *work);
/* Adds work->concepts, which OpenAlex had before it had topics. */
void work_add_concepts(struct work *work);

/* ---- types.c ---- */

void work_add_type(struct work *work);

/* ---- detection.c ---- */

/* How sure HEAD is OpenAlex, 0 to 100, and why. */
int openalex_sniff(pc_str head, pc_str name, const char **why);

#endif
