/* reporter.c - diagnostics as text, JSON Lines and workflow annotations. */
#include "diagnostics/reporter.h"

#include "base/io.h"
#include "base/printable.h"

#include <ctype.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

const char *severity_name(int severity)
{
    if (severity >= PC_ERROR)
        return "error";
    if (severity >= PC_WARNING)
        return "warning";
    return severity >= PC_NOTE ? "note" : "detail";
}

static void put_format(pc_text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put_format(pc_text *t, const char *format, ...)
{
    char text[1024];
    va_list ap;

    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    pc_text_puts(t, text);
}

/* ---- text ---- */

struct colours { /* ANSI escape sequences */
    const char *severity, *place, *end;
};

static const struct colours plain = { "", "", "" };

static const struct colours *colours_of(int severity)
{
    static const struct colours error = { "\033[1;31m", "\033[1m", "\033[0m" };
    static const struct colours warning = { "\033[1;35m", "\033[1m", "\033[0m" };
    static const struct colours note = { "\033[1;36m", "\033[1m", "\033[0m" };

    return severity >= PC_ERROR ? &error : severity >= PC_WARNING ? &warning : &note;
}

static void put_place(pc_text *t, const char *document, const char *member, uint64_t line)
{
    pc_text_puts(t, document);
    if (member != NULL) {
        pc_text_puts(t, "!/");
        pc_text_puts(t, member);
    }
    if (line != 0)
        put_format(t, ":%" PRIu64, line);
}

static void put_location(pc_text *t, const struct diagnostic *d)
{
    if (d->document == NULL) {
        pc_text_puts(t, "paperconv");
        return;
    }
    put_place(t, d->document, d->member, d->line);
    if (d->column != 0)
        put_format(t, ":%" PRIu64, d->column);
}

/* A character that cannot be shown becomes a space, so that the caret is below its place. */
static void put_excerpt(pc_text *t, const struct diagnostic *d, const struct colours *c)
{
    pc_str left = d->excerpt;

    pc_text_puts(t, "  ");
    while (left.n > 0) {
        size_t n = printable_length(left.p, left.n), length = n;

        if (n == 0)
            for (length = 1; length < left.n && ((unsigned char)left.p[length] & 0xC0) == 0x80;)
                length++;
        pc_text_add(t, n != 0 ? pc_sub(left.p, n) : pc_s(" "));
        left = pc_drop(left, length);
    }
    pc_text_puts(t, "\n  ");
    for (size_t i = 0; i < d->caret; i++)
        pc_text_putc(t, ' ');
    put_format(t, "%s^", c->severity);
    for (size_t i = 1; i < d->span; i++)
        pc_text_putc(t, '~');
    put_format(t, "%s\n", c->end);
}

/* " (from page.txt:12)": where the record says that it was read before. */
static void put_statement(pc_text *t, const struct diagnostic *d)
{
    if (d->stated.document == NULL)
        return;
    pc_text_puts(t, " (from ");
    put_place(t, d->stated.document, d->stated.member, d->stated.line);
    pc_text_putc(t, ')');
}

static void put_text(pc_text *t, const struct diagnostic *d, const struct colours *c)
{
    pc_text_puts(t, c->place);
    put_location(t, d);
    put_format(t, ":%s %s%s:%s ", c->end, c->severity, severity_name(d->problem.severity), c->end);
    pc_text_puts(t, d->problem.text);
    put_statement(t, d);
    put_format(t, " [%s]\n", d->problem.code);
    if (d->excerpt.p != NULL && d->excerpt.n != 0)
        put_excerpt(t, d, c);
}

/* ---- JSON ---- */

static json_t *statement_json(const struct diagnostic *d)
{
    json_t *object =
        json_pack("{s:s, s:s*}", "document", d->stated.document, "member", d->stated.member);

    if (d->stated.line != 0)
        json_object_set_new(object, "line", json_integer((json_int_t)d->stated.line));
    return object;
}

/* Without a newline at the end. */
static void put_json(pc_text *t, const struct diagnostic *d)
{
    json_t *object =
        json_pack("{s:s, s:s, s:s, s:s*, s:s*}", "severity", severity_name(d->problem.severity),
                  "code", d->problem.code, "text", d->problem.text, "document", d->document,
                  "member", d->member); /* s*: left out when NULL */
    char *line;

    if (d->line != 0)
        json_object_set_new(object, "line", json_integer((json_int_t)d->line));
    if (d->column != 0)
        json_object_set_new(object, "column", json_integer((json_int_t)d->column));
    if (d->stated.document != NULL)
        json_object_set_new(object, "source", statement_json(d));
    line = json_dumps(object, JSON_COMPACT);
    if (line != NULL)
        pc_text_puts(t, line);
    free(line);
    json_decref(object);
}

static void put_json_line(pc_text *t, const struct diagnostic *d)
{
    put_json(t, d);
    pc_text_putc(t, '\n');
}

/* ---- GitHub: https://docs.github.com/actions, "workflow commands" ---- */

/* In a NAME, bytes that are not printable stand as %0A already, see printable.h. */
static void put_escaped(pc_text *t, const char *text, const char *special, bool name)
{
    for (; *text != '\0'; text++) {
        bool encoded = name && text[0] == '%' && isxdigit((unsigned char)text[1]) &&
                       isxdigit((unsigned char)text[2]);

        if (strchr(special, *text) != NULL && !encoded)
            put_format(t, "%%%02X", (unsigned)(unsigned char)*text);
        else
            pc_text_putc(t, *text);
    }
}

static void put_github(pc_text *t, const struct diagnostic *d)
{
    pc_text statement = { NULL, 0, 0 };
    const char *level =
        d->problem.severity >= PC_NOTE ? severity_name(d->problem.severity) : "debug";

    if (strcmp(level, "note") == 0)
        level = "notice";
    put_format(t, "::%s ", level);
    if (d->document != NULL) {
        pc_text_puts(t, "file=");
        put_escaped(t, d->document, "%\r\n:,", true);
        pc_text_putc(t, ',');
    }
    if (d->line != 0)
        put_format(t, "line=%" PRIu64 ",", d->line);
    if (d->column != 0)
        put_format(t, "col=%" PRIu64 ",", d->column);
    put_format(t, "title=%s::", d->problem.code);
    if (d->member != NULL) {
        put_escaped(t, d->member, "%\r\n", true);
        pc_text_puts(t, ": ");
    }
    put_escaped(t, d->problem.text, "%\r\n", false);
    put_statement(&statement, d);
    pc_text_putc(&statement, '\0');
    put_escaped(t, statement.p, "%\r\n", true);
    pc_text_free(&statement);
    pc_text_putc(t, '\n');
}

/* ---- the reporter ---- */

/* True for a terminal, unless the user declines colours: https://no-color.org */
static bool use_colours(void)
{
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");

    return isatty(STDERR_FILENO) && (no_color == NULL || *no_color == '\0') && terminal != NULL &&
           strcmp(terminal, "dumb") != 0;
}

static bool is_in_workflow(void)
{
    const char *actions = getenv("GITHUB_ACTIONS");

    return actions != NULL && strcmp(actions, "true") == 0;
}

void reporter_open(struct reporter *r, enum diagnostics_format format, int verbosity, bool strict,
                   uint64_t most)
{
    *r = (struct reporter){ .format = format,
                            .verbosity = verbosity,
                            .strict = strict,
                            .most = most,
                            .in_workflow = is_in_workflow(),
                            .colours = format == DIAGNOSTICS_TEXT && use_colours() };
}

static bool severity_is_shown(const struct reporter *r, int severity)
{
    if (severity >= (r->strict ? PC_WARNING : PC_ERROR))
        return true;
    return severity >= PC_NOTE ? r->verbosity >= 0 : r->verbosity > 0;
}

/* In a workflow the runner takes a line that begins with "::", or holds "##[", for a command:
 * such lines of ours that may hold words of a document are broken up.
 * https://github.com/actions/runner, ActionCommand.cs */
static void put_without_commands(pc_text *t, pc_str line, enum diagnostics_format format)
{
    size_t spaces = 0;

    while (spaces < line.n && line.p[spaces] == ' ')
        spaces++;
    for (size_t i = 0; i < line.n; i++) {
        pc_str rest = pc_drop(line, i);

        if (pc_starts(rest, "##["))
            pc_text_puts(t, format == DIAGNOSTICS_JSON ? "\\u0023" : "# ");
        else
            pc_text_putc(t, line.p[i]);
        if (i == spaces && pc_starts(rest, "::"))
            pc_text_putc(t, ' ');
    }
}

static void write_text(struct reporter *r)
{
    pc_text safe = { NULL, 0, 0 };
    pc_str left = pc_text_str(&r->text);

    while (r->in_workflow && r->format != DIAGNOSTICS_GITHUB && left.n > 0) {
        const char *end = memchr(left.p, '\n', left.n);
        size_t n = end != NULL ? (size_t)(end - left.p) + 1 : left.n;

        put_without_commands(&safe, pc_sub(left.p, n), r->format);
        left = pc_drop(left, n);
    }
    left = safe.n > 0 ? pc_text_str(&safe) : pc_text_str(&r->text);
    write_full(STDERR_FILENO, left.p, left.n); /* a failure could not be reported */
    r->text.n = 0;
    pc_text_free(&safe);
}

/* TEXT is a diagnostic as JSON; ONCE: its code is kept once. */
static void keep_text(struct reporter *r, const char *code, bool once, pc_str text)
{
    struct tally *kept = tally_add(&r->kept, &r->arena, code, 0);

    if (kept->count >= (once ? 1 : r->most))
        return;
    kept->count++;
    pc_text_puts(&r->problems, r->problems.n != 0 ? ",\n  " : "\n  ");
    pc_text_add(&r->problems, text);
    if (r->log != NULL)
        json_array_append_new(r->log, json_pack("{s:s, s:s%, s:b}", "code", code, "text", text.p,
                                                text.n, "once", once));
}

static void keep_diagnostic(struct reporter *r, const struct diagnostic *d)
{
    pc_text text = { NULL, 0, 0 };

    put_json(&text, d);
    keep_text(r, d->problem.code, d->once, pc_text_str(&text));
    pc_text_free(&text);
}

void reporter_keep_log(struct reporter *r, const char *log)
{
    json_t *array = json_loads(log, 0, NULL), *entry;
    size_t i;

    json_array_foreach(array, i, entry)
    {
        const char *code = json_string_value(json_object_get(entry, "code"));
        const json_t *text = json_object_get(entry, "text");

        if (code != NULL && json_is_string(text))
            keep_text(r, code, json_is_true(json_object_get(entry, "once")),
                      pc_sub(json_string_value(text), json_string_length(text)));
    }
    json_decref(array);
}

static void put_diagnostic(struct reporter *r, const struct diagnostic *d)
{
    struct tally *shown = tally_add(&r->shown, &r->arena, d->problem.code, 0);

    if (!severity_is_shown(r, d->problem.severity) || shown->count >= (d->once ? 1 : r->most))
        return;
    shown->count++;
    if (r->format == DIAGNOSTICS_JSON)
        put_json_line(&r->text, d);
    else if (r->format == DIAGNOSTICS_GITHUB)
        put_github(&r->text, d);
    else
        put_text(&r->text, d, r->colours ? colours_of(d->problem.severity) : &plain);
}

void reporter_print(struct reporter *r, struct diagnostics *diagnostics)
{
    diagnostics_sort(diagnostics);
    for (size_t i = 0; i < diagnostics->codes.count; i++) {
        const struct tally *t = &diagnostics->codes.items[i];

        tally_add(&r->codes, &r->arena, t->name, t->count)->severity = t->severity;
        r->errors += t->severity >= PC_ERROR ? t->count : 0;
        r->warnings += t->severity >= PC_WARNING && t->severity < PC_ERROR ? t->count : 0;
    }
    for (size_t i = 0; i < diagnostics->count; i++) {
        if (r->keeps)
            keep_diagnostic(r, &diagnostics->items[i]);
        put_diagnostic(r, &diagnostics->items[i]);
    }
    write_text(r);
}

void reporter_problem(struct reporter *r, const struct problem *p)
{
    struct diagnostics diagnostics = { .items = NULL };

    diagnostics_problem(&diagnostics, p, NULL, NULL, 0);
    reporter_print(r, &diagnostics);
    diagnostics_free(&diagnostics);
}

void reporter_message(struct reporter *r, const char *format, ...)
{
    char text[512];
    va_list ap;

    if (r->format != DIAGNOSTICS_TEXT)
        return;
    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    make_printable(text);
    put_format(&r->text, "paperconv: %s\n", text);
    write_text(r);
}

static void say_what_is_not_shown(struct reporter *r)
{
    for (size_t i = 0; i < r->codes.count; i++) {
        const struct tally *t = &r->codes.items[i];
        struct tally *shown = tally_add(&r->shown, &r->arena, t->name, 0);
        uint64_t left = t->count - shown->count;

        if (severity_is_shown(r, t->severity) && left > 0)
            reporter_message(r,
                             left == 1 ? "%" PRIu64 " more %s [%s] is not shown"
                                       : "%" PRIu64 " more %ss [%s] are not shown",
                             left, severity_name(t->severity), t->name);
        shown->count = t->count;
    }
}

void reporter_summary(struct reporter *r, const char *text)
{
    struct diagnostic d = { .document = NULL };

    if (!severity_is_shown(r, PC_NOTE))
        return;
    say_what_is_not_shown(r);
    problem_set(&d.problem, PC_NOTE, "summary", "%s", text);
    if (r->format == DIAGNOSTICS_JSON)
        put_json_line(&r->text, &d);
    else if (r->format == DIAGNOSTICS_GITHUB)
        put_github(&r->text, &d);
    else
        put_format(&r->text, "paperconv: %s\n", text);
    write_text(r);
}

void reporter_close(struct reporter *r)
{
    say_what_is_not_shown(r);
    free(r->codes.items);
    free(r->shown.items);
    free(r->kept.items);
    pc_text_free(&r->problems);
    json_decref(r->log);
    pc_text_free(&r->text);
    arena_free(&r->arena);
}
