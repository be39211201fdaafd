/* lineup.c - one mutex, and a condition for each of the three, so that nobody is woken in
 * vain. */
#include "lineup.h"

#include <stdlib.h>

/* Whole documents that are left to the gate, which parses one as fast as it wakes a parser. */
enum { LEFT_TO_GATE = 2 };

void lineup_open(struct lineup *l, size_t room)
{
    *l = (struct lineup){ .room = room };
    l->works = memory_alloc(room * sizeof *l->works);
    pthread_mutex_init(&l->mutex, NULL);
    pthread_cond_init(&l->unparsed, NULL);
    pthread_cond_init(&l->arrived, NULL);
    pthread_cond_init(&l->drained, NULL);
}

/* The oldest document that nobody parses; how many there are in *COUNT. */
static struct work *oldest_unparsed(const struct lineup *l, size_t *count)
{
    struct work *oldest = NULL;

    *count = 0;
    for (size_t i = l->count; i-- > 0;) {
        struct work *w = l->works[(l->first + i) % l->room];

        if (w->parsed)
            continue;
        oldest = w;
        ++*count;
    }
    return oldest;
}

bool lineup_put(struct lineup *l, struct work *w)
{
    size_t unparsed;
    bool open, wake;

    pthread_mutex_lock(&l->mutex);
    while (!l->closed && l->count == l->room)
        pthread_cond_wait(&l->drained, &l->mutex);
    open = !l->closed;
    if (open)
        l->works[(l->first + l->count++) % l->room] = w;
    wake = oldest_unparsed(l, &unparsed) != NULL && (unparsed > LEFT_TO_GATE || !w->whole);
    pthread_mutex_unlock(&l->mutex);
    pthread_cond_signal(&l->arrived);
    if (wake)
        pthread_cond_signal(&l->unparsed);
    return open;
}

struct work *lineup_parse(struct lineup *l)
{
    struct work *w;
    size_t count;

    pthread_mutex_lock(&l->mutex);
    while ((w = oldest_unparsed(l, &count)) == NULL && !l->closed)
        pthread_cond_wait(&l->unparsed, &l->mutex);
    if (w != NULL) {
        w->parsed = true;
        work_keep(w);
    }
    pthread_mutex_unlock(&l->mutex);
    return w;
}

struct work *lineup_first(struct lineup *l, bool wait, bool *unparsed)
{
    struct work *w = NULL;

    pthread_mutex_lock(&l->mutex);
    while (wait && !l->closed && l->count == 0)
        pthread_cond_wait(&l->arrived, &l->mutex);
    if (l->count != 0)
        w = l->works[l->first];
    *unparsed = w != NULL && !w->parsed && w->whole;
    if (*unparsed && wait)
        w->parsed = true;
    else if (*unparsed)
        w = NULL;
    pthread_mutex_unlock(&l->mutex);
    return w;
}

void lineup_remove(struct lineup *l)
{
    struct work *w;
    bool drained;

    pthread_mutex_lock(&l->mutex);
    w = l->works[l->first];
    l->first = (l->first + 1) % l->room;
    drained = --l->count <= l->room / 2;
    pthread_mutex_unlock(&l->mutex);
    if (drained)
        pthread_cond_signal(&l->drained);
    work_drop(w);
}

void lineup_close(struct lineup *l)
{
    pthread_mutex_lock(&l->mutex);
    l->closed = true;
    pthread_cond_broadcast(&l->unparsed);
    pthread_cond_broadcast(&l->arrived);
    pthread_cond_broadcast(&l->drained);
    pthread_mutex_unlock(&l->mutex);
}

void lineup_free(struct lineup *l)
{
    pthread_cond_destroy(&l->unparsed);
    pthread_cond_destroy(&l->arrived);
    pthread_cond_destroy(&l->drained);
    pthread_mutex_destroy(&l->mutex);
    free(l->works);
}
