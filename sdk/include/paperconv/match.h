/* paperconv/match.h - matching library: do two records describe the same work?
 *
 * Link paperconv::match, a static library beside the support library; it needs utf8proc.
 *
 * A pc_work is what comparing needs of a record: hashed words of the title, surnames, date,
 * categories, identifiers, and hashed runs of four words of the abstract.  A catalogue keeps
 * pc_match_keys() of each record to find it, and pc_match_sketch() to compare its abstract without
 * the text.
 *
 * Both are parts of file formats: PC_MATCH_VERSION changes whenever a key or a sketch of some
 * record does.  All texts are split into words first:
 *
 *   - at white space of Unicode only;
 *   - decomposed by NFKD, case folded, without marks; what is no letter and no digit is dropped
 *     inside words, so that TeX, with or without its backslashes and dollars, gives the same words;
 *   - Greek letters become their English names, and the Latin letters that do not decompose what
 *     they are spelt with in ASCII: o for U+00F8, ae for U+00E6.
 *
 * A word's hash is 64-bit FNV-1a over its code points, mixed by the finaliser of MurmurHash3; its
 * lowest bit says that the word tells works apart (a Roman numeral, "erratum").  A key or run joins
 * the hashes of its words in order, and its kind; that of a whole title has all its letters without
 * regard to words, and that of an identifier its bytes in small letters. */
#ifndef PAPERCONV_MATCH_H
#define PAPERCONV_MATCH_H

#include "paperconv/arxiv.h"
#include "paperconv/dates.h"
#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    PC_MATCH_VERSION = 1,
    PC_MATCH_KEYS = 26,   /* a work has at most so many keys */
    PC_MATCH_SKETCH = 20, /* and its sketch so many numbers */

    /* What is compared; of more only the number is. */
    PC_MATCH_WORDS = 48, /* of a title */
    PC_MATCH_AUTHORS = 64,
    PC_MATCH_CATEGORIES = 8,
    PC_MATCH_RUNS = 1024, /* from the start of an abstract */
    PC_MATCH_NUMBERS = 32,
    PC_MATCH_RUN_KEYS = 12
};

/* Private. */
typedef struct pc_match_title {
    uint64_t whole;                  /* hash of all letters and digits; 0: there is no title */
    uint64_t digits;                 /* hash of the numbers in it, in order */
    uint32_t word_count;             /* of the whole title */
    uint32_t letter_count;           /* letters and digits of the whole title */
    uint64_t words[PC_MATCH_WORDS];  /* the first WORD_COUNT of them */
    uint8_t lengths[PC_MATCH_WORDS]; /* in letters; 255: or more */
} pc_match_title;

/* Private: the upper 16 bits of different hashes in ascending order, the SAMPLE smallest of COUNT. */
typedef struct pc_match_runs {
    uint32_t count, sample;
    uint16_t hashes[PC_MATCH_RUNS];
} pc_match_runs;
typedef struct pc_match_numbers {
    uint32_t count, sample;
    uint16_t hashes[PC_MATCH_NUMBERS];
} pc_match_numbers;

/* Private members, some 6 KB.  It does not refer to the record. */
typedef struct pc_work {
    pc_match_title title;   /* as it is written */
    pc_match_title decoded; /* without TeX and tags; the same when it has none */
    uint64_t glued;         /* letters of the title and of the first author; 0: not both */
    uint32_t author_count;
    bool authors_truncated;
    uint64_t surnames[PC_MATCH_AUTHORS]; /* last word of the family name */
    uint64_t names[PC_MATCH_AUTHORS];    /* all words, in any order */
    pc_date date;
    uint64_t primary[PC_ARXIV_IDS];           /* category, or what it may be; 0 behind them */
    uint64_t categories[PC_MATCH_CATEGORIES]; /* further ones; 0 behind them */
    uint64_t arxiv_id, doi;                   /* 0: absent */
    uint64_t run_keys[PC_MATCH_RUN_KEYS];     /* the smallest runs; 0 behind them */
    uint64_t abstract_start, abstract_end;    /* 8 words each; 0: it has fewer */
    bool withdrawn;                           /* a short abstract says so */
    uint16_t start;                           /* the upper bits of abstract_start */
    pc_match_runs runs;
    pc_match_numbers numbers;
} pc_work;

/* Reads RECORD into WORK, which need not be initialised.  Takes time linear in the size of the
 * record. */
void pc_match_read(pc_work *work, const pc_record *record);

/* Replaces the title, as a record with the markup MARKUP (absent: plain) has it: for an earlier
 * title of the same work. */
void pc_match_set_title(pc_work *work, pc_str title, pc_str markup);

/* Removes the abstract: neither keys nor sketch depend on it then. */
void pc_match_drop_abstract(pc_work *work);

/* Stores the keys under which a catalogue finds WORK, all different and never 0, and returns their
 * number.  A record of the same work has some of them. */
size_t pc_match_keys(const pc_work *work, uint64_t keys[PC_MATCH_KEYS]);

/* Stores what is compared of the abstract and returns the length of the sketch; 0: there is no
 * abstract, or one of less than four words.  It tells its own length, so that sketches can stand
 * one behind the other:
 *
 *   1 number      the number of different runs, at most 65535; from bit 16 on that of different
 *                 numbers, at most 255; from bit 24 on the length of the sketch; bit 31: the
 *                 abstract is short and says that the work was withdrawn
 *   0 to 16       the upper 16 bits of the hashes of the 32 smallest runs, two in each, the
 *                 smaller one in the low half
 *   1 to 3        the same of the first 8 words together, which is 0 when there are fewer, and of
 *                 the 5 smallest numbers in the text */
size_t pc_match_sketch(const pc_work *work, uint32_t sketch[PC_MATCH_SKETCH]);

/* Takes the abstract of WORK from the sketch with which the COUNT numbers at SKETCH begin, and
 * returns its length.  0, and WORK unchanged, when there is none or it is not valid. */
size_t pc_match_set_sketch(pc_work *work, const uint32_t *sketch, size_t count);

/* ---- comparing -------------------------------------------------------------------------- */

/* Why two records are taken for the same work.  The rules and their thresholds were measured on
 * listings of arXiv papers; docs/completing.md has them in words. */
typedef enum pc_match_rule {
    PC_MATCH_NONE,
    PC_MATCH_BY_ID,
    PC_MATCH_TITLE_AUTHORS_ABSTRACT,
    PC_MATCH_TITLE_AUTHORS_DATE,
    PC_MATCH_TITLE_AUTHORS_DATE_CATEGORY,
    PC_MATCH_TITLE_AUTHORS,
    PC_MATCH_TITLE_ABSTRACT,
    PC_MATCH_NEAR_TITLE_AUTHORS_ABSTRACT,
    PC_MATCH_NEAR_TITLE_ABSTRACT,
    PC_MATCH_AUTHORS_DATE_ABSTRACT,
    PC_MATCH_ABSTRACT,
    PC_MATCH_RULES
} pc_match_rule;

enum { PC_MATCH_NO_DAYS = INT32_MAX };

typedef struct pc_match {
    pc_match_rule rule; /* PC_MATCH_NONE: not the same work as far as can be told */
    bool near;          /* NONE, but so much agrees that a person should look */
    bool open;          /* NONE, but title and authors agree, and nothing speaks against it */
    bool authors;       /* those of the one are those of the other, or their beginning when a source
                         * cut the list */
    bool other_authors; /* they are not; neither: not both have some */
    double score;       /* 0 to 1: how much agrees of what both have */
    double title;       /* 0 to 1: share of words in common; -1: not both have one */
    double abstract;    /* 0 to 1: share of runs in common; -1: not both have one */
    int32_t days;       /* between the dates; PC_MATCH_NO_DAYS: unknown */
} pc_match;

/* Whether the record of B describes the work that A does.  Works with different arXiv ids do not
 * match. */
pc_match pc_match_compare(const pc_work *a, const pc_work *b);

/* Whether A and B are one work for which a catalogue has two records: also two submissions of
 * the same text, with an identifier each. */
bool pc_match_same_work(const pc_work *a, const pc_work *b);

/* "title-authors-abstract" and so on, in static memory; "none". */
const char *pc_match_rule_name(pc_match_rule rule);

/* True for the rules that ask for the same identifier, or for the same authors and for more than
 * title and authors. */
bool pc_match_is_strict(pc_match_rule rule);

#ifdef __cplusplus
}
#endif
#endif
