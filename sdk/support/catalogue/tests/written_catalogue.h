/* written_catalogue.h - a catalogue that a test writes into memory or a file. */
#ifndef PAPERCONV_WRITTEN_CATALOGUE_H
#define PAPERCONV_WRITTEN_CATALOGUE_H

#include "paperconv/catalogue.h"
#include "paperconv/text.h"

#include <stdio.h>

/* What record NUMBER of a test's catalogue has: sizes from nothing to some hundred bytes, 19 keys,
 * of which one is that of many records. */
enum { TEST_KEYS = 19 };
pc_catalogue_record test_record(uint32_t number, pc_text *text);
void test_keys(uint32_t number, uint64_t keys[TEST_KEYS]);

/* Writes the first COUNT records; FILE is emptied before. */
void write_catalogue(pc_text *file, uint32_t count);
/* The same in a file without a name, at its start. */
FILE *catalogue_file(const pc_text *bytes);

#endif
