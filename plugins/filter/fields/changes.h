/* changes.h - what the filter fields does to the fields of a record. */
#ifndef PAPERCONV_FIELDS_CHANGES_H
#define PAPERCONV_FIELDS_CHANGES_H

#include "paperconv/fields.h"
#include "paperconv/text.h"

/* ---- changes.c ---- */

struct change {      /* of one field */
    pc_str key;      /* the field; a * at the end stands for anything */
    pc_str argument; /* its new name, or the template of its value */
};

struct changes { /* all-zero is empty */
    struct change *items;
    size_t count;
};

/* What stands in a setting. */
enum form { NAMES /* NAME,NAME... */, NAME_AND_NAME /* OLD=NEW */, NAME_AND_TEMPLATE };

/* Reads the settings of OPTION into CHANGES; its slices are theirs.  PC_FATAL after saying what is
 * wrong. */
int changes_read(struct changes *changes, pc_strs settings, enum form form, const char *option,
                 pc_stage *stage);
void changes_free(struct changes *changes);

/* Moves all values of the field C->key, and what qualifies them, to the field C->argument. */
void change_name(const struct change *c, pc_record *record);
/* Removes the fields that CHANGES name. */
void drop_fields(const struct changes *changes, pc_record *record);
/* Removes all others. */
void keep_fields(const struct changes *changes, pc_record *record);

/* ---- template.c ---- */

/* PC_OK, or PC_FATAL after saying what is wrong with TEMPLATE, a slice of the setting OPTION. */
int template_check(pc_str template, const char *option, pc_stage *stage);
/* Stores what TEMPLATE, which was checked, makes of RECORD.  False when it has none of a field. */
bool template_fill(pc_text *value, pc_str template, const pc_record *record);

#endif
