/* @NAME@.c - reads paragraphs of "key: value" lines, one record per paragraph. */
#include <paperconv/plugin.h>

struct @IDENTIFIER@ { /* one per document: zeroed, then the options are stored in it */
    bool lax;
};

static const pc_option @IDENTIFIER@_options[] = {
    PC_OPT_BOOL(struct @IDENTIFIER@, lax, "Ignore lines that have no colon"),
    PC_OPT_END,
};

/* How sure the plugin is that it can read a document that begins with HEAD: 0 to 100. */
static int @IDENTIFIER@_sniff(pc_str head, pc_str name, const char **why)
{
    *why = "begins with 'title:'";
    return pc_starts(head, "title:") || pc_ends(name, ".@NAME@") ? 60 : 0;
}

/* After a line that cannot be read: the rest of its paragraph is no record of its own. */
static void skip_paragraph(pc_source *source)
{
    pc_str line;

    while (pc_line(source, &line) && line.n != 0)
        continue;
}

/* Reads one record.  Lines are UTF-8 slices without line ends; nothing has to be freed. */
static int @IDENTIFIER@_next(void *state, pc_source *source, pc_record *record)
{
    const struct @IDENTIFIER@ *self = state;
    pc_str line, key, value;

    while (pc_line(source, &line) && (line.n != 0 || pc_empty(record))) {
        if (pc_cut(line, ':', &key, &value)) {
            pc_add_key(record, key, value);
        } else if (line.n != 0 && !self->lax) {
            pc_bad(source, line, "no-colon", "expected 'key: value'");
            skip_paragraph(source);
            return PC_BAD;
        }
    }
    return pc_empty(record) ? PC_END : PC_OK;
}

PC_INPUT(@IDENTIFIER@, .threads = PC_INSTANCE, .version = "0.1", .summary = "key: value paragraphs",
         .extensions = "@NAME@", .options = @IDENTIFIER@_options,
         .state_size = sizeof(struct @IDENTIFIER@), .sniff = @IDENTIFIER@_sniff,
         .next = @IDENTIFIER@_next);
PC_MODULE(&@IDENTIFIER@);
