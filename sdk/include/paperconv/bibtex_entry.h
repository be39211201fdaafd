/* paperconv/bibtex_entry.h - support library: a record as an entry of BibTeX or biblatex.
 *
 * The page of the output bibtex (plugins/output/bibtex/README.md) says which field becomes what. */
#ifndef PAPERCONV_BIBTEX_ENTRY_H
#define PAPERCONV_BIBTEX_ENTRY_H

#include "paperconv/fields.h"
#include "paperconv/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Which capitals of a title are protected from styles, which write titles in lower case. */
enum pc_bibtex_protect {
    PC_BIBTEX_ACRONYMS, /* those of acronyms and names */
    PC_BIBTEX_CAPITALS, /* those of all words with a capital */
    PC_BIBTEX_WHOLE,    /* the title as a whole */
    PC_BIBTEX_NONE      /* none but those in mathematics */
};

typedef struct pc_bibtex_style { /* all-zero: for bibtex 0.99, in ASCII */
    bool biblatex;               /* for biber */
    bool utf8;  /* letters and punctuation that pdflatex reads as UTF-8 stay UTF-8 */
    bool quiet; /* no report, no count of what is lost: the entry is only a part of the output */
    enum pc_bibtex_protect protect;
} pc_bibtex_style;

enum { PC_BIBTEX_MOST = 8 << 20 }; /* bytes of an entry; escaping makes up to 18 of one */

/* Appends the entry for RECORD, whose fields pc_fields_read() sorted into FIELDS, to OUT, which is
 * empty: "@misc{key,\n  author = {...}\n}\n".  The key is PC_CITATION_KEY, which pc_keys_add() makes.
 *
 * Reports TeX that is not as it should be (latex-raw, latex-command, brace-orphan), and counts the
 * fields that the entry has no place for as lost.  False when the entry would be longer than
 * PC_BIBTEX_MOST; what OUT has then is of no use. */
bool pc_bibtex_entry(pc_text *out, const pc_record *record, const pc_fields *fields,
                     const pc_bibtex_style *style);

#ifdef __cplusplus
}
#endif
#endif
