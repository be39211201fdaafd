/* key_parts.h - the pieces of a template, and the parts of a key that are made from a record;
 * private to the support library.
 *
 * A template becomes a list of pieces once, when it is opened.  A piece appends to keys->key, or
 * changes what the piece before it has appended. */
#ifndef PAPERCONV_KEY_PARTS_H
#define PAPERCONV_KEY_PARTS_H

#include "paperconv/dates.h"
#include "paperconv/keys.h"

enum pc_key_op {
    PC_KEY_END,
    PC_KEY_PART,
    PC_KEY_TEXT,   /* characters of the template */
    PC_KEY_JOINT,  /* the same, left out when the part before them is empty */
    PC_KEY_FILTER, /* changes the part, the characters or the group before it */
    PC_KEY_CLEAN,  /* leaves only the characters of a key */
    PC_KEY_OPEN,   /* begins a group of alternatives */
    PC_KEY_NEXT,   /* between two of them */
    PC_KEY_CLOSE   /* ends the group */
};

/* What a part or a filter does; the names are in key_names.c. */
enum pc_key_what {
    PC_KEY_OWN_AUTH,
    PC_KEY_OWN_YEAR,
    PC_KEY_OWN_TITLE,
    PC_KEY_OWN_SHORT_TITLE,
    PC_KEY_OWN_ARXIV,
    PC_KEY_OWN_CATEGORY,
    PC_KEY_OWN_HASH,
    /* people */
    PC_KEY_FAMILY,          /* N characters (0: all) of the Mth family name */
    PC_KEY_FAMILIES,        /* of the first N people (0: all), then EtAl */
    PC_KEY_LAST_FAMILY,     /* of the last one */
    PC_KEY_FIRST_INITIAL,   /* of the given names of the first one */
    PC_KEY_LAST_INITIAL,    /* of the last one */
    PC_KEY_SHARED_INITIALS, /* N characters, shared by all */
    PC_KEY_EACH_INITIALS,   /* N characters of each */
    PC_KEY_FIRST_AND_INITIALS,
    PC_KEY_ALPHA,
    PC_KEY_SHORT_PEOPLE,
    PC_KEY_ET_AL, /* TEXT: etal or EtAl */
    PC_KEY_TWO_EA,
    PC_KEY_NAMES, /* as printed, joined by "and" */
    /* titles */
    PC_KEY_FULL_TITLE,
    PC_KEY_WORDS, /* the first N words, M of them with a capital, without JabRef's function words */
    PC_KEY_BBT_WORDS,  /* the same for Better BibTeX */
    PC_KEY_CAMEL,      /* all words, with a capital */
    PC_KEY_INITIALS_3, /* the first characters of the first three words */
    /* the rest */
    PC_KEY_YEAR, /* nothing when it is unknown */
    PC_KEY_SHORT_YEAR,
    PC_KEY_ORIGINAL_YEAR,
    PC_KEY_MONTH,      /* March */
    PC_KEY_MONTH_ABBR, /* mar */
    PC_KEY_DAY,
    PC_KEY_DATE,
    PC_KEY_JOURNAL,
    PC_KEY_JOURNAL_ABBR,
    PC_KEY_LOWEST_PAGE,
    PC_KEY_HIGHEST_PAGE,
    PC_KEY_PAGE_PREFIX,
    PC_KEY_FIRST_PAGE, /* as printed */
    PC_KEY_LAST_PAGE,
    PC_KEY_KEYWORD,  /* the Nth */
    PC_KEY_KEYWORDS, /* the first N (0: all) */
    PC_KEY_ENTRY_TYPE,
    PC_KEY_TYPE_IS, /* TEXT; fails when the record has another type */
    PC_KEY_FIELD,   /* TEXT: its key */
    /* filters */
    PC_KEY_LOWER,
    PC_KEY_UPPER,
    PC_KEY_CAPITALIZE,     /* of each word the first letter; the others small */
    PC_KEY_CAPITALIZE_BBT, /* the others as they are */
    PC_KEY_TITLE_CASE,
    PC_KEY_SENTENCE_CASE,
    PC_KEY_ABBR,
    PC_KEY_TRUNCATE,
    PC_KEY_DEFAULT,
    PC_KEY_DISCARD,
    PC_KEY_CONDENSE,
    PC_KEY_PREFIX,
    PC_KEY_POSTFIX,
    PC_KEY_SUBSTRING,
    PC_KEY_SELECT,
    PC_KEY_SKIP_WORDS,
    PC_KEY_NO_PUNCT,
    PC_KEY_NO_PUNCT_OR_DASH,
    PC_KEY_ALPHANUM,
    PC_KEY_NUMERIC,
    PC_KEY_REPLACE,
    PC_KEY_LENGTH, /* fails unless the length compares with N as TEXT says */
    PC_KEY_AS_IS   /* transliterate and the like: keys are ASCII anyway */
};

enum pc_key_role {
    PC_KEY_ANYONE,
    PC_KEY_AUTHORS,
    PC_KEY_EDITORS
}; /* anyone: authors, else editors */

struct pc_key_piece;
typedef bool pc_key_run(pc_keys *keys, const pc_record *record, const struct pc_key_piece *piece,
                        size_t start);

struct pc_key_piece {
    unsigned char op, what, role;
    bool names_record; /* distinguishes papers; a year does not */
    bool particle;     /* with the particle of a family name, and */
    bool initials;     /* with the initials of the given names */
    pc_str text, text2;
    int n, m;
    /* The function of a part or a filter.  False: what it asks for is not so, and the next
     * alternative is to be tried. */
    pc_key_run *run;
};

/* The parts that are not this program's own, each kind in a file of its own.  They append to keys->key. */
pc_key_run pc_key_run_people;
pc_key_run pc_key_run_title;
pc_key_run pc_key_run_field;
/* Changes keys->key from START on. */
pc_key_run pc_key_run_filter;

/* Reads PRINTED as EDTF, of an interval its beginning; false when it is no date. */
bool pc_key_date(pc_str printed, pc_date *date);
pc_str pc_key_decode_text(pc_keys *keys, const pc_record *record, pc_str text);
/* TEXT of the record without TeX and tags; lives until the next call. */
static inline pc_str pc_key_plain_text(pc_keys *keys, const pc_record *record, pc_str text)
{
    if (text.n == 0 || (!memchr(text.p, '\\', text.n) && !memchr(text.p, '{', text.n) &&
                        !memchr(text.p, '<', text.n)))
        return text;
    return pc_key_decode_text(keys, record, text);
}

#endif
