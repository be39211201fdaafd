/* @NAME@.c - writes a list in Markdown, one record an item. */
#include <paperconv/plugin.h>

struct @IDENTIFIER@ { /* zeroed, then the options are stored in it; one for the run */
    bool authors;
};

static const pc_option @IDENTIFIER@_options[] = {
    PC_OPT_TRUE(struct @IDENTIFIER@, authors, "Name the authors"),
    PC_OPT_END,
};

static int @IDENTIFIER@_header(void *state, pc_sink *sink)
{
    (void)state;
    pc_puts(sink, "# Papers\n\n");
    return PC_OK;
}

/* TEXT with a backslash before what Markdown would take for markup. */
static void write_escaped(pc_sink *sink, pc_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\n' || text.p[i] == '\r') {
            pc_puts(sink, " ");
            continue;
        }
        if (strchr("\\`*_[]<>#", text.p[i]) != NULL)
            pc_puts(sink, "\\");
        pc_write(sink, pc_sub(text.p + i, 1));
    }
}

/* What was written is dropped unless PC_OK is returned. */
static int @IDENTIFIER@_write(void *state, pc_sink *sink, const pc_record *record)
{
    const struct @IDENTIFIER@ *self = state;
    pc_str author;

    pc_puts(sink, "- ");
    write_escaped(sink, pc_get(record, PC_TITLE, 0));
    for (size_t i = 0; self->authors && (author = pc_get(record, PC_AUTHOR, i)).n != 0; i++) {
        pc_puts(sink, i == 0 ? ". " : ", ");
        write_escaped(sink, author);
    }
    pc_puts(sink, "\n");
    return PC_OK;
}

PC_OUTPUT(@IDENTIFIER@, .threads = PC_REENTRANT, .version = "0.1", .summary = "Markdown: a list",
          .extensions = "@NAME@", .options = @IDENTIFIER@_options,
          .state_size = sizeof(struct @IDENTIFIER@), .header = @IDENTIFIER@_header,
          .write = @IDENTIFIER@_write);
PC_MODULE(&@IDENTIFIER@);
