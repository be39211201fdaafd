/* key_template.h - a template while it is read: its pieces so far, and its errors; private to
 * the support library. */
#ifndef PAPERCONV_KEY_TEMPLATE_H
#define PAPERCONV_KEY_TEMPLATE_H

#include "key_names.h"
#include "key_parts.h"

struct pc_key_template {
    pc_str style; /* as the user gave it */
    pc_str text;  /* the template; slices of it are in the pieces */
    pc_stage *stage;
    struct pc_key_piece *pieces;
    size_t count, room;
};

/* Appends a piece and returns it; it lives until the next one is appended. */
struct pc_key_piece *pc_key_push(struct pc_key_template *t, enum pc_key_op op);
/* Appends a part or a filter. */
struct pc_key_piece *pc_key_push_name(struct pc_key_template *t, const struct pc_key_name *name);

/* Read t->text.  PC_OK, or PC_FATAL after reporting what is wrong, and where. */
int pc_key_read_brackets(struct pc_key_template *t);
int pc_key_read_formula(struct pc_key_template *t);

/* Reports that AT, a slice of t->text, is not what KIND says ("a part of a key"); with the nearest of the
 * names that NAME_AT lists, unless that is NULL.  PC_FATAL. */
int pc_key_unknown(const struct pc_key_template *t, pc_str at, const char *kind,
                   const char *(*name_at)(size_t));
/* Reports that AT is wrong because of WHY.  PC_FATAL. */
int pc_key_wrong(const struct pc_key_template *t, pc_str at, const char *why);
/* PC_OK when TEXT has only characters of a key, and spaces. */
int pc_key_check_text(const struct pc_key_template *t, pc_str text);
/* Reads digits; false when they are no number up to 9999. */
bool pc_key_number(pc_str digits, int *number);

#endif
