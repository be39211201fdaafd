/* @NAME@.c - writes a Markdown list, one item per record. */
#include <paperconv/plugin.h>

struct @IDENTIFIER@ { /* one per run: zeroed, then the options are stored in it */
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

/* Writes TEXT with a backslash before characters with a meaning in Markdown. */
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

/* Unless it returns PC_OK, what it wrote is dropped. */
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
