/* limits.c - the table of the limits. */
#include "base/limits.h"

#include "paperconv/plugin.h"

#include <inttypes.h>
#include <stdlib.h>

#define KIB ((uint64_t)1 << 10)
#define MIB ((uint64_t)1 << 20)
#define GIB ((uint64_t)1 << 30)

static const struct limit_line {
    const char *name;
    uint64_t fallback;
    const char *code;     /* of the error when the limit is exceeded */
    const char *sentence; /* %s stands for the limit */
} limit_lines[LIMIT_COUNT] = {
    [LIMIT_LINE] = { "line", MIB, "line-too-long", "a line is longer than %s bytes" },
    [LIMIT_RECORD] = { "record", 4 * MIB, "record-too-long",
                       "a record takes more than %s bytes of the document" },
    [LIMIT_OUTPUT] = { "output", 8 * MIB, "output-too-long",
                       "the output for the record is longer than %s bytes" },
    [LIMIT_MEMBERS] = { "members", 100000, "too-many-members",
                        "the archive holds more members than %s" },
    [LIMIT_MEMBER] = { "member", 16 * GIB, "member-too-large",
                       "this unpacks to more than %s bytes" },
    [LIMIT_RATIO] = { "ratio", 1000, "ratio-too-high",
                      "this unpacks to more than %s times its size" },
    [LIMIT_DEPTH] = { "depth", 8, "archive-too-deep",
                      "this archive is nested deeper than %s levels" },
    [LIMIT_SPOOL] = { "spool", GIB, "archive-needs-file",
                      "an archive that needs a temporary file may have at most %s bytes" },
    [LIMIT_DIAGNOSTICS] = { "diagnostics", 20, NULL, NULL },
    [LIMIT_CALLBACK] = { "callback", 60, NULL, NULL }, /* reported by the crash handler */
};

struct limits limits_default(void)
{
    struct limits l;

    for (int i = 0; i < LIMIT_COUNT; i++)
        l.of[i] = limit_lines[i].fallback;
    return l;
}

/* ---- the option ---- */

/* Reads "none", or a number that may end with K, M or G. */
static bool read_amount(const char *text, uint64_t *amount)
{
    static const struct {
        const char *suffix;
        uint64_t factor;
    } units[] = { { "", 1 }, { "K", KIB }, { "M", MIB }, { "G", GIB } };
    size_t digits = strspn(text, "0123456789");

    if (strcmp(text, "none") == 0) {
        *amount = UINT64_MAX;
        return true;
    }
    for (size_t i = 0; digits > 0 && digits < 10 && i < sizeof units / sizeof *units; i++) {
        if (strcmp(text + digits, units[i].suffix) == 0) {
            *amount = strtoull(text, NULL, 10) * units[i].factor;
            return true;
        }
    }
    return false;
}

static void list_names(char *text, size_t size)
{
    size_t n = 0;

    for (int i = 0; i < LIMIT_COUNT; i++)
        n += (size_t)snprintf(text + n, size - n, "%s%s", i > 0 ? "|" : "", limit_lines[i].name);
}

bool limits_set(struct limits *l, const char *word, struct problem *why)
{
    size_t length = strcspn(word, "=");
    char names[120];

    for (int i = 0; i < LIMIT_COUNT; i++) {
        if (word[length] != '=' || !pc_eq(pc_sub(word, length), limit_lines[i].name))
            continue;
        if (read_amount(word + length + 1, &l->of[i]))
            return true;
        problem_set(why, PC_ERROR, "usage",
                    "--limit %s takes a number, such as 500, 64K, 2M or 1G, or none, not '%s'",
                    limit_lines[i].name, word + length + 1);
        return false;
    }
    list_names(names, sizeof names);
    problem_set(why, PC_ERROR, "usage", "--limit takes NAME=N, where NAME is %s, not '%s'", names,
                word);
    return false;
}

/* ---- exceeding a limit ---- */

/* Writes 4194304 as "4M". */
static void show_amount(uint64_t amount, char *text, size_t size)
{
    static const char *const units[] = { "", "K", "M", "G" };
    size_t unit = 0;

    for (; unit < 3 && amount >= KIB && amount % KIB == 0; unit++)
        amount /= KIB;
    snprintf(text, size, "%" PRIu64 "%s", amount, units[unit]);
}

void limits_met(const struct limits *l, enum limit which, struct problem *p)
{
    const struct limit_line *line = &limit_lines[which];
    char amount[24], text[200];

    show_amount(l->of[which], amount, sizeof amount);
    snprintf(text, sizeof text, line->sentence, amount);
    problem_set(p, PC_ERROR, line->code, "%s; '--limit %s=N' allows more", text, line->name);
}
