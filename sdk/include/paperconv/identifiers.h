/* paperconv/identifiers.h - support library: identifiers of papers, journals and people.
 *
 * Each reader takes one identifier, all of a text, in the forms in which it is met: bare, with
 * its name in front ("doi:", "ISBN 13:"), as an address. White space at both ends is passed over,
 * and so is the case of ASCII letters. The result is the form that identifiers are compared in; a
 * value that is printed may stay as it was. */
#ifndef PAPERCONV_IDENTIFIERS_H
#define PAPERCONV_IDENTIFIERS_H

#include "paperconv/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What is wrong with an identifier. */
typedef enum pc_id_fault {
    PC_ID_VALID = 0,
    PC_ID_SHAPE,       /* it is not written like one: the result is empty */
    PC_ID_CHECK_DIGIT, /* it is written like one, but the check digit is wrong: the result
                        * has the wrong one */
    PC_ID_NUMBER       /* it is written like one that has never been given out: a 13th month, a
                        * number 0; the result has it */
} pc_id_fault;
/* For messages: "has a wrong check digit"; "is valid". */
const char *pc_id_fault_text(pc_id_fault fault);

/* ---- ORCID ------------------------------------------------------------------
 *
 * https://orcid.org/0000-0002-1825-0097, orcid:0000000218250097. OUT has
 * "0000-0002-1825-0097", NUL-terminated; an x becomes X. The check digit is that of ISO/IEC
 * 7064:2003, MOD 11-2. (support.orcid.org, "Structure of the ORCID Identifier".) */
#define PC_ORCID_SIZE 20
pc_id_fault pc_orcid_read(pc_str s, char out[PC_ORCID_SIZE]);

/* ---- DOI --------------------------------------------------------------------
 *
 * 10.1000/182, doi:10.1000/182, info:doi/10.1000/182, https://doi.org/10.1000/182 and
 * the older http://dx.doi.org/. (DOI Handbook, 2 "Numbering"; ISO 26324.) A DOI is "10."
 * with a registrant code of numbers joined by dots, the first of at least four digits (none
 * is shorter), a slash, and a suffix of any printable characters: what a bare DOI has is
 * kept byte for byte, also a % or a full stop at the end. In an address %XX is decoded,
 * and ? or # end the DOI. */

/* *DOI is a slice of S, or of DECODED, which is overwritten, when the address has a %XX. */
pc_id_fault pc_doi_read(pc_str s, pc_text *decoded, pc_str *doi);
/* Two DOIs are the same when they differ only in the case of ASCII letters (DOI Handbook, 2
 * "Numbering"). */
bool pc_doi_same(pc_str a, pc_str b);
/* Appends https://doi.org/ and DOI, with %XX for all but letters, digits and
 * -._~/:;()!$'*+,@=& */
void pc_doi_to_url(pc_text *out, pc_str doi);

/* ---- ISBN -------------------------------------------------------------------
 *
 * 0-306-40615-2, 978-0-306-40615-7, ISBN-13: 9780306406157, urn:isbn:0306406152, and
 * http://id.crossref.org/isbn/9780306406157, as Crossref has it. Hyphens,
 * dashes and spaces may stand anywhere. OUT has 10 or 13 digits, the last of 10 maybe an X,
 * NUL-terminated: hyphens are for readers, so a value may keep them, but is compared
 * without. 13 digits begin with 978 or 979, and 9790 is for printed music, ISMN. (ISBN
 * Users' Manual, International ISBN Agency; ISO 2108.) */
#define PC_ISBN_SIZE 14
pc_id_fault pc_isbn_read(pc_str s, char out[PC_ISBN_SIZE]);
/* Makes 13 digits of the 10 or 13 that pc_isbn_read() stored. */
void pc_isbn_to_13(const char isbn[PC_ISBN_SIZE], char out[PC_ISBN_SIZE]);
/* True when both are valid and mean the same book, with 10 or 13 digits. */
bool pc_isbn_same(pc_str a, pc_str b);

/* ---- ISSN -------------------------------------------------------------------
 *
 * 2049-3630, 2434561x, ISSN 2434-561X, urn:issn:, https://portal.issn.org/resource/ISSN/. OUT has
 * "2434-561X", NUL-terminated. (ISSN Manual, ISSN International Centre; ISO 3297.) */
#define PC_ISSN_SIZE 10
pc_id_fault pc_issn_read(pc_str s, char out[PC_ISSN_SIZE]);

/* ---- lists of ISSNs and ISBNs -------------------------------------------------
 *
 * 1476-4687, 0028-0836; 1476-4687 (electronic),0028-0836; 978-0-201-13447-6 0-201-13447-0. */
typedef struct pc_serial {
    pc_str number;    /* as it is written, a slice of the list, without a name in front */
    const char *kind; /* "print", "electronic", "linking": the remark behind an ISSN; NULL: none */
    bool isbn;
} pc_serial;

/* Takes the next number off LIST, whose numbers have commas, semicolons or white space between them.
 * False at the end, and where no number is: *LIST is empty only at the end. */
bool pc_serial_next(pc_str *list, pc_serial *serial);
/* True when all of LIST is such numbers, and one at least. */
bool pc_serials_valid(pc_str list);

/* ---- arXiv ------------------------------------------------------------------
 *
 * 2401.01234, 0704.0001v2, hep-th/9901001, math.GT/0309136, arXiv:2401.01234v1 [cs.LG],
 * https://arxiv.org/abs/... and /pdf/, /html/ and so on, also of mirrors,
 * and arXiv's DOIs, 10.48550/arXiv.2401.01234. (info.arxiv.org, "Understanding the arXiv
 * identifier": YYMM.NNNN from 0704, five digits from 1501; before, archive/YYMMNNN from
 * 9107.) The subject class of an old identifier is left out: math.GT/0309136 is
 * math/0309136. */
#define PC_ARXIV_ID_SIZE 24
typedef struct pc_arxiv_id {
    char id[PC_ARXIV_ID_SIZE]; /* without prefix and version, NUL-terminated */
    unsigned version;          /* 0: not given */
} pc_arxiv_id;
pc_id_fault pc_arxiv_id_read(pc_str s, pc_arxiv_id *id);

/* ---- PubMed -----------------------------------------------------------------
 *
 * PMID: 12345678, https://pubmed.ncbi.nlm.nih.gov/12345678/ and
 * https://www.ncbi.nlm.nih.gov/pubmed/12345678: a number of at most 8 digits. *PMID is a
 * slice of S.
 *
 * PMC1234567, PMCID: PMC1234567, a bare number,
 * https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/ and
 * https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/: OUT has "PMC1234567",
 * NUL-terminated, without the version of PMC1234567.2. (MEDLINE/PubMed Data Element
 * Descriptions, PMID and PMC.) */
pc_id_fault pc_pmid_read(pc_str s, pc_str *pmid);
#define PC_PMCID_SIZE 16
pc_id_fault pc_pmcid_read(pc_str s, char out[PC_PMCID_SIZE]);

#ifdef __cplusplus
}
#endif
#endif
