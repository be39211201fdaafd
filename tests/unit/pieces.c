/* pieces.c - a stream over memory. */
#include "pieces.h"

#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

struct pieces {
    struct stream base;
    struct bytes bytes;
    size_t at, size;
    ssize_t end;
};

static ssize_t pieces_read(struct stream *s, void *buffer, size_t size)
{
    struct pieces *p = (struct pieces *)s;
    size_t n = p->bytes.n - p->at;

    if (n == 0) {
        if (p->end < 0)
            problem_set(&s->problem, PC_ERROR, "test", "no more");
        return p->end;
    }
    n = n > size ? size : n;
    n = n > p->size ? p->size : n;
    memcpy(buffer, p->bytes.p + p->at, n);
    p->at += n;
    return (ssize_t)n;
}

static void pieces_close(struct stream *s)
{
    free(s);
}

struct stream *pieces_of(const void *bytes, size_t n, size_t size, ssize_t end)
{
    struct pieces *p = memory_alloc(sizeof *p);

    *p = (struct pieces){ { .read = pieces_read, .close = pieces_close, .fd = -1 },
                          { (char *)(uintptr_t)bytes, n },
                          0,
                          size,
                          end };
    return &p->base;
}

struct bytes drain(struct stream *s, size_t size, ssize_t *end)
{
    struct bytes all = { memory_alloc(1), 0 };
    char *buffer = memory_alloc(size);
    ssize_t got;

    while ((got = stream_read(s, buffer, size)) > 0)
        all = fixture_join(all, buffer, (size_t)got);
    assert_true(got == stream_read(s, buffer, size)); /* the end stays the end */
    *end = got;
    free(buffer);
    return all;
}

void assert_drains(struct stream *s, size_t size, const void *bytes, size_t n, ssize_t end,
                   const char *code)
{
    ssize_t got;
    struct bytes all = drain(s, size, &got);

    assert_int_equal(all.n, n);
    assert_memory_equal(all.p, bytes, n);
    assert_int_equal(got, end);
    if (code == NULL)
        assert_null(s->problem.code);
    else
        assert_string_equal(s->problem.code, code);
    free(all.p);
}
