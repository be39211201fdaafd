/* check_digits.c - ORCID, ISBN and ISSN: the last digit checks the others. */
#include "id_forms.h"
#include "paperconv/lines.h"

/* ---- ORCID ------------------------------------------------------------------------------- */

/* ISO/IEC 7064, MOD 11-2, of all digits but the last. */
static int orcid_check(const char digits[17])
{
    int total = 0;

    for (int i = 0; i < 15; i++)
        total = (total + pc_id_value(digits[i])) * 2 % 11;
    return (12 - total) % 11;
}

pc_id_fault pc_orcid_read(pc_str s, char out[PC_ORCID_SIZE])
{
    char digits[17];

    out[0] = '\0';
    s = pc_lines_trim(s);
    pc_id_take_name(&s, "orcid:");
    pc_id_take_scheme(&s);
    if (pc_id_take(&s, "orcid.org/"))
        s = pc_id_path(s);
    else
        pc_id_take_name(&s, "orcid");
    if (pc_id_digits(s, digits, 16) != 16)
        return PC_ID_SHAPE;
    for (int group = 0; group < 4; group++) {
        memcpy(out + group * 5, digits + group * 4, 4);
        out[group * 5 + 4] = '-';
    }
    out[PC_ORCID_SIZE - 1] = '\0';
    return pc_id_value(digits[15]) == orcid_check(digits) ? PC_ID_VALID : PC_ID_CHECK_DIGIT;
}

/* ---- ISBN -------------------------------------------------------------------------------- */

/* MOD 11 with the weights 10 to 2. */
static int isbn_10_check(const char *digits)
{
    int total = 0;

    for (int i = 0; i < 9; i++)
        total += (10 - i) * pc_id_value(digits[i]);
    return (11 - total % 11) % 11;
}

/* MOD 10 with the weights 1 and 3, as EAN-13. */
static int isbn_13_check(const char *digits)
{
    int total = 0;

    for (int i = 0; i < 12; i++)
        total += (i % 2 != 0 ? 3 : 1) * pc_id_value(digits[i]);
    return (10 - total % 10) % 10;
}

/* "ISBN", "ISBN-13:", "ISBN13", "eISBN", "urn:isbn:". */
static void take_isbn_name(pc_str *s)
{
    static const char *const names[] = {
        "urn:isbn:", "isbn", "e-isbn", "eisbn", "http://id.crossref.org/isbn/", NULL
    };
    static const char *const kinds[] = { "-10:", "-13:", " 10:", " 13:", "10:",
                                         "13:",  "-10 ", "-13 ", NULL };

    if (!pc_id_take_one(s, names))
        return;
    if (!pc_id_take_one(s, kinds))
        pc_id_take(s, ":");
    *s = pc_lines_trim(*s);
}

pc_id_fault pc_isbn_read(pc_str s, char out[PC_ISBN_SIZE])
{
    char digits[PC_ISBN_SIZE];
    size_t n;
    int check;

    out[0] = '\0';
    s = pc_lines_trim(s);
    take_isbn_name(&s);
    n = pc_id_digits(s, digits, PC_ISBN_SIZE - 1);
    if (n == 13 && ((memcmp(digits, "978", 3) != 0 && memcmp(digits, "979", 3) != 0) ||
                    memcmp(digits, "9790", 4) == 0 || digits[12] == 'X'))
        return PC_ID_SHAPE;
    if (n != 10 && n != 13)
        return PC_ID_SHAPE;
    memcpy(out, digits, n + 1);
    check = n == 10 ? isbn_10_check(digits) : isbn_13_check(digits);
    return pc_id_value(digits[n - 1]) == check ? PC_ID_VALID : PC_ID_CHECK_DIGIT;
}

void pc_isbn_to_13(const char isbn[PC_ISBN_SIZE], char out[PC_ISBN_SIZE])
{
    if (strlen(isbn) != 10) {
        memmove(out, isbn, strlen(isbn) + 1);
        return;
    }
    memmove(out + 3, isbn, 9);
    memcpy(out, "978", 3);
    out[12] = (char)('0' + isbn_13_check(out));
    out[13] = '\0';
}

bool pc_isbn_same(pc_str a, pc_str b)
{
    char left[PC_ISBN_SIZE], right[PC_ISBN_SIZE];

    if (pc_isbn_read(a, left) != PC_ID_VALID || pc_isbn_read(b, right) != PC_ID_VALID)
        return false;
    pc_isbn_to_13(left, left);
    pc_isbn_to_13(right, right);
    return strcmp(left, right) == 0;
}

/* ---- ISSN -------------------------------------------------------------------------------- */

static int issn_check(const char digits[9])
{
    int total = 0;

    for (int i = 0; i < 7; i++)
        total += (8 - i) * pc_id_value(digits[i]);
    return (11 - total % 11) % 11;
}

pc_id_fault pc_issn_read(pc_str s, char out[PC_ISSN_SIZE])
{
    static const char *const names[] = { "urn:issn:", "issn-l", "issn",  "e-issn",
                                         "eissn",     "p-issn", "pissn", NULL };
    char digits[9];

    out[0] = '\0';
    s = pc_lines_trim(s);
    if (pc_id_take_scheme(&s)) {
        if (!pc_id_take(&s, "portal.issn.org/resource/issn/") && !pc_id_take(&s, "issn.org/"))
            return PC_ID_SHAPE;
        s = pc_id_path(s);
    } else if (pc_id_take_one(&s, names)) {
        pc_id_take(&s, ":");
    }
    if (pc_id_digits(s, digits, 8) != 8)
        return PC_ID_SHAPE;
    memcpy(out, digits, 4);
    out[4] = '-';
    memcpy(out + 5, digits + 4, 5);
    return pc_id_value(digits[7]) == issn_check(digits) ? PC_ID_VALID : PC_ID_CHECK_DIGIT;
}
