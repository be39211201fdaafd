/* host.c - a host as the released header describes it: the rule by which it refuses a module, and a
 * table of that version's size, behind which there is no memory.  It runs the module's input, filter
 * and output, in this order, over standard input.  Options are all zero. */
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <paperconv/plugin.h>

enum { FIELDS = 16, ROOM = 256, MEMORY = 4096 };

struct field {
    char key[ROOM], value[ROOM];
};

struct record {
    pc_record base;
    struct field fields[FIELDS];
    size_t count;
    unsigned line;
};

static struct { /* everything: one document, one thread */
    const struct pc_host *table;
    char line[ROOM];
    unsigned number;
    char memory[MEMORY];
    size_t used;
    struct record created;
    const struct pc_plugin *output;
    void *written; /* its state */
    pc_sink sink;
} host;

static void report(const pc_handle *h, int severity, pc_str at, const char *code, const char *text)
{
    (void)h, (void)at;
    fprintf(stderr, "%s: %s [%s]\n", severity >= PC_ERROR ? "error" : "warning", text, code);
}

static void *scratch(const pc_handle *h, size_t n)
{
    char *p = host.memory + host.used;

    (void)h;
    host.used += (n + 15) / 16 * 16;
    if (host.used > MEMORY)
        abort();
    return memset(p, 0, n);
}

static bool line(pc_source *s, pc_str *text)
{
    (void)s;
    if (fgets(host.line, ROOM, stdin) == NULL)
        return false;
    host.number++;
    *text = pc_sub(host.line, strcspn(host.line, "\n"));
    return true;
}

static void fact(pc_source *s, pc_str key, pc_str value)
{
    (void)s, (void)key, (void)value;
}

static void add(pc_record *rec, pc_str key, pc_str value)
{
    struct record *r = (struct record *)rec;
    struct field *f = &r->fields[r->count++];

    if (r->count == FIELDS)
        abort();
    snprintf(f->key, ROOM, "%.*s", PC_FMT(key));
    snprintf(f->value, ROOM, "%.*s", PC_FMT(value));
}

static void remove_fields(pc_record *rec, pc_str key)
{
    struct record *r = (struct record *)rec;
    size_t kept = 0;

    for (size_t i = 0; i < r->count; i++)
        if (!pc_eq(key, r->fields[i].key))
            r->fields[kept++] = r->fields[i];
    r->count = kept;
}

static bool field(const pc_record *rec, size_t i, pc_str *key, pc_str *value)
{
    const struct record *r = (const struct record *)rec;

    if (i >= r->count)
        return false;
    *key = pc_s(r->fields[i].key);
    *value = pc_s(r->fields[i].value);
    return true;
}

static void start(pc_record *rec, pc_str at)
{
    (void)at;
    ((struct record *)rec)->line = host.number;
}

static void place(const pc_record *rec, struct pc_place *where)
{
    where->document = pc_s("papers");
    where->line = ((const struct record *)rec)->line;
}

static void write_bytes(pc_sink *s, pc_str bytes)
{
    (void)s;
    fwrite(bytes.p, 1, bytes.n, stdout);
}

static pc_record *create(pc_pipe *p, const pc_record *copy_of)
{
    (void)p;
    host.created = *(const struct record *)copy_of;
    return &host.created.base;
}

static void emit(pc_pipe *p, pc_record *rec)
{
    (void)p;
    if (host.output->write(host.written, &host.sink, rec) != PC_OK)
        abort();
}

static const struct pc_host functions = {
    .size = sizeof functions,
    .abi_minor = PC_ABI_MINOR,
    .version = "released",
    .report = report,
    .scratch = scratch,
    .line = line,
    .fact = fact,
    .add = add,
    .remove = remove_fields,
    .field = field,
    .start = start,
    .place = place,
    .write = write_bytes,
    .create = create,
    .emit = emit,
};

/* A copy of the table that ends where memory ends. */
static const struct pc_host *table_at_the_end(void)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *p = mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (p == MAP_FAILED || mprotect(p + page, page, PROT_NONE) != 0)
        abort();
    return memcpy(p + page - sizeof functions, &functions, sizeof functions);
}

static const struct pc_plugin *plugin_of(const struct pc_module *m, uint32_t kind)
{
    for (uint32_t i = 0; i < m->plugin_count; i++)
        if (m->plugins[i]->kind == kind)
            return m->plugins[i];
    abort();
}

static void *new_state(const struct pc_plugin *p)
{
    void *state = calloc(1, p->state_size + 1);
    pc_stage stage = { { host.table } };

    if (state == NULL || (p->open != NULL && p->open(state, &stage) != PC_OK))
        abort();
    return state;
}

static void convert(const struct pc_module *m)
{
    const struct pc_plugin *input = plugin_of(m, PC_KIND_INPUT);
    const struct pc_plugin *filter = plugin_of(m, PC_KIND_FILTER);
    void *read = new_state(input), *passed = new_state(filter);
    pc_source source = { { host.table } };
    pc_pipe pipe = { { host.table } };
    struct record rec;
    int status;

    host.output = plugin_of(m, PC_KIND_OUTPUT);
    host.written = new_state(host.output);
    host.sink.h.host = host.table;
    do {
        rec = (struct record){ .base = { { host.table } } };
        host.used = 0;
        status = input->next(read, &source, &rec.base);
        if (status == PC_OK && filter->apply(passed, &pipe, &rec.base) == PC_OK)
            emit(&pipe, &rec.base);
    } while (status == PC_OK || status == PC_BAD || status == PC_SKIP);
    free(read);
    free(passed);
    free(host.written);
}

int main(int argc, char **argv)
{
    void *handle = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    const struct pc_module *m =
        handle != NULL ? (const struct pc_module *)dlsym(handle, "paperconv_module_v1") : NULL;

    if (m == NULL)
        return 1;
    if (m->needs_minor > PC_ABI_MINOR) {
        fprintf(stderr, "it needs SDK 1.%u and this is SDK 1.%u: install a newer paperconv\n",
                (unsigned)m->needs_minor, (unsigned)PC_ABI_MINOR);
        return 3;
    }
    host.table = table_at_the_end();
    convert(m);
    return 0;
}
