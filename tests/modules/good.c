/* good.c - a module without a fault, with an option of every type and a companion. */
#include "paperconv/plugin.h"

struct good {
    bool reverse;
    int64_t max_authors;
    double ratio;
    pc_str label;
    int64_t style;
};

static const pc_option options[] = { PC_OPT_BOOL(struct good, reverse, "Last record first"),
                                     PC_OPT_INT(struct good, max_authors, "3", "Authors to keep"),
                                     PC_OPT_NUMBER(struct good, ratio, "0.5", "How much to keep"),
                                     PC_OPT_STRING(struct good, label, NULL, "What to call it"),
                                     PC_OPT_CHOICE(struct good, style, "short|long", "short",
                                                   "How to print it"),
                                     PC_OPT_END };
static const char *const texts[] = { "schema", "{}\n", NULL };

static int good_sniff(pc_str head, pc_str name, const char **why)
{
    (void)head;
    (void)name;
    (void)why;
    return 0;
}

static int good_next(void *state, pc_source *src, pc_record *rec)
{
    (void)state;
    (void)src;
    (void)rec;
    return PC_END;
}

static int csl_write(void *state, pc_sink *out, const pc_record *rec)
{
    (void)state;
    (void)out;
    (void)rec;
    return PC_OK;
}

PC_INPUT(good, .threads = PC_INSTANCE, .uses = PC_USES_FILES | PC_USES_EXEC, .version = "1.2",
         .summary = "Nothing, well", .extensions = "good fine:max_authors=9", .texts = texts,
         .options = options, .state_size = sizeof(struct good), .sniff = good_sniff,
         .next = good_next);
PC_OUTPUT(csl_json, .version = "1.2", .extensions = "fine json", .write = csl_write);
PC_OUTPUT(other, .version = "1.2", .extensions = "json", .write = csl_write);
PC_MODULE(&good, &csl_json, &other);
