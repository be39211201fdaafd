/* ownfile.c - an output that opens its file itself, as a database does.  It begins with the first
 * line of the file that it replaces; a record "misuse" is also written to the sink. */
#define PC_NEEDS 1
#include <errno.h>

#include "paperconv/plugin.h"

struct ownfile {
    FILE *file;
};

static int ownfile_header(void *state, pc_sink *sink)
{
    struct ownfile *own = state;
    struct pc_output_paths f = { .size = sizeof f };
    FILE *old;
    char line[100] = "nothing\n";

    if (!pc_output_file(sink, &f) || (own->file = fopen(f.path.p, "w")) == NULL)
        return pc_fatal(sink, pc_none(), "asked", "the file cannot be opened: %s", strerror(errno));
    old = f.old.p != NULL ? fopen(f.old.p, "r") : NULL;
    if (f.old.p != NULL && (old == NULL || fgets(line, sizeof line, old) == NULL))
        return pc_fatal(sink, pc_none(), "asked", "the old file cannot be read: %s",
                        strerror(errno));
    if (old != NULL)
        fclose(old);
    fprintf(own->file, "before: %s", line);
    return PC_OK;
}

static int ownfile_write(void *state, pc_sink *sink, const pc_record *record)
{
    struct ownfile *own = state;
    pc_str title = pc_get(record, PC_TITLE, 0);

    if (pc_eq(title, "misuse"))
        pc_write(sink, title);
    if (title.n != 0)
        fwrite(title.p, 1, title.n, own->file);
    fputc('\n', own->file);
    return PC_OK;
}

static int ownfile_footer(void *state, pc_sink *sink)
{
    struct ownfile *own = state;
    FILE *file = own->file;

    own->file = NULL;
    return fclose(file) == 0 ? PC_OK : pc_fatal(sink, pc_none(), "asked", "%s", strerror(errno));
}

static void ownfile_close(void *state)
{
    struct ownfile *own = state;

    if (own->file != NULL)
        fclose(own->file);
}

PC_OUTPUT(ownfile, .uses = PC_USES_OUTPUT_FILE, .version = "1.0",
          .summary = "titles in its own file", .state_size = sizeof(struct ownfile),
          .close = ownfile_close, .header = ownfile_header, .write = ownfile_write,
          .footer = ownfile_footer);
PC_MODULE(&ownfile);
