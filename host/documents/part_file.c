/* part_file.c - reads the description of a part line by line, and the part itself beside it. */
#include "documents/part_file.h"

#include "base/io.h"
#include "base/memory.h"
#include "base/shard.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { END_SIZE = 64 * 1024 }; /* more than the last line can have */

static bool damaged(const struct part_file *f, struct problem *why, const char *what)
{
    if (f->of != 0)
        problem_set(why, PC_ERROR, "shard-damaged", "shard %ju of %ju, %s: %s", (uintmax_t)f->index,
                    (uintmax_t)f->of, f->path, what);
    else
        problem_set(why, PC_ERROR, "shard-damaged", "%s: %s", f->path, what);
    return false;
}

static bool get_number(const json_t *object, const char *key, uint64_t *number)
{
    const json_t *value = json_object_get(object, key);

    *number = json_integer_value(value) > 0 ? (uint64_t)json_integer_value(value) : 0;
    return json_is_integer(value);
}

/* The first N bytes of PATH, and END. */
static char *path_from(const char *path, size_t n, const char *end)
{
    char *whole = memory_alloc(n + strlen(end) + 1);

    memcpy(whole, path, n);
    strcpy(whole + n, end);
    return whole;
}

static char *with_extension(const char *path, const char *extension)
{
    return path_from(path, strlen(path), extension);
}

/* The path of the file NAME in the folder of PATH. */
static char *in_same_folder(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');

    return path_from(path, slash != NULL ? (size_t)(slash - path) + 1 : 0, name);
}

/* ---- opening ---- */

static bool open_files(struct part_file *f, struct problem *why)
{
    char *side = with_extension(f->path, SHARD_FILE_EXTENSION);
    struct stat st;

    f->fd = open_to_read(f->path, 0);
    if (f->fd < 0)
        problem_set(why, PC_ERROR, "unreadable", "cannot open the part %s: %s", f->path,
                    strerror(errno));
    else if (fstat(f->fd, &st) != 0 || !S_ISREG(st.st_mode))
        problem_set(why, PC_ERROR, "unreadable", "the part %s is not a regular file", f->path);
    else if ((f->side = fopen(side, "re")) == NULL)
        problem_set(why, PC_ERROR, "unreadable",
                    "cannot open %s, which --shard writes beside its part: %s", side,
                    strerror(errno));
    free(side);
    return why->code == NULL;
}

/* The next line, or NULL when there is none or it is not a JSON object. */
static json_t *read_object(FILE *file)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t n = getline(&line, &room, file);
    json_t *object = n > 0 && line[n - 1] == '\n' ? json_loadb(line, (size_t)n, 0, NULL) : NULL;

    free(line);
    if (!json_is_object(object)) {
        json_decref(object);
        return NULL;
    }
    return object;
}

static bool read_head(struct part_file *f, struct problem *why)
{
    const char *unit, *run;

    f->head = read_object(f->side);
    unit = json_string_value(json_object_get(f->head, "by"));
    run = json_string_value(json_object_get(f->head, "run"));
    if (!get_number(f->head, "shard", &f->index) || !get_number(f->head, "of", &f->of) ||
        f->index >= f->of || unit == NULL || run == NULL) {
        f->of = 0;
        return damaged(f, why, "the .shard file beside it does not begin as --shard writes it");
    }
    f->run = run;
    return true;
}

/* Reads the last line without those before it. */
static json_t *read_end(FILE *file)
{
    char *bytes = memory_alloc(END_SIZE);
    off_t size = fseeko(file, 0, SEEK_END) == 0 ? ftello(file) : 0;
    off_t from = size > END_SIZE ? size - END_SIZE : 0;
    ssize_t n = pread_full(fileno(file), bytes, END_SIZE, from);
    json_t *object = NULL;

    if (n > 0 && bytes[n - 1] == '\n') {
        const char *before = memrchr(bytes, '\n', (size_t)n - 1);

        if (before != NULL)
            object = json_loadb(before + 1, (size_t)(bytes + n - before - 1), 0, NULL);
    }
    free(bytes);
    return object;
}

static bool check_end(struct part_file *f, struct problem *why)
{
    long behind_head = ftell(f->side);
    struct stat st;

    f->end = read_end(f->side);
    f->codes = json_object_get(f->end, "diagnostics");
    if (!get_number(f->end, "documents", &f->documents) ||
        !get_number(f->end, "bytes", &f->bytes) || !json_is_object(f->codes) ||
        !json_is_string(json_object_get(f->end, "digest")))
        return damaged(f, why, "the .shard file beside it is not complete");
    get_number(f->end, "warnings", &f->warnings);
    get_number(f->end, "errors", &f->errors);
    if (fstat(f->fd, &st) != 0 || (uint64_t)st.st_size != f->bytes) {
        char text[160];

        snprintf(text, sizeof text, "it has %jd bytes, but %" PRIu64 " were written",
                 (intmax_t)st.st_size, f->bytes);
        return damaged(f, why, text);
    }
    return fseek(f->side, behind_head, SEEK_SET) == 0;
}

/* Both files, or none. */
static void open_quarantine(struct part_file *f)
{
    const char *name = json_string_value(json_object_get(f->end, "quarantine"));
    char *bytes, *places;

    f->quarantine.bytes = -1;
    if (name == NULL || strchr(name, '/') != NULL)
        return;
    bytes = in_same_folder(f->path, name);
    places = with_extension(bytes, ".jsonl");
    f->quarantine.bytes = open_to_read(bytes, 0);
    if (f->quarantine.bytes >= 0)
        f->quarantine.places = fopen(places, "re");
    free(bytes);
    free(places);
}

/* ---- documents ---- */

static bool check_digest(const struct part_file *f, struct problem *why)
{
    const char *written = json_string_value(json_object_get(f->end, "digest"));
    char read[DIGEST_SIZE];

    digest_text(f->read, read);
    return strcmp(read, written) == 0 ||
           damaged(f, why, "its bytes are not those that were written");
}

/* Goes to the next line of the description. */
static bool read_line(struct part_file *f, struct problem *why)
{
    json_decref(f->line);
    f->line = read_object(f->side);
    if (json_object_get(f->line, "digest") != NULL) {
        json_decref(f->line);
        f->line = NULL;
        return check_digest(f, why);
    }
    if (get_number(f->line, "ordinal", &f->ordinal) && get_number(f->line, "bytes", &f->left) &&
        json_is_string(json_object_get(f->line, "document")))
        return true;
    json_decref(f->line);
    f->line = NULL;
    return damaged(f, why, "the .shard file beside it cannot be read");
}

bool part_file_open(struct part_file *f, const char *path, struct problem *why)
{
    *f = (struct part_file){ .path = path, .fd = -1, .quarantine = { .bytes = -1 } };
    f->read = digest_new();
    if (!open_files(f, why) || !read_head(f, why) || !check_end(f, why))
        return false;
    open_quarantine(f);
    return read_line(f, why);
}

ssize_t part_file_read(struct part_file *f, void *buffer, size_t size, struct problem *why)
{
    ssize_t got = read_some(f->fd, buffer, size < f->left ? size : (size_t)f->left);

    if (got > 0) {
        digest_add(f->read, buffer, (size_t)got);
        f->left -= (uint64_t)got;
    } else if (f->left != 0) {
        damaged(f, why, got < 0 ? strerror(errno) : "it has become shorter");
        return -1;
    }
    return got;
}

bool part_file_next(struct part_file *f, struct problem *why)
{
    char buffer[16 * 1024];

    while (f->left != 0)
        if (part_file_read(f, buffer, sizeof buffer, why) < 0) {
            json_decref(f->line);
            f->line = NULL;
            return false;
        }
    return read_line(f, why);
}

struct quarantined_before part_file_quarantined(struct part_file *f, uint64_t records,
                                                uint64_t bytes)
{
    struct quarantined_before q = f->quarantine;

    q.records = records;
    q.size = bytes;
    f->quarantine.offset += bytes;
    return q;
}

void part_file_close(struct part_file *f)
{
    if (f->fd >= 0)
        close(f->fd);
    if (f->side != NULL)
        fclose(f->side);
    if (f->quarantine.bytes >= 0)
        close(f->quarantine.bytes);
    if (f->quarantine.places != NULL)
        fclose(f->quarantine.places);
    json_decref(f->head);
    json_decref(f->line);
    json_decref(f->end);
    digest_free(f->read);
}

int part_file_order(const void *a, const void *b)
{
    const uint64_t i = ((const struct part_file *)a)->index;
    const uint64_t k = ((const struct part_file *)b)->index;

    return (i > k) - (i < k);
}
