/* frame_writer.h - packs records into frames, each of which can be unpacked without the others. */
#ifndef PAPERCONV_CATALOGUE_FRAME_WRITER_H
#define PAPERCONV_CATALOGUE_FRAME_WRITER_H

#include "file_format.h"

struct frame_writer;

/* Writes a part. */
typedef void frame_write(void *target, enum part_kind kind, pc_str body);

/* Calls WRITE with the dictionary, if there is one, and with frames. */
struct frame_writer *frame_writer_open(frame_write *write, void *target);
/* False when zstd has failed. */
bool frame_writer_add(struct frame_writer *, const pc_catalogue_record *);
bool frame_writer_finish(struct frame_writer *);
void frame_writer_close(struct frame_writer *);

#endif
