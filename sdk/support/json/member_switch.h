/* member_switch.h - finds the list of a member of a JSON object that is an array: of a field with
 * several values, or beside a field, which gives the list of its first qualifier; the member of a field
 * with one value has the field's key as its name; made by tools/make-fields from sdk/fields.tsv; do not edit. */
/* clang-format off */
switch (key.n) {
case 3:
    if (is_key(key, "set"))
        return PC_LIST_SET;
    break;
case 4:
    if (is_key(key, "urls"))
        return PC_LIST_URL;
    break;
case 5:
    switch (key.p[2]) {
    case 'a':
        if (is_key(key, "xdata"))
            return PC_LIST_XDATA;
        break;
    case 'b':
        if (is_key(key, "isbns"))
            return PC_LIST_ISBN;
        break;
    case 'l':
        if (is_key(key, "files"))
            return PC_LIST_FILE;
        break;
    case 's':
        if (is_key(key, "issns"))
            return PC_LIST_ISSN;
        break;
    case 't':
        if (is_key(key, "notes"))
            return PC_LIST_NOTE;
        break;
    default:
        break;
    }
    break;
case 6:
    if (is_key(key, "places"))
        return PC_LIST_PLACE;
    if (is_key(key, "groups"))
        return PC_LIST_GROUP;
    break;
case 7:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "authors"))
            return PC_LIST_AUTHOR;
        break;
    case 'e':
        if (is_key(key, "editors"))
            return PC_LIST_EDITOR;
        break;
    case 'r':
        if (is_key(key, "related"))
            return PC_LIST_RELATED;
        break;
    default:
        break;
    }
    break;
case 8:
    if (is_key(key, "keywords"))
        return PC_LIST_KEYWORD;
    break;
case 9:
    if (is_key(key, "languages"))
        return PC_LIST_LANGUAGE;
    break;
case 10:
    if (is_key(key, "publishers"))
        return PC_LIST_PUBLISHER;
    if (is_key(key, "urls_roles"))
        return PC_LIST_URL_ROLE;
    break;
case 11:
    switch (key.p[0]) {
    case 'i':
        if (is_key(key, "issns_kinds"))
            return PC_LIST_ISSN_KIND;
        break;
    case 'k':
        if (is_key(key, "key_aliases"))
            return PC_LIST_KEY_ALIAS;
        break;
    case 't':
        if (is_key(key, "translators"))
            return PC_LIST_TRANSLATOR;
        break;
    default:
        break;
    }
    break;
case 12:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "affiliations"))
            return PC_LIST_AFFILIATION;
        break;
    case 'c':
        if (is_key(key, "contributors"))
            return PC_LIST_CONTRIBUTOR;
        break;
    case 'i':
        if (is_key(key, "institutions"))
            return PC_LIST_INSTITUTION;
        break;
    default:
        break;
    }
    break;
case 13:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "authors_parts"))
            return PC_LIST_AUTHOR_FAMILY;
        break;
    case 'e':
        if (is_key(key, "editors_parts"))
            return PC_LIST_EDITOR_FAMILY;
        break;
    case 'r':
        if (is_key(key, "related_types"))
            return PC_LIST_RELATED_TYPE;
        break;
    default:
        break;
    }
    break;
case 14:
    if (is_key(key, "series_editors"))
        return PC_LIST_SERIES_EDITOR;
    break;
case 15:
    if (is_key(key, "classifications"))
        return PC_LIST_CLASSIFICATION;
    break;
case 16:
    switch (key.p[1]) {
    case 'e':
        if (is_key(key, "keywords_schemes"))
            return PC_LIST_KEYWORD_SCHEME;
        break;
    case 'o':
        if (is_key(key, "completed_fields"))
            return PC_LIST_COMPLETED_FIELDS;
        break;
    case 'r':
        if (is_key(key, "cross_categories"))
            return PC_LIST_CROSS_CATEGORY;
        break;
    default:
        break;
    }
    break;
case 17:
    if (is_key(key, "container_authors"))
        return PC_LIST_CONTAINER_AUTHOR;
    if (is_key(key, "translators_parts"))
        return PC_LIST_TRANSLATOR_FAMILY;
    break;
case 18:
    if (is_key(key, "institutions_roles"))
        return PC_LIST_INSTITUTION_ROLE;
    if (is_key(key, "contributors_parts"))
        return PC_LIST_CONTRIBUTOR_FAMILY;
    break;
case 20:
    if (is_key(key, "series_editors_parts"))
        return PC_LIST_SERIES_EDITOR_FAMILY;
    break;
case 23:
    if (is_key(key, "container_authors_parts"))
        return PC_LIST_CONTAINER_AUTHOR_FAMILY;
    break;
case 25:
    if (is_key(key, "arxiv_category_candidates"))
        return PC_LIST_ARXIV_CATEGORY_CANDIDATE;
    break;
default:
    break;
}
