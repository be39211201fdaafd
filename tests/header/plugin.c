/* One plugin of each kind, which includes only the SDK header: tests/header/check compiles it in
 * every dialect of C and C++ that the header supports. */
#include "paperconv/plugin.h"

struct state {
    bool loud;
    int64_t most;
    double ratio;
    pc_str label;
    int64_t style;
    size_t seen;
};

static const pc_option options[] = {
    PC_OPT_BOOL(struct state, loud, "Say more"),
    PC_OPT_INT(struct state, most, "10", "At most this many"),
    PC_OPT_NUMBER(struct state, ratio, "0.5", "A part of the whole"),
    PC_OPT_STRING(struct state, label, "", "What to call it"),
    PC_OPT_CHOICE(struct state, style, "short|long", "short", "How to write it"),
    PC_OPT_END,
};

static int probe_sniff(pc_str head, pc_str name, const char **why)
{
    *why = "begins with a title";
    return pc_starts(head, "title:") || pc_ends(name, ".probe") ? 60 : 0;
}

static int probe_next(void *state, pc_source *source, pc_record *record)
{
    struct state *s = (struct state *)state;
    pc_str line, key, value;

    if (!pc_line(source, &line))
        return PC_END;
    s->seen++;
    if (!pc_cut(line, ':', &key, &value))
        return pc_bad(source, line, "no-colon", "'%.*s' has no colon", PC_FMT(line));
    pc_start(record, line);
    pc_add_key(record, key, pc_span(source, value, value));
    pc_fact(source, PC_FACT_NAME, value);
    return PC_OK;
}

static int probe_write(void *state, pc_sink *sink, const pc_record *record)
{
    const struct state *s = (const struct state *)state;

    if (s->loud)
        pc_note(record, pc_none(), "probe", "line %llu", (unsigned long long)pc_where(record).line);
    pc_write(sink, pc_trim(pc_get(record, PC_TITLE, 0)));
    pc_puts(sink, "\n");
    return PC_OK;
}

static int probe_apply(void *state, pc_pipe *pipe, pc_record *record)
{
    char *room = (char *)pc_scratch(pipe, 2);

    (void)state;
    room[0] = '1';
    pc_set(record, PC_SCORE, pc_s(room));
    pc_emit(pipe, pc_create(pipe, record));
    return pc_has(pipe, discard) ? PC_SKIP : PC_OK;
}

PC_INPUT(probe_input, .version = "1.0", .summary = "key: value", .options = options,
         .state_size = sizeof(struct state), .sniff = probe_sniff, .next = probe_next);
PC_OUTPUT(probe_output, .version = "1.0", .summary = "titles", .options = options,
          .state_size = sizeof(struct state), .write = probe_write);
PC_FILTER(probe_filter, .version = "1.0", .summary = "twice", .apply = probe_apply);
PC_MODULE(&probe_input, &probe_output, &probe_filter);
