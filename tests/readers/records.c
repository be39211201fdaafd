/* records.c - a test input that reads any field of any record, as make-corpus writes them.
 *
 * A line is "key: value"; \n, \r and \\ in a value stand for LF, CR and a backslash.
 * An empty line ends a record. */
#include "paperconv/plugin.h"

static pc_str unescape(pc_source *source, pc_str value)
{
    char *text, *end;

    if (memchr(value.p, '\\', value.n) == NULL)
        return value;
    text = end = pc_scratch(source, value.n);
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];

        if (c == '\\' && i + 1 < value.n) {
            c = value.p[++i];
            c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
        }
        *end++ = c;
    }
    return pc_sub(text, (size_t)(end - text));
}

static int records_sniff(pc_str head, pc_str name, const char **why)
{
    (void)head;
    *why = "named .records";
    return pc_ends(name, ".records") ? 90 : 0;
}

static int records_next(void *state, pc_source *source, pc_record *record)
{
    pc_str line;

    (void)state;
    while (pc_line(source, &line) && line.n != 0) {
        size_t key = 0;

        while (key + 2 <= line.n && memcmp(line.p + key, ": ", 2) != 0)
            key++;
        if (key + 2 > line.n)
            return pc_bad(source, line, "no-value", "expected 'key: value'");
        pc_add_key(record, pc_sub(line.p, key), unescape(source, pc_drop(line, key + 2)));
    }
    return pc_empty(record) ? PC_END : PC_OK;
}

PC_INPUT(records, .version = "1.0", .summary = "key: value lines, for tests",
         .extensions = "records", .sniff = records_sniff, .next = records_next);
PC_MODULE(&records);
