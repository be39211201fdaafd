/* commands.c - the commands of biblatex and csquotes in a text, as LaTeX alone has them.
 *
 * Every output knows LaTeX: \mkbibemph{a} is \emph{a}, and \enquote{a} has quotation marks.  What would
 * lose something, such as the key of \textcite{key}, stays (biblatex manual, "Formatting Commands" and
 * "Localization Commands"; csquotes manual, "Basic Commands"). */
#include "text.h"

#include "reader.h"

#include <stdlib.h>

enum what {
    GROUP,  /* BEFORE, the last argument, AFTER */
    QUOTE,  /* the same with quotation marks by their level */
    SIGN,   /* BEFORE; there is no argument */
    STRING, /* the argument is a word of the table below */
    LINK    /* BEFORE, an address and AFTER, without the spaces that TeX passes over */
};

/* Sorted by name.  SKIPPED: arguments, such as a language, before the last one. */
static const struct command {
    const char *name;
    enum what what;
    int skipped;
    const char *before, *after;
} commands[] = {
    { "MakeSentenceCase", GROUP, 0, "", "" },
    { "MakeTitleCase", GROUP, 0, "", "" },
    { "addabbrvspace", SIGN, 0, "~", "" },
    { "addcolon", SIGN, 0, ":", "" },
    { "addcomma", SIGN, 0, ",", "" },
    { "adddot", SIGN, 0, ".", "" },
    { "adddotspace", SIGN, 0, "~", "" },
    { "addexclam", SIGN, 0, "!", "" },
    { "addhighpenspace", SIGN, 0, " ", "" },
    { "addlowpenspace", SIGN, 0, " ", "" },
    { "addnbspace", SIGN, 0, "~", "" },
    { "addnbthinspace", SIGN, 0, "\\,", "" },
    { "addperiod", SIGN, 0, ".", "" },
    { "addquestion", SIGN, 0, "?", "" },
    { "addsemicolon", SIGN, 0, ";", "" },
    { "addslash", SIGN, 0, "/", "" },
    { "addspace", SIGN, 0, " ", "" },
    { "addthinspace", SIGN, 0, "\\,", "" },
    { "autocap", GROUP, 0, "", "" },
    { "bibclosebracket", SIGN, 0, "]", "" },
    { "bibcloseparen", SIGN, 0, ")", "" },
    { "bibdatedash", SIGN, 0, "--", "" },
    { "bibhyperref", GROUP, 0, "", "" },
    { "bibopenbracket", SIGN, 0, "[", "" },
    { "bibopenparen", SIGN, 0, "(", "" },
    { "bibrangedash", SIGN, 0, "--", "" },
    { "bibstring", STRING, 0, "", "" },
    { "enquote", QUOTE, 0, "", "" },
    { "foreignlanguage", GROUP, 1, "{", "}" },
    { "foreignquote", QUOTE, 1, "", "" },
    { "href", LINK, 0, "\\href{", "}{" },
    { "hyphen", SIGN, 0, "-", "" },
    { "hyphenquote", QUOTE, 1, "", "" },
    { "isdot", SIGN, 0, "", "" },
    { "midsentence", SIGN, 0, "", "" },
    { "mkbibacro", GROUP, 0, "{", "}" },
    { "mkbibbold", GROUP, 0, "\\textbf{", "}" },
    { "mkbibbrackets", GROUP, 0, "[", "]" },
    { "mkbibemph", GROUP, 0, "\\emph{", "}" },
    { "mkbibitalic", GROUP, 0, "\\textit{", "}" },
    { "mkbibparens", GROUP, 0, "(", ")" },
    { "mkbibquote", QUOTE, 0, "", "" },
    { "mkbibsubscript", GROUP, 0, "\\textsubscript{", "}" },
    { "mkbibsuperscript", GROUP, 0, "\\textsuperscript{", "}" },
    { "nbhyphen", SIGN, 0, "-", "" },
    { "nohyphenation", GROUP, 0, "", "" },
    { "nopunct", SIGN, 0, "", "" },
    { "ppspace", SIGN, 0, "~", "" },
    { "sqspace", SIGN, 0, "~", "" },
    { "textins", GROUP, 0, "[", "]" },
    { "textnohyphenation", GROUP, 0, "", "" },
    { "textquote", QUOTE, 0, "", "" },
    { "url", LINK, 0, "\\url{", "}" },
};

/* Words of english.lbx, in their long form; sorted. */
static const struct word {
    const char *key, *text;
} words[] = {
    { "and", "and" },
    { "andothers", "et al." },
    { "bathesis", "Bachelor's thesis" },
    { "byauthor", "by" },
    { "byeditor", "edited by" },
    { "bytranslator", "translated by" },
    { "chapter", "chapter" },
    { "edition", "edition" },
    { "editor", "editor" },
    { "editors", "editors" },
    { "forthcoming", "forthcoming" },
    { "in", "in" },
    { "inpreparation", "in preparation" },
    { "inpress", "in press" },
    { "jourser", "series" },
    { "jourvol", "volume" },
    { "mathesis", "Master's thesis" },
    { "newseries", "new series" },
    { "nodate", "no date" },
    { "number", "number" },
    { "oldseries", "old series" },
    { "page", "page" },
    { "pages", "pages" },
    { "part", "part" },
    { "patent", "patent" },
    { "phdthesis", "PhD thesis" },
    { "prepublished", "pre-published" },
    { "resreport", "research report" },
    { "series", "series" },
    { "submitted", "submitted" },
    { "techreport", "technical report" },
    { "translator", "translator" },
    { "version", "version" },
    { "volume", "volume" },
    { "volumes", "volumes" },
    { "with", "with" },
};

/* Groups that are followed; bytes of a language or a word, and of an address. */
enum { NESTED = 32, ARGUMENT = 64, ADDRESS = 2048 };

struct rewriter {
    pc_text *out;
    pc_str rest;
    const char *closers[NESTED]; /* what ends each open group */
    size_t depth, quotes;
};

/* ---- lookups --------------------------------------------------------------------- */

/* Both tables have the name first. */
static int compare(const void *name, const void *row)
{
    const pc_str *sought = name;
    const char *there = *(const char *const *)row;
    int order = strncmp(sought->p, there, sought->n);

    return order == 0 && there[sought->n] != '\0' ? -1 : order;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The name at the start of S, behind the backslash. */
static pc_str name_of(pc_str s)
{
    size_t n = 0;

    while (n < s.n && is_letter(s.p[n]))
        n++;
    return pc_sub(s.p, n);
}

static const struct command *command_of(pc_str name)
{
    return name.n == 0 ? NULL
                       : bsearch(&name, commands, sizeof commands / sizeof commands[0],
                                 sizeof commands[0], compare);
}

/* ---- arguments ------------------------------------------------------------------- */

static pc_str behind_blanks(pc_str s)
{
    while (s.n != 0 && is_blank_char(s.p[0]))
        s = pc_drop(s, 1);
    return s;
}

/* Takes a short argument without groups off S; false when there is none. */
static bool take_argument(pc_str *s, pc_str *argument)
{
    size_t n = 1;

    *s = behind_blanks(*s);
    if (s->n == 0 || s->p[0] != '{')
        return false;
    while (n < s->n && n < ARGUMENT && s->p[n] != '{' && s->p[n] != '}' && s->p[n] != '\\')
        n++;
    if (n == s->n || s->p[n] != '}')
        return false;
    *argument = pc_sub(s->p + 1, n - 1);
    *s = pc_drop(*s, n + 1);
    return true;
}

static void open_group(struct rewriter *w, const char *closer)
{
    if (w->depth < NESTED)
        w->closers[w->depth] = closer;
    w->depth++;
}

/* ---- commands -------------------------------------------------------------------- */

static const char opening[2][4] = { "\u201C", "\u2018" }, closing[2][4] = { "\u201D", "\u2019" };

static bool put_group(struct rewriter *w, const struct command *command, pc_str s)
{
    pc_str argument;

    if (s.n != 0 && s.p[0] == '*')
        s = pc_drop(s, 1);
    for (int i = 0; i < command->skipped; i++) {
        if (!take_argument(&s, &argument))
            return false;
    }
    s = behind_blanks(s);
    if (s.n == 0 || s.p[0] != '{' || w->depth >= NESTED)
        return false;
    w->rest = pc_drop(s, 1);
    if (command->what == QUOTE) {
        pc_text_puts(w->out, opening[w->quotes % 2]);
        open_group(w, closing[w->quotes++ % 2]);
    } else {
        pc_text_puts(w->out, command->before);
        open_group(w, command->after);
    }
    return true;
}

static void put_sign(struct rewriter *w, const struct command *command, pc_str s)
{
    pc_text_puts(w->out, command->before);
    w->rest = pc_starts(s, "{}") ? pc_drop(s, 2) : behind_blanks(s);
}

static bool put_word(struct rewriter *w, pc_str s)
{
    const struct word *word;
    pc_str key;

    if (!take_argument(&s, &key) || (key = pc_trim(key)).n == 0)
        return false;
    word = bsearch(&key, words, sizeof words / sizeof words[0], sizeof words[0], compare);
    if (word == NULL)
        return false;
    pc_text_puts(w->out, word->text);
    w->rest = s;
    return true;
}

static bool put_link(struct rewriter *w, const struct command *command, pc_str s)
{
    const char *end;
    pc_str address;

    s = behind_blanks(s);
    end = pc_starts(s, "{") ? memchr(s.p, '}', s.n < ADDRESS ? s.n : ADDRESS) : NULL;
    if (end == NULL)
        return false;
    address = pc_sub(s.p + 1, (size_t)(end - s.p) - 1);
    if (address.n != 0 && memchr(address.p, '{', address.n) != NULL)
        return false;
    s = pc_drop(s, address.n + 2);
    if (pc_ends(pc_s(command->after), "{")) { /* the text of the link follows */
        s = behind_blanks(s);
        if (!pc_starts(s, "{"))
            return false;
        s = pc_drop(s, 1);
        open_group(w, "}");
    }
    pc_text_puts(w->out, command->before);
    pc_text_add(w->out, address);
    pc_text_puts(w->out, command->after);
    w->rest = s;
    return true;
}

/* Puts COMMAND, behind whose name is BEHIND; false when its arguments are others. */
static bool put_known(struct rewriter *w, const struct command *command, pc_str behind)
{
    switch (command->what) {
    case SIGN:
        put_sign(w, command, behind);
        return true;
    case STRING:
        return put_word(w, behind);
    case LINK:
        return put_link(w, command, behind);
    case GROUP:
    case QUOTE:
        break;
    }
    return put_group(w, command, behind);
}

/* What begins with a backslash. */
static void put_command(struct rewriter *w)
{
    const pc_str name = name_of(pc_drop(w->rest, 1)), behind = pc_drop(w->rest, 1 + name.n);
    const struct command *command = command_of(name);
    size_t n = 1 + name.n;

    if (command != NULL && put_known(w, command, behind))
        return;
    n += name.n == 0 && w->rest.n > 1; /* \{ */
    pc_text_add(w->out, pc_sub(w->rest.p, n));
    w->rest = pc_drop(w->rest, n);
}

static void close_group(struct rewriter *w)
{
    const char *closer = "}";

    if (w->depth != 0 && --w->depth < NESTED)
        closer = w->closers[w->depth];
    w->quotes -= closer == closing[0] || closer == closing[1];
    pc_text_puts(w->out, closer);
    w->rest = pc_drop(w->rest, 1);
}

static bool has_commands(pc_str s)
{
    const char *sign = s.n != 0 ? memchr(s.p, '\\', s.n) : NULL;

    while (sign != NULL) {
        size_t left = s.n - (size_t)(sign - s.p) - 1;

        if (command_of(name_of(pc_sub(sign + 1, left))) != NULL)
            return true;
        sign = memchr(sign + 1, '\\', left);
    }
    return false;
}

static pc_str rewritten(pc_text *buffer, pc_str s)
{
    struct rewriter w = { .out = buffer, .rest = s };

    buffer->n = 0;
    while (w.rest.n != 0) {
        char c = w.rest.p[0];

        if (c == '\\') {
            put_command(&w);
        } else if (c == '}') {
            close_group(&w);
        } else {
            if (c == '{')
                open_group(&w, "}");
            pc_text_putc(buffer, c);
            w.rest = pc_drop(w.rest, 1);
        }
    }
    return pc_text_str(buffer);
}

pc_str text_of_commands(pc_text *buffer, pc_str s)
{
    return has_commands(s) ? rewritten(buffer, s) : s;
}
