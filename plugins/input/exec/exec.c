/* exec.c - an input and an output that run a program in any language.  For the input, the program
 * reads the document and prints one record per line; for the output, it reads one record per line
 * and prints the output. */
#include "page_text.h"
#include "paperconv/json.h"
#include "process.h"

enum { MOST = 4 << 20 }; /* bytes of a line, and of all messages: what is kept in memory */

struct exec {
    pc_str command;
    bool shell;
    int64_t source; /* of the input: an enum source */
    bool started;
    struct process process;
    pc_text text;          /* input: strings of a line; output: a line */
    pc_json_places places; /* input: the source of the last line */
};

enum source { SOURCE_IGNORE, SOURCE_KEEP };

#define COMMON_OPTIONS                                                          \
    PC_OPT_STRING(struct exec, command, NULL, "The program and its arguments"), \
        PC_OPT_BOOL(struct exec, shell,                                         \
                    "Have sh run the command, with pipes, variables and the rest")

static const pc_option input_options[] = {
    COMMON_OPTIONS,
    PC_OPT_CHOICE(struct exec, source, "ignore|keep", "ignore",
                  "Is the member source the place of a record?"),
    PC_OPT_END,
};
static const pc_option output_options[] = { COMMON_OPTIONS, PC_OPT_END };
static const char *const texts[] = { "page", page_text, NULL };

static int exec_open(void *state, pc_stage *stage)
{
    const struct exec *exec = state;

    if (pc_trim(exec->command).n == 0)
        return pc_fatal(stage, pc_none(), "bad-option", "the command is empty");
    return PC_OK;
}

static void exec_close(void *state)
{
    struct exec *exec = state;

    process_end(&exec->process);
    pc_text_free(&exec->text);
    pc_json_places_free(&exec->places);
}

/* ---- messages of the program ----------------------------------------------------- */

/* Each line of standard error is a diagnostic; "error: " or "note: " at its beginning gives the
 * severity.  An error returns PC_BAD, because the program has left out a record. */
static int pass_message_on(const pc_handle *h, pc_str line)
{
    static const struct {
        const char *prefix;
        int severity;
    } severities[] = { { "error: ", PC_ERROR },
                       { "warning: ", PC_WARNING },
                       { "note: ", PC_NOTE } };
    int severity = PC_WARNING;

    for (size_t i = 0; i < sizeof severities / sizeof severities[0]; i++) {
        if (pc_starts(line, severities[i].prefix)) {
            severity = severities[i].severity;
            line = pc_drop(line, strlen(severities[i].prefix));
            break;
        }
    }
    line = pc_trim(line);
    if (line.n == 0)
        return PC_OK;
    return pc_report_(h, severity, severity == PC_ERROR ? PC_BAD : PC_OK, pc_none(), "program",
                      "%.*s", PC_FMT(line));
}

static int start_program(const pc_handle *h, struct exec *exec)
{
    int error;

    if (exec->started)
        return PC_OK;
    exec->started = true;
    error = process_start(&exec->process, exec->command, exec->shell);
    if (error == 0)
        return PC_OK;
    return pc_report_(h, PC_ERROR, PC_FATAL, pc_none(), "program-failed", "cannot start '%.*s': %s",
                      PC_FMT(exec->command), strerror(error));
}

/* Ends a program that prints too many messages. */
static int check_messages(const pc_handle *h, struct exec *exec)
{
    if (!process_waiting(&exec->process.messages, MOST))
        return PC_OK;
    process_end(&exec->process);
    return pc_report_(h, PC_ERROR, PC_FATAL, pc_none(), "program-failed",
                      "'%.*s' printed more than %dM bytes of messages", PC_FMT(exec->command),
                      MOST >> 20);
}

static int finish_program(const pc_handle *h, struct exec *exec)
{
    int status = process_wait(&exec->process);

    if (status == 0)
        return PC_OK;
    return pc_report_(h, PC_ERROR, PC_FATAL, pc_none(), "program-failed",
                      status > 128 ? "'%.*s' was ended by signal %d"
                                   : "'%.*s' ended with status %d",
                      PC_FMT(exec->command), status > 128 ? status - 128 : status);
}

/* ---- the input ------------------------------------------------------------------- */

static int exec_sniff(pc_str head, pc_str name, const char **why)
{
    (void)head;
    (void)name;
    *why = "only when it is asked for";
    return 0;
}

static int reject_line(pc_source *source, pc_str line, const pc_json *json)
{
    if (json->reason == NULL)
        return pc_bad(source, pc_none(), "bad-json", "the program printed no object: '%.*s'",
                      PC_FMT(line));
    return pc_bad(source, pc_none(), "bad-json",
                  "the program printed no object (%s, at byte %zu): '%.*s'", json->reason,
                  (size_t)(json->at.p - line.p) + 1, PC_FMT(line));
}

/* The place of the record is the one that SOURCE states, if it is like those of the output jsonl. */
static void keep_source(struct exec *exec, pc_source *h, pc_str source, pc_record *record)
{
    struct pc_place place = { sizeof place, pc_none(), pc_none(), pc_none(), 0 };

    if (source.n == 0 || pc_eq(source, "null"))
        return;
    if (pc_json_read_place(source, &exec->places, &place))
        pc_at(record, &place);
    else
        pc_warn(h, pc_none(), "value-left-out", "'source' is not the place of a record: '%.*s'",
                PC_FMT(source));
}

static int read_record(struct exec *exec, pc_source *source, pc_str line, pc_record *record)
{
    pc_json_record read;
    pc_json json;

    if (pc_trim(line).n == 0)
        return PC_SKIP;
    pc_json_start(&json, line, &exec->text);
    if (!pc_json_read_record(&json, record, &read))
        return reject_line(source, line, &json);
    if (exec->source == SOURCE_KEEP)
        keep_source(exec, source, read.source, record);
    if (json.replaced != 0)
        pc_warn(source, pc_none(), "invalid-escape",
                "%zu escape%s for no character became U+FFFD: '%.*s'", json.replaced,
                json.replaced == 1 ? "" : "s", PC_FMT(line));
    if (read.left_out != 0)
        pc_warn(source, pc_none(), "value-left-out",
                "left out %zu value%s, first in '%.*s' (%s): '%.*s'", read.left_out,
                read.left_out == 1 ? "" : "s", PC_FMT(read.member), read.reason, PC_FMT(line));
    return pc_empty(record) ? PC_SKIP : PC_OK;
}

/* Sends more of the document when the program has read what was sent. */
static void send_document(pc_source *source, struct process *process)
{
    pc_str bytes;

    if (process->in < 0 || !process_took_all(process))
        return;
    if (pc_ahead(source, 1, &bytes)) {
        process_send(process, bytes);
        pc_consume(source, bytes.n);
    } else {
        process_close_input(process);
    }
}

/* Drops the rest of a document that the program does not read. */
static void skip_rest(pc_source *source)
{
    pc_str bytes;

    while (pc_ahead(source, 1, &bytes))
        pc_consume(source, bytes.n);
}

/* Reports the messages, then the exit status.  Not before the end of the program, because the time
 * of a message is random. */
static int end_of_program(pc_source *source, struct exec *exec)
{
    pc_str line;
    int status;

    if (process_line(&exec->process.messages, &line)) {
        status = pass_message_on(&source->h, line);
        return status == PC_OK ? PC_SKIP : status;
    }
    skip_rest(source);
    status = finish_program(&source->h, exec);
    return status == PC_OK ? PC_END : status;
}

static int exec_next(void *state, pc_source *source, pc_record *record)
{
    struct exec *exec = state;
    struct process *process = &exec->process;
    pc_str line;
    int status = start_program(&source->h, exec);

    pc_start(record, pc_none()); /* how much was sent by now depends on timing */
    if (status != PC_OK)
        return status;
    if (process_line(&process->out, &line))
        return read_record(exec, source, line, record);
    if (process->pid == 0)
        return PC_END;
    if (process_is_silent(process))
        return end_of_program(source, exec);
    if (process_waiting(&process->out, MOST))
        return pc_fatal(source, pc_none(), "program-failed",
                        "'%.*s' printed a line longer than %dM bytes", PC_FMT(exec->command),
                        MOST >> 20);
    send_document(source, process);
    process_move(process);
    status = check_messages(&source->h, exec);
    return status == PC_OK ? PC_SKIP : status; /* often, so that each call reads little */
}

/* ---- the output ------------------------------------------------------------------ */

static int exec_header(void *state, pc_sink *sink)
{
    return start_program(&sink->h, state);
}

static void gather_line(void *line, pc_str bytes)
{
    pc_text_add(line, bytes);
}

/* The line of the output jsonl, without the source. */
static void make_line(pc_text *line, const pc_record *record)
{
    pc_gather out;

    line->n = 0;
    pc_gather_start_for(&out, gather_line, line);
    pc_gather_puts(&out, pc_json_write_record(&out, record) ? "}\n" : "{}\n");
    pc_gather_flush(&out);
}

static int exec_write(void *state, pc_sink *sink, const pc_record *record)
{
    struct exec *exec = state;
    int status = PC_OK;

    make_line(&exec->text, record);
    process_send(&exec->process, pc_text_str(&exec->text));
    while (status == PC_OK && !process_took_all(&exec->process)) {
        process_move(&exec->process);
        status = check_messages(&record->h, exec);
    }
    pc_write(sink, process_bytes(&exec->process.out));
    return status;
}

static int exec_footer(void *state, pc_sink *sink)
{
    struct exec *exec = state;
    pc_str line;
    int status;

    if (exec->process.pid == 0)
        return PC_OK; /* it has failed */
    process_close_input(&exec->process);
    while (!process_is_silent(&exec->process)) {
        process_move(&exec->process);
        pc_write(sink, process_bytes(&exec->process.out));
        status = check_messages(&sink->h, exec);
        if (status != PC_OK)
            return status;
    }
    while (process_line(&exec->process.messages, &line))
        pass_message_on(&sink->h, line);
    return finish_program(&sink->h, exec);
}

/* ---- the module: two plugins of the same name, which the macros cannot define ---- */

static const struct pc_plugin exec_input = {
    .size = sizeof(struct pc_plugin),
    .kind = PC_KIND_INPUT,
    .name = "exec",
    .option_size = sizeof(pc_option),
    .threads = PC_INSTANCE,
    .uses = PC_USES_EXEC,
    .version = "1.0.0",
    .summary = "Reads JSON Lines from a program",
    .texts = texts,
    .options = input_options,
    .state_size = sizeof(struct exec),
    .open = exec_open,
    .close = exec_close,
    .sniff = exec_sniff,
    .next = exec_next,
};
static const struct pc_plugin exec_output = {
    .size = sizeof(struct pc_plugin),
    .kind = PC_KIND_OUTPUT,
    .name = "exec",
    .option_size = sizeof(pc_option),
    .uses = PC_USES_EXEC,
    .version = "1.0.0",
    .summary = "Pipes JSON Lines through a program",
    .texts = texts,
    .options = output_options,
    .state_size = sizeof(struct exec),
    .open = exec_open,
    .close = exec_close,
    .header = exec_header,
    .write = exec_write,
    .footer = exec_footer,
};
PC_MODULE(&exec_input, &exec_output);
