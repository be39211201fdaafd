/* samples.c - reads the sample documents of an input plugin. */
#include "check/check.h"

#include <apr_strings.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SAMPLE_MOST = 256 * 1024 }; /* bytes of each sample: probes read it hundreds of times */

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* The beginning of the file PATH; absent when PATH is not a file or cannot be read. */
static pc_str read_sample(const char *path, apr_pool_t *pool)
{
    FILE *file = fopen(path, "rb");
    struct stat st;
    char *bytes;
    size_t n;

    if (file == NULL)
        return pc_none();
    if (fstat(fileno(file), &st) != 0 || !S_ISREG(st.st_mode)) {
        fclose(file);
        return pc_none();
    }
    bytes = apr_palloc(pool, SAMPLE_MOST);
    n = fread(bytes, 1, SAMPLE_MOST, file);
    fclose(file);
    return pc_sub(bytes, n);
}

bool check_samples(struct check *c, const char *directory, struct problem *why)
{
    struct dirent **files = NULL;
    struct sample *samples;
    int n;

    if (directory == NULL)
        return true;
    n = scandir(directory, &files, is_visible, alphasort);
    if (n < 0) {
        problem_set(why, PC_ERROR, "no-samples", "cannot read the samples in '%s': %s", directory,
                    strerror(errno));
        return false;
    }
    samples = apr_pcalloc(c->pool, ((size_t)n + 1) * sizeof *samples);
    for (int i = 0; i < n; i++) {
        struct sample *s = &samples[c->sample_count];

        s->name = apr_pstrdup(c->pool, files[i]->d_name);
        s->bytes = read_sample(apr_pstrcat(c->pool, directory, "/", s->name, NULL), c->pool);
        c->sample_count += s->bytes.p != NULL;
        free(files[i]);
    }
    free(files);
    c->samples = samples;
    if (c->sample_count == 0)
        problem_set(why, PC_ERROR, "no-samples", "there is no file in '%s'", directory);
    return c->sample_count != 0;
}
