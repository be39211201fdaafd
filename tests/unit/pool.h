/* pool.h - an APR pool as the state of a cmocka group. */
#ifndef PAPERCONV_TESTS_POOL_H
#define PAPERCONV_TESTS_POOL_H

#include <apr_general.h>
#include <apr_pools.h>

static inline int make_pool(void **state)
{
    apr_pool_t *pool = NULL;

    apr_initialize();
    apr_pool_create(&pool, NULL);
    *state = pool;
    return pool == NULL;
}

static inline int free_pool(void **state)
{
    apr_pool_destroy((apr_pool_t *)*state);
    apr_terminate();
    return 0;
}

#endif
