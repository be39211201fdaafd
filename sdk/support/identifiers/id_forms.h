/* id_forms.h - the forms in which identifiers are written; private to the support library. */
#ifndef PAPERCONV_ID_FORMS_H
#define PAPERCONV_ID_FORMS_H

#include "paperconv/identifiers.h"

/* Takes TEXT, in lower case, off the front of S in any case. */
bool pc_id_take(pc_str *s, const char *text);
/* The same for the first of TEXTS, a list that ends with NULL. */
bool pc_id_take_one(pc_str *s, const char *const *texts);
/* Takes the name of an identifier, such as "doi", and a colon and blanks behind it. */
bool pc_id_take_name(pc_str *s, const char *name);
/* Takes http:// or https://, and www.; false when there is no http. */
bool pc_id_take_scheme(pc_str *s);
/* S up to the query or the fragment of an address, and without a slash at its end. */
pc_str pc_id_path(pc_str s);

/* Stores up to MOST digits of S, NUL-terminated; hyphens, dashes and blanks between them are
 * left out. An X may be the last. Returns their number; 0 when there is anything else, or
 * more. */
size_t pc_id_digits(pc_str s, char *out, size_t most);

/* The value of a check digit, where X is 10. */
static inline int pc_id_value(char digit)
{
    return digit == 'X' ? 10 : digit - '0';
}

#endif
