/* process.h - runs a program: its input, its output lines, and its messages. */
#ifndef PAPERCONV_EXEC_PROCESS_H
#define PAPERCONV_EXEC_PROCESS_H

#include "paperconv/text.h"

#include <sys/types.h>

struct output_of_process {
    int fd; /* -1: it has ended */
    pc_text text;
    size_t taken;    /* bytes of TEXT that were handed out */
    size_t searched; /* bytes of TEXT up to here hold no line end that was not handed out */
};

struct process {  /* all-zero: not started */
    bool started; /* the descriptors are valid */
    pid_t pid;    /* 0: it has ended */
    int in;       /* -1: closed */
    pc_text pending;
    size_t written;
    struct output_of_process out, messages;
};

/* Starts COMMAND: words separated by white space, with quotes and backslashes as in a shell; with
 * SHELL, a line for sh.  Returns 0 or an errno. */
int process_start(struct process *p, pc_str command, bool shell);
/* Queues BYTES to be written. */
void process_send(struct process *p, pc_str bytes);
/* True when all queued bytes are written, or the program reads no more. */
bool process_took_all(const struct process *p);
/* Waits until a pipe is ready, then writes and reads what is possible. */
void process_move(struct process *p);
/* Closes the input of the program. */
void process_close_input(struct process *p);
/* False while the program may still print something. */
bool process_is_silent(const struct process *p);
/* True when more than MOST bytes of O have arrived that were not handed out. */
bool process_waiting(const struct output_of_process *o, size_t most);
/* The next line of O without its line end, valid until the next call; the last line may lack the
 * end.  False when there is none yet. */
bool process_line(struct output_of_process *o, pc_str *line);
/* All of O that has arrived, valid until process_move(). */
pc_str process_bytes(struct output_of_process *o);
/* Call it when process_is_silent(): the exit status, or 128 plus the signal. */
int process_wait(struct process *p);
/* Ends the program, if it still runs, and frees everything. */
void process_end(struct process *p);

#endif
