/* process.h - a program that runs beside us: bytes in, lines out, and what it has to say. */
#ifndef PAPERCONV_EXEC_PROCESS_H
#define PAPERCONV_EXEC_PROCESS_H

#include "paperconv/text.h"

#include <sys/types.h>

struct output_of_process {
    int fd; /* -1: it has ended */
    pc_text text;
    size_t taken; /* bytes of TEXT that were given on */
};

struct process {  /* all-zero: not started */
    bool started; /* the descriptors are ours */
    pid_t pid;    /* 0: it has ended */
    int in;       /* -1: closed */
    pc_text pending;
    size_t written;
    struct output_of_process out, messages;
};

/* Starts COMMAND: words with blanks between them and quotes and backslashes as in a
 * shell, or, with SHELL, a line for sh.  0, or an errno value. */
int process_start(struct process *p, pc_str command, bool shell);
/* BYTES wait to be written. */
void process_send(struct process *p, pc_str bytes);
/* True when all that was sent is written, or will not be read any more. */
bool process_took_all(const struct process *p);
/* Writes and reads what can be now, after waiting until something can. */
void process_move(struct process *p);
/* There is nothing more to send. */
void process_close_input(struct process *p);
/* False while the program may still print something. */
bool process_is_silent(const struct process *p);
/* The next line of O without its end, valid until the next call; the last may have no
 * end.  False when there is none yet. */
bool process_line(struct output_of_process *o, pc_str *line);
/* All of O that has arrived, valid until process_move(). */
pc_str process_bytes(struct output_of_process *o);
/* After it became silent: its exit status, 128 and more for a signal. */
int process_wait(struct process *p);
/* Ends it, whatever it does, and frees. */
void process_end(struct process *p);

#endif
