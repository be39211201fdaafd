/* paperconv/keys.h - support library: citation keys.
 *
 * Keys are made from a style: a name below, a template of [parts], or a formula.  docs/keys.md
 * describes them in full.
 *
 *     source      the key that the source gives; without one as authoryear
 *     authoryear  [auth][year][title]      xiong2026normalized
 *     zotero      [auth]_[title]_[year]    xiong_normalized_2026
 *     arxiv       [arxiv]                  2401.01234; without an id as authoryear
 *     hash        [hash]                   16 digits that depend on the record alone
 *
 * A template has a [.  It consists of parts and of characters of the key alphabet
 * A-Z a-z 0-9 : _ . + / -
 *
 *     [auth]        family name of the first author, else of the first editor
 *     [year]        nd when it is unknown
 *     [title]       first significant word of the title
 *     [shorttitle]  first three significant words
 *     [arxiv]       arXiv identifier
 *     [category]    category as printed
 *     [hash]        of all fields
 *
 * These are in small letters.  Others are as in JabRef, and keep capitals: [authors3]
 * [authEtAl] [auth.etal] [auth4_2] [edtr] [veryshorttitle] [camel] [shortyear] [firstpage]
 * [keyword1] [entrytype], any field by its name ([doi], [journal], [TITLE]), and modifiers:
 * [auth:upper] [fulltitle:abbr] [camel:truncate8] [volume:(none)].
 *
 * Any other style is a formula, as in Better BibTeX: auth.lower + "-" + year, where | separates
 * alternatives, shorttitle(3,3) has parameters, and .lower, .abbr, .select(1,2) are filters.
 *
 * Characters between two parts of a template are left out when the first part is empty.  A record
 * that has no value for any part except dates and types gets anon- and 8 digits.  Keys are
 * unique ignoring case: the first one has no suffix, later ones end in a ... z, aa
 * and so on; keys that are taken already are skipped.
 *
 * Letters of other scripts are spelt in ASCII: Greek, Cyrillic, Arabic, Hebrew, Hangul, kana,
 * and Chinese characters by their Mandarin reading.  What has no spelling is left out. */
#ifndef PAPERCONV_KEYS_H
#define PAPERCONV_KEYS_H

#include "paperconv/text.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PC_KEY_STYLES_HELP                                                                        \
    "source, authoryear, arxiv, zotero, hash, a template such as [auth][year] or a formula such " \
    "as "                                                                                         \
    "auth+year"

/* All-zero before pc_keys_open(); private members. */
typedef struct pc_keys {
    struct pc_key_piece *pieces;    /* of the template */
    struct pc_key_piece *otherwise; /* of the template for records without an id; NULL: none */
    struct pc_key_table *table;     /* of the keys taken */
    pc_text key, scratch;
    bool keeps; /* the key that the source gives */
} pc_keys;

/* PC_OK, or PC_FATAL after reporting to STAGE what is wrong with STYLE, and where; KEYS is
 * all-zero then.  STYLE must live as long as KEYS. */
int pc_keys_open(pc_keys *keys, pc_str style, pc_stage *stage);
/* Makes the next key, for RECORD, and sets it as PC_CITATION_KEY, for write().  With the style source it warns
 * (key-changed) when the source's key is taken, or has white space or one of "#%'(),={}\~, which are
 * left out.  Other styles replace the source's key without a word. */
void pc_keys_add(pc_keys *keys, pc_record *record);
/* Makes the next key without adding it; the key lives until the next one is made. */
pc_str pc_keys_make(pc_keys *keys, const pc_record *record);
void pc_keys_close(pc_keys *keys);

#ifdef __cplusplus
}
#endif
#endif
