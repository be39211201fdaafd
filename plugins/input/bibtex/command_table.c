/* command_table.c - commands that LaTeX does not have by itself, and what they are in LaTeX alone.
 *
 * They are those of biblatex and csquotes, and those that databases write: MathSciNet (\cprime), ADS (\nbsp), APS
 * (\ifmmode ... \else ... \fi), btxdoc (\noopsort); quotation marks such as \glqq are those of babel.
 *
 * Every output knows LaTeX: \mkbibemph{a} is \emph{a}, and \enquote{a} has quotation marks.  What would
 * lose something, such as the key of \textcite{key}, stays (biblatex manual, "Formatting Commands" and
 * "Localization Commands"; csquotes manual, "Basic Commands"). */
#include "command_table.h"

#include <stdlib.h>

/* Sorted by name. */
static const struct command commands[] = {
    { "BibTeX", LETTER, 0, "BibTeX", "" },
    { "Dbar", LETTER, 0, "\u0110", "" },
    { "EUR", LETTER, 0, "\u20AC", "" },
    { "MakeSentenceCase", GROUP, 0, "", "" },
    { "MakeTitleCase", GROUP, 0, "", "" },
    { "NoopSort", NOTHING, 0, "", "" },
    { "Noopsort", NOTHING, 0, "", "" },
    { "SortNoop", NOTHING, 0, "", "" },
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
    { "cdprime", LETTER, 0, "\u02BA", "" },
    { "color", NOTHING, 0, "", "" },
    { "cprime", LETTER, 0, "\u02B9", "" },
    { "dbar", LETTER, 0, "\u0111", "" },
    { "degree", LETTER, 0, "\u00B0", "" },
    { "enquote", QUOTE, 0, "", "" },
    { "euro", LETTER, 0, "\u20AC", "" },
    { "fg", LETTER, 0, "~\u00BB", "" },
    { "fi", END, 0, "", "" },
    { "flq", LETTER, 0, "\u2039", "" },
    { "flqq", LETTER, 0, "\u00AB", "" },
    { "foreignlanguage", GROUP, 1, "{", "}" },
    { "foreignquote", QUOTE, 1, "", "" },
    { "frq", LETTER, 0, "\u203A", "" },
    { "frqq", LETTER, 0, "\u00BB", "" },
    { "glq", LETTER, 0, "\u201A", "" },
    { "glqq", LETTER, 0, "\u201E", "" },
    { "grq", LETTER, 0, "\u2018", "" },
    { "grqq", LETTER, 0, "\u201C", "" },
    { "gt", LETTER, 0, "{\\textgreater}", "" },
    { "href", LINK, 0, "\\href{", "}{" },
    { "hskip", LENGTH, 0, " ", "" },
    { "hyphen", SIGN, 0, "-", "" },
    { "hyphenquote", QUOTE, 1, "", "" },
    { "ifmmode", BRANCH, 0, "", "" },
    { "isdot", SIGN, 0, "", "" },
    { "kern", LENGTH, 0, "", "" },
    { "lt", LETTER, 0, "{\\textless}", "" },
    { "mdash", LETTER, 0, "---", "" },
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
    { "mkern", LENGTH, 0, "", "" },
    { "mskip", LENGTH, 0, " ", "" },
    { "nbhyphen", SIGN, 0, "-", "" },
    { "nbsp", LETTER, 0, "~", "" },
    { "ndash", LETTER, 0, "--", "" },
    { "nohyphenation", GROUP, 0, "", "" },
    { "noop", NOTHING, 0, "", "" },
    { "noopSort", NOTHING, 0, "", "" },
    { "noopsort", NOTHING, 0, "", "" },
    { "nopunct", SIGN, 0, "", "" },
    { "og", LETTER, 0, "\u00AB~", "" },
    { "ppspace", SIGN, 0, "~", "" },
    { "singleletter", GROUP, 0, "", "" },
    { "sortnoop", NOTHING, 0, "", "" },
    { "sqspace", SIGN, 0, "~", "" },
    { "textcolor", GROUP, 1, "{", "}" },
    { "textins", GROUP, 0, "[", "]" },
    { "textnohyphenation", GROUP, 0, "", "" },
    { "textquote", QUOTE, 0, "", "" },
    { "url", LINK, 0, "\\url{", "}" },
    { "vskip", LENGTH, 0, " ", "" },
    { "xspace", LETTER, 0, "", "" },
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

/* Both tables have the name first. */
static int compare(const void *name, const void *row)
{
    const pc_str *sought = name;
    const char *there = *(const char *const *)row;
    int order = strncmp(sought->p, there, sought->n);

    return order == 0 && there[sought->n] != '\0' ? -1 : order;
}

const struct command *command_of(pc_str name)
{
    return name.n == 0 ? NULL
                       : bsearch(&name, commands, sizeof commands / sizeof commands[0],
                                 sizeof commands[0], compare);
}

const char *word_of(pc_str key)
{
    const struct word *word =
        bsearch(&key, words, sizeof words / sizeof words[0], sizeof words[0], compare);

    return word != NULL ? word->text : NULL;
}
