/* directory_walk.c - walks over files and directories.  Only the names in the directories that are
 * being read are in memory, not those of all files. */
#include "documents/directory_walk.h"

#include "base/arena.h"
#include "base/shard.h"
#include "documents/member_patterns.h"
#include "documents/opened_file.h"
#include "documents/prescan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct directory {
    size_t path_length; /* bytes of walk.path that are its path, with a slash */
    char **names;       /* sorted */
    size_t count, next;
};

struct directory_walk {
    const char *const *inputs, *const *patterns;
    const struct file_ids *written; /* by this run, or NULL */
    const struct limits *limits;
    struct prescan *prescan;
    const struct shard *shard; /* NULL: every file is read */
    uint64_t count;            /* of what was found */
    size_t next;               /* of the inputs */
    bool stdin_read;
    struct directory *stack; /* the directories that are being read, outermost first */
    size_t depth, room;
    char *path; /* of the file found last; begins with the paths of the stack */
    size_t path_room;
};

/* Counts what is found next.  False when another shard has it. */
static bool is_of_this_shard(struct directory_walk *w, struct found_file *f)
{
    f->ordinal = w->count++;
    return w->shard == NULL || shard_has(w->shard, f->ordinal);
}

/* ---- directories ---- */

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Hidden files and folders, "." and "..", and the backup files of editors: whoever names a directory
 * means its documents.  The folders of most version control systems are hidden. */
static bool is_hidden_or_backup(const char *name)
{
    size_t n = strlen(name);

    return name[0] == '.' || (n > 0 && name[n - 1] == '~');
}

static bool is_version_control(const char *name)
{
    return strcmp(name, "CVS") == 0 || strcmp(name, "_darcs") == 0;
}

static void directory_free(struct directory *d)
{
    for (size_t i = 0; i < d->count; i++)
        free(d->names[i]);
    free(d->names);
}

/* Reads the names in OPEN that count, and sorts them; false when reading fails. */
static bool read_names(DIR *open, struct directory *d)
{
    size_t room = 0;
    struct dirent *entry;

    while (errno = 0, (entry = readdir(open)) != NULL) { /* NULL also means an error */
        size_t n = strlen(entry->d_name) + 1;

        if (is_hidden_or_backup(entry->d_name))
            continue;
        d->names = memory_grown(d->names, &room, d->count, sizeof *d->names);
        d->names[d->count] = memory_alloc(n);
        memcpy(d->names[d->count++], entry->d_name, n);
    }
    if (errno != 0)
        return false;
    if (d->count > 1)
        qsort(d->names, d->count, sizeof *d->names, by_name);
    return true;
}

/* Puts NAME after the first LENGTH bytes of w->path. */
static void append_name(struct directory_walk *w, size_t length, const char *name)
{
    size_t n = strlen(name) + 1;

    if (length + n > w->path_room) {
        w->path_room = 2 * (length + n);
        w->path = memory_resize(w->path, w->path_room);
    }
    memcpy(w->path + length, name, n);
}

/* Starts to read the directory w->path.  False with the problem in *F when it cannot be read. */
static bool enter_directory(struct directory_walk *w, struct found_file *f)
{
    struct directory d = { 0 };
    DIR *open = opendir(w->path);
    bool ok = open != NULL && read_names(open, &d);
    size_t length = strlen(w->path);

    if (!ok)
        problem_set(&f->problem, PC_ERROR, "unreadable", "this directory cannot be read: %s",
                    strerror(errno));
    if (open != NULL)
        closedir(open);
    f->directory = true;
    if (!ok) {
        directory_free(&d);
        return false;
    }
    if (w->path[length - 1] != '/')
        append_name(w, length++, "/");
    d.path_length = length;
    w->stack = memory_grown(w->stack, &w->room, w->depth, sizeof *w->stack);
    w->stack[w->depth++] = d;
    return true;
}

/* ---- files ---- */

static void open_file(const struct directory_walk *w, struct found_file *f, int flags)
{
    f->file = opened_file_open(f->path, flags, w->limits, &f->problem);
}

static void found_stdin(struct directory_walk *w, struct found_file *f)
{
    if (w->stdin_read)
        problem_set(&f->problem, PC_ERROR, "stdin-twice",
                    "standard input can be read only once; it was named before");
    else if (f->file == NULL)
        f->file = opened_file_over(STDIN_FILENO, w->limits);
    w->stdin_read = true;
}

/* Finds the input at PLACE.  False when it is a directory, which is now being read. */
static bool found_named(struct directory_walk *w, size_t place, struct found_file *f)
{
    const char *input = w->inputs[place];
    struct stat st;

    append_name(w, 0, input);
    f->path = w->path;
    f->file = prescan_take(w->prescan, place);
    if (strcmp(input, "-") == 0) {
        found_stdin(w, f);
    } else if (f->file == NULL) {
        if (stat(input, &st) == 0 && S_ISDIR(st.st_mode))
            return !enter_directory(w, f) && is_of_this_shard(w, f);
        if (!is_of_this_shard(w, f))
            return false;
        open_file(w, f, 0);
        return true;
    }
    if (is_of_this_shard(w, f))
        return true;
    opened_file_close(f->file);
    return false;
}

static void skip_file(struct found_file *f, int severity, const char *code, const char *what)
{
    problem_set(&f->problem, severity, code, "%s", what);
}

/* True when w->path leads, by symbolic links, out of the directory that the user named. */
static bool leads_outside(const struct directory_walk *w)
{
    char *root = memory_alloc(w->stack[0].path_length + 1), *top, *file = realpath(w->path, NULL);
    size_t n;
    bool outside;

    memcpy(root, w->path, w->stack[0].path_length);
    root[w->stack[0].path_length] = '\0';
    top = realpath(root, NULL);
    n = top != NULL ? strlen(top) : 0;
    outside = file == NULL || top == NULL || strncmp(file, top, n) != 0 ||
              (file[n] != '/' && n > 1); /* only "/" itself ends with a slash */
    free(root);
    free(top);
    free(file);
    return outside;
}

/* Finds NAME in the innermost directory.  False when it is passed over, or is a directory, which is
 * now being read. */
static bool found_below(struct directory_walk *w, const char *name, struct found_file *f)
{
    size_t length = w->stack[w->depth - 1].path_length;
    struct stat st;
    bool known, link, leads;

    append_name(w, length, name);
    f->path = w->path;
    f->below = w->path + w->stack[0].path_length;
    if (member_patterns_match(w->patterns, f->below) == MEMBER_EXCLUDED)
        return false;
    known = lstat(f->path, &st) == 0;
    link = known && S_ISLNK(st.st_mode);
    leads = !link || stat(f->path, &st) == 0;
    if (known && !link && S_ISDIR(st.st_mode))
        return !is_version_control(name) && !enter_directory(w, f) && is_of_this_shard(w, f);
    if (known && leads && S_ISREG(st.st_mode) && w->written != NULL &&
        file_ids_have(w->written, &st))
        return false;
    if (!is_of_this_shard(w, f))
        return false;
    if (!leads)
        skip_file(f, PC_WARNING, "link-skipped", "a symbolic link that leads to nothing");
    else if (!known)
        open_file(w, f, O_NONBLOCK); /* the error of open() says why */
    else if (link && S_ISDIR(st.st_mode))
        skip_file(f, PC_NOTE, "link-skipped",
                  "a symbolic link to a directory, which was not followed");
    else if (link && leads_outside(w))
        skip_file(f, PC_WARNING, "link-skipped",
                  "a symbolic link that leads out of the directory, which was not followed");
    else if (!S_ISREG(st.st_mode))
        skip_file(f, PC_NOTE, "special-skipped", "not a regular file, so it was not read");
    else
        open_file(w, f, O_NONBLOCK);
    return true;
}

bool directory_walk_next(struct directory_walk *w, struct found_file *f)
{
    for (;;) {
        *f = (struct found_file){ 0 };
        if (w->depth > 0) {
            struct directory *d = &w->stack[w->depth - 1];

            if (d->next == d->count) {
                directory_free(d);
                w->depth--;
            } else if (found_below(w, d->names[d->next++], f)) {
                return true;
            }
        } else if (w->inputs[w->next] == NULL) {
            return false;
        } else if (found_named(w, w->next++, f)) {
            return true;
        }
    }
}

bool directory_walk_flows(const struct directory_walk *w)
{
    const char *input = w->inputs[w->next];
    struct stat st;

    if (w->depth > 0 && w->stack[w->depth - 1].next < w->stack[w->depth - 1].count)
        return true;
    return input == NULL || prescan_flows(w->prescan, w->next) ||
           (stat(input, &st) == 0 && (S_ISREG(st.st_mode) || S_ISDIR(st.st_mode)));
}

struct directory_walk *directory_walk_open(const char *const *inputs, const char *const *patterns,
                                           const struct file_ids *written,
                                           const struct limits *limits, struct prescan *prescan)
{
    struct directory_walk *w = memory_alloc(sizeof *w);

    *w = (struct directory_walk){ .inputs = inputs,
                                  .patterns = patterns,
                                  .written = written,
                                  .limits = limits,
                                  .prescan = prescan };
    return w;
}

void directory_walk_choose(struct directory_walk *w, const struct shard *s)
{
    w->shard = s;
}

uint64_t directory_walk_count(const struct directory_walk *w)
{
    return w->count;
}

void directory_walk_close(struct directory_walk *w)
{
    while (w->depth > 0)
        directory_free(&w->stack[--w->depth]);
    free(w->stack);
    free(w->path);
    free(w);
}
