/* problem.h - why something failed, as a value that can be passed on. */
#ifndef PAPERCONV_HOST_BASE_PROBLEM_H
#define PAPERCONV_HOST_BASE_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

struct problem {
    const char *code;   /* a constant such as "not-found"; NULL: no problem */
    int severity;       /* PC_DETAIL .. PC_ERROR */
    char text[512];     /* one sentence, UTF-8, no newline */
    char excerpt[320];  /* part of the setting that it is about; "": none */
    size_t caret, span; /* code points of EXCERPT before the fault and of the fault */
};

/* Sets *P, unless it is already set: the first problem is reported. */
void problem_set(struct problem *p, int severity, const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
