/* parents.h - entries from which others inherit fields: crossref and xdata. */
#ifndef BIBTEX_PARENTS_H
#define BIBTEX_PARENTS_H

#include "reader.h"

enum {
    LOOK_AHEAD = 8 << 20,   /* bytes at the start of a document in which parents are looked for */
    PARENT_MOST = 32 << 10, /* bytes of one parent */
    INHERITED_MOST = 64 << 10, /* bytes that one entry inherits */
    CHAIN_MOST = 16,           /* parents of parents */
    PARENTS_MOST = 64          /* of one entry */
};

enum parents_phase {
    PARENTS_LOOK,    /* for the words crossref and xdata, and the keys behind them */
    PARENTS_COLLECT, /* the entries that have these keys */
    PARENTS_READ
};

struct parents {
    enum parents_phase phase;
    bool any;              /* the document has crossref or xdata */
    struct strings wanted; /* keys; the value is the parent, or empty */
    pc_text linked;        /* values of this entry in which links are replaced */
};

/* A parent is kept as a row of texts, each behind its size: type, and names and values. */
static inline pc_str parents_take_text(pc_str *row)
{
    uint32_t n;
    pc_str s;

    memcpy(&n, row->p, sizeof n);
    s = pc_sub(row->p + sizeof n, n);
    *row = pc_drop(*row, sizeof n + n);
    return s;
}

/* One step before records are read: PC_SKIP. */
int parents_look(struct parents *p, struct reader *r, struct entry *entry);
/* Keeps ENTRY if others may inherit from it. */
void parents_keep(struct parents *p, const struct reader *r, const struct entry *entry);
/* Adds to ENTRY what it inherits; its own fields count. */
void parents_inherit(struct parents *p, struct reader *r, struct entry *entry);
/* ---- xdata.c ---- */

/* A link to a value of another entry: xdata=KEY-FIELD, or xdata=KEY-FIELD-NUMBER, from 1. */
struct xdata_link {
    pc_str key, field;
    size_t number; /* 0: the whole field */
};
/* Reads what is behind "xdata="; false when it is no link. */
bool xdata_link_read(pc_str s, struct xdata_link *link);
/* Replaces the links in the values of ENTRY. */
void xdata_resolve(struct parents *p, struct reader *r, struct entry *entry);

/* ---- parents.c ---- */

void parents_free(struct parents *p);

/* ---- detect.c ---- */

int bibtex_sniff(pc_str head, pc_str name, const char **why);

#endif
