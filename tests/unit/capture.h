/* capture.h - what a function prints on standard output, for tests. */
#ifndef PAPERCONV_TESTS_CAPTURE_H
#define PAPERCONV_TESTS_CAPTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Calls PRINT(CONTEXT); the text, to be freed, at most 64 KiB of it. */
static inline char *capture(void (*print)(void *), void *context)
{
    enum { ROOM = 1 << 16 };
    char *text = (char *)calloc(1, ROOM);
    FILE *file = tmpfile();
    int out = dup(STDOUT_FILENO);

    fflush(stdout);
    if (text == NULL || file == NULL || dup2(fileno(file), STDOUT_FILENO) < 0)
        abort();
    print(context);
    fflush(stdout);
    if (dup2(out, STDOUT_FILENO) < 0)
        abort();
    close(out);
    rewind(file);
    text[fread(text, 1, ROOM - 1, file)] = '\0';
    fclose(file);
    return text;
}

#endif
