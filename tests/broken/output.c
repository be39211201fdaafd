/* output.c - outputs that write one title a line, each with one fault. */
#include "paperconv/plugin.h"

#include <signal.h>

#ifndef HEADER
#define HEADER good_header
#endif
#ifndef WRITE
#define WRITE good_write
#endif
#ifndef FOOTER
#define FOOTER good_footer
#endif

struct broken {
    int64_t records;
};

int crash(void);

int good_header(void *state, pc_sink *sink)
{
    (void)state;
    pc_puts(sink, "[\n");
    return PC_OK;
}

int good_write(void *state, pc_sink *sink, const pc_record *record)
{
    (void)state;
    pc_write(sink, pc_get(record, PC_TITLE, 0));
    pc_puts(sink, "\n");
    return PC_OK;
}

int good_footer(void *state, pc_sink *sink)
{
    (void)state;
    pc_puts(sink, "]\n");
    return PC_OK;
}

int crash(void)
{
    return raise(SIGSEGV); /* as the kernel would, also under a sanitizer */
}

int crash_in_frame(void *state, pc_sink *sink)
{
    (void)state;
    (void)sink;
    return crash();
}

int crash_in_write(void *state, pc_sink *sink, const pc_record *record)
{
    (void)state;
    (void)sink;
    (void)record;
    return crash();
}

/* The author assumed that every record has an author. */
int need_an_author(void *state, pc_sink *sink, const pc_record *record)
{
    pc_str author = pc_get(record, PC_AUTHOR, 0);

    if (author.p == NULL)
        return crash(); /* as reading the first letter would */
    pc_write(sink, author);
    return good_write(state, sink, record);
}

int silent(void *state, pc_sink *sink)
{
    (void)state;
    (void)sink;
    return PC_OK;
}

int write_nothing(void *state, pc_sink *sink, const pc_record *record)
{
    (void)state;
    (void)sink;
    (void)record;
    return PC_OK;
}

int count_in_state(void *state, pc_sink *sink, const pc_record *record)
{
    ((struct broken *)state)->records++;
    return good_write(state, sink, record);
}

int count_in_process(void *state, pc_sink *sink, const pc_record *record)
{
    static int records;
    char text[16];

    snprintf(text, sizeof text, "%d. ", ++records);
    pc_puts(sink, text);
    return good_write(state, sink, record);
}

PC_OUTPUT(broken, .threads = PC_REENTRANT, .version = "1.0", .summary = "a title a line",
          .state_size = sizeof(struct broken), .header = HEADER, .write = WRITE, .footer = FOOTER);
PC_MODULE(&broken);
