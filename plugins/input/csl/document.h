/* document.h - where the items of a document are. */
#ifndef PAPERCONV_CSL_DOCUMENT_H
#define PAPERCONV_CSL_DOCUMENT_H

#include "paperconv/json.h"

/* Consumes what is before the first opening bracket or brace; *PASSED is the first character of that that
 * is no white space and closes nothing, absent when there is none.  False when there is none in the document. */
bool document_pass_start(pc_source *source, pc_str *passed);
/* Consumes what is no item: a value of another kind, or an item without its first brace.  False when it
 * was no value at all, only characters before an object. */
bool document_pass_junk(pc_source *source);

/* Behind an item with a fault: consumes its other members, when a bracket that is missing or too many
 * has ended it too early. */
void document_pass_rest(pc_source *source);

/* ELEMENT, which has a fault at AT, as the bytes from which the next item can be read: up to the
 * next line that begins an object and is not indented more than the members of the first one, or all
 * of it. */
size_t document_fault_size(pc_str element, pc_str at);
/* True when the first SIZE bytes of the faulty ELEMENT, as document_fault_size() gives them, may have
 * been an item: not when they are what is before the array of items, or braces alone. */
bool document_has_item(pc_str element, size_t size);

/* How sure HEAD is CSL-JSON, 0 to 100, and why. */
int document_sniff(pc_str head, const char **why);

#endif
