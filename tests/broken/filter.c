/* filter.c - filters that pass every record on, each with one fault. */
#include "paperconv/plugin.h"

#include <signal.h>

#ifndef APPLY
#define APPLY good_apply
#endif
#ifndef FLUSH
#define FLUSH good_flush
#endif

static const char *const adds[] = { PC_DOI, "extra:*", NULL };

struct broken {
    pc_record *held;
};

int crash(void);

int good_apply(void *state, pc_pipe *pipe, pc_record *record)
{
    (void)state;
    (void)pipe;
    (void)record;
    return PC_OK;
}

int good_flush(void *state, pc_pipe *pipe)
{
    struct broken *broken = state;

    if (broken->held != NULL)
        pc_emit(pipe, broken->held);
    broken->held = NULL;
    return PC_OK;
}

int crash(void)
{
    return raise(SIGSEGV); /* as the kernel would, also under a sanitizer */
}

int crash_in_apply(void *state, pc_pipe *pipe, pc_record *record)
{
    (void)state;
    (void)pipe;
    (void)record;
    return crash();
}

int crash_in_flush(void *state, pc_pipe *pipe)
{
    (void)state;
    (void)pipe;
    return crash();
}

/* Swaps each record with the next one. */
int swap(void *state, pc_pipe *pipe, pc_record *record)
{
    struct broken *broken = state;
    pc_record *held = broken->held;

    if (held == NULL) {
        broken->held = pc_create(pipe, record);
        return PC_SKIP;
    }
    pc_emit(pipe, pc_create(pipe, record));
    pc_emit(pipe, held);
    broken->held = NULL;
    return PC_SKIP;
}

int twice(void *state, pc_pipe *pipe, pc_record *record)
{
    (void)state;
    pc_emit(pipe, pc_create(pipe, record));
    return PC_OK;
}

int invent(void *state, pc_pipe *pipe)
{
    pc_record *record = pc_create(pipe, NULL);

    (void)state;
    pc_add(record, PC_TITLE, pc_s("The end"));
    pc_emit(pipe, record);
    return PC_OK;
}

/* The record that it is given has a place already. */
int place_what_was_given(void *state, pc_pipe *pipe, pc_record *record)
{
    (void)state;
    pc_created_from(record, pc_create(pipe, record));
    return PC_OK;
}

int change_a_title(void *state, pc_pipe *pipe, pc_record *record)
{
    (void)state;
    (void)pipe;
    pc_set(record, PC_DOI, pc_s("10.1000/1"));
    if (pc_get(record, PC_TITLE, 0).n < 10)
        pc_set(record, PC_TITLE, pc_s("Short"));
    return PC_OK;
}

int use_what_was_emitted(void *state, pc_pipe *pipe, pc_record *record)
{
    pc_record *copy = pc_create(pipe, record);

    (void)state;
    pc_emit(pipe, copy);
    pc_add(copy, PC_NOTE_TEXT, pc_s("late"));
    return PC_SKIP;
}

int emit_what_was_given(void *state, pc_pipe *pipe, pc_record *record)
{
    (void)state;
    pc_emit(pipe, record);
    return PC_SKIP;
}

PC_FILTER(broken, .version = "1.0", .summary = "all of them", .state_size = sizeof(struct broken),
          .apply = APPLY, .flush = FLUSH, .adds = adds);
PC_MODULE(&broken);
