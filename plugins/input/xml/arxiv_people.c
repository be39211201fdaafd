/* arxiv_people.c - the authors of a paper, in each of the formats. */
#include "arxiv_paper.h"
#include "paperconv/arxiv.h"
#include "paperconv/names.h"
#include "values.h"

static void add_author_parts(struct arxiv_entry *entry, const pc_person *person)
{
    entry->buffer->n = 0;
    pc_person_to_printed(entry->buffer, person);
    pc_add(entry->record, PC_AUTHOR, pc_text_str(entry->buffer));
    if (person->given.n == 0) /* a group, or a name that was not divided */
        return;
    pc_add(entry->record, "author.family", person->family);
    pc_add(entry->record, "author.given", person->given);
    pc_add(entry->record, "author.prefix", person->prefix);
    pc_add(entry->record, "author.suffix", person->suffix);
}

/* The parts of the person at node AT: <keyname>, <forenames> and so on, or <name>. */
static void read_person(struct arxiv_entry *entry, size_t at)
{
    const struct xml_tree *tree = entry->tree;
    pc_person person = { .family = pc_none() };

    for (size_t i = at + 1; xml_is_in(tree, i, at); i++) {
        switch (xml_node(tree, i)->name) {
        case ARXIV_KEYNAME:
        case ARXIV_NAME:
            person.family = value_line(xml_value(tree, i));
            break;
        case ARXIV_FORENAMES:
            person.given = value_line(xml_value(tree, i));
            break;
        case ARXIV_NAME_SUFFIX:
            person.suffix = value_line(xml_value(tree, i));
            break;
        default:
            break;
        }
    }
    if (person.family.n == 0)
        return;
    add_author_parts(entry, &person);
    for (size_t i = at + 1; xml_is_in(tree, i, at); i++) {
        if (xml_node(tree, i)->name == ARXIV_INSTITUTION)
            pc_add(entry->record, "author.affiliation", value_line(xml_value(tree, i)));
    }
}

/* "Family, Given", as Dublin Core has it. */
static void add_creator(struct arxiv_entry *entry, pc_str printed)
{
    pc_name name;
    pc_person person;

    pc_name_split(printed, &name);
    person = pc_person_from_name(&name);
    if (memchr(printed.p, ',', printed.n) != NULL)
        add_author_parts(entry, &person);
    else
        pc_add(entry->record, PC_AUTHOR, printed);
}

/* A list of names in one text. */
static void add_name_list(struct arxiv_entry *entry, pc_str names, bool and_between)
{
    if (!pc_arxiv_add_authors(entry->record, names, and_between))
        pc_warn(entry->record, entry->bytes, "behind-et-al",
                "what stands behind 'et al.' is left out");
}

void arxiv_add_people(struct arxiv_entry *entry)
{
    const struct xml_tree *tree = entry->tree;
    const bool in_feed = xml_node(tree, 0)->name == ARXIV_ENTRY;
    const size_t parent = entry->parent;
    bool found = false;
    size_t i;

    for (i = parent + 1; xml_is_in(tree, i, parent); i++) {
        if (xml_node(tree, i)->name != ARXIV_PERSON || xml_node(tree, i)->attribute)
            continue;
        read_person(entry, i);
        found = true;
    }
    if (!found && entry->first[ARXIV_AUTHORS].n != 0)
        add_name_list(entry, value_line(entry->first[ARXIV_AUTHORS]), true);
    for (i = parent; arxiv_next_field(entry, ARXIV_CREATOR, &i);) {
        const pc_str names = value_line(xml_value(tree, i));

        if (in_feed && !found)
            add_name_list(entry, names, false);
        else if (!in_feed && names.n != 0)
            add_creator(entry, names);
    }
}
