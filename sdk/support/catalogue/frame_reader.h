/* frame_reader.h - unpacks the records of a frame. */
#ifndef PAPERCONV_CATALOGUE_FRAME_READER_H
#define PAPERCONV_CATALOGUE_FRAME_READER_H

#include "file_format.h"
#include "paperconv/text.h"

#include <zstd.h>

struct frame_ends { /* of a record: where its text and what is beside it end */
    uint32_t text, extra;
};

/* An unpacked frame; all-zero is one without records. */
struct frame {
    uint32_t first, count; /* records */
    pc_text content;       /* lengths, then the texts */
    size_t texts;          /* where these begin */
    pc_text extras;
    struct frame_ends *ends;
    size_t room;
};

/* Unpacks BODY into FRAME.  False, and a frame without records, when it is damaged. */
bool frame_unpack(struct frame *, ZSTD_DCtx *, const ZSTD_DDict *, pc_str body);
/* The record I, from 0 to COUNT - 1. */
pc_catalogue_record frame_record(const struct frame *, uint32_t i);
void frame_free(struct frame *);

#endif
