/* search_path.c - finds the files of plugins. */
#include "loader/search_path.h"
#include "base/arena.h"
#include "loader/string_list.h"

#include <apr_strings.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BELOW "lib/paperconv/1"

static void push_path_list(apr_array_header_t *directories, const char *list)
{
    for (const char *p = list; p != NULL && *p != '\0';) {
        size_t n = strcspn(p, ":");

        if (n > 0)
            string_list_push(directories, apr_pstrmemdup(directories->pool, p, n));
        p += n;
        p += *p == ':';
    }
}

/* Adds ROOT/lib/... for the program ROOT/bin/paperconv. */
static void push_beside_program(apr_array_header_t *directories)
{
    char program[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);

    for (int up = 0; up < 2 && n >= 0; up++) {
        while (n > 0 && program[n - 1] != '/')
            n--;
        n--;
    }
    if (n >= 0)
        string_list_push(directories,
                         apr_psprintf(directories->pool, "%.*s/" BELOW, (int)n, program));
}

bool plugin_is_own(apr_pool_t *pool, const char *path)
{
    apr_array_header_t *own = string_list_make(pool);
    char *real = realpath(path, NULL);
    bool found = false;

    push_beside_program(own);
    string_list_push(own, PAPERCONV_LIBDIR);
    for (int i = 0; real != NULL && i < own->nelts; i++) {
        char *directory = realpath(string_list_items(own)[i], NULL);
        size_t n = directory != NULL ? strlen(directory) : 0;

        found |= n > 0 && strncmp(real, directory, n) == 0 && real[n] == '/';
        free(directory);
    }
    free(real);
    return found;
}

const char *const *plugin_directories(apr_pool_t *pool, const char *const *first)
{
    apr_array_header_t *directories = string_list_make(pool);
    const char *home = getenv("HOME");

    for (; first != NULL && *first != NULL; first++)
        string_list_push(directories, *first);
    push_path_list(directories, getenv("PAPERCONV_PLUGIN_PATH"));
    if (home != NULL && *home != '\0')
        string_list_push(directories, apr_pstrcat(pool, home, "/.local/" BELOW, NULL));
    push_beside_program(directories);
    string_list_push(directories, PAPERCONV_LIBDIR);
    string_list_push(directories, NULL);
    return string_list_items(directories);
}

const char *plugin_file(apr_pool_t *pool, const char *const *directories, const char *kind,
                        const char *name)
{
    struct stat st;

    for (; *directories != NULL; directories++) {
        const char *path = apr_pstrcat(pool, *directories, "/", kind, "/", name, ".so", NULL);

        if (lstat(path, &st) == 0)
            return path;
    }
    return NULL;
}

/* The length of NAME without its ".so"; 0 when NAME does not end with ".so". */
static size_t stem_length(const char *name)
{
    size_t n = strlen(name);

    return n > 3 && strcmp(name + n - 3, ".so") == 0 ? n - 3 : 0;
}

static int is_module(const struct dirent *file)
{
    return stem_length(file->d_name) > 0;
}

static int compare_file_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

apr_array_header_t *plugin_files(apr_pool_t *pool, const char *const *directories, const char *kind)
{
    apr_array_header_t *paths = string_list_make(pool);

    for (; *directories != NULL; directories++) {
        const char *directory = apr_pstrcat(pool, *directories, "/", kind, NULL);
        struct dirent **files = NULL;
        int n = scandir(directory, &files, is_module, compare_file_names);

        if (n < 0 && errno == ENOMEM)
            memory_exhausted();
        for (int i = 0; i < n; i++) {
            string_list_push(paths, apr_pstrcat(pool, directory, "/", files[i]->d_name, NULL));
            free(files[i]);
        }
        free(files);
    }
    return paths;
}

const char *plugin_file_name(apr_pool_t *pool, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    size_t n = stem_length(name);

    return apr_pstrmemdup(pool, name, n > 0 ? n : strlen(name));
}
