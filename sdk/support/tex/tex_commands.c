/* tex_commands.c - the LaTeX commands outside mathematics, except those that refer to other
 * places of a document. */
#include "tex_commands.h"

#include <stdlib.h>

#include "latin.h"

/* In the order of strcmp(). */
/* clang-format off */
static const char *const commands[] = {
    "Huge", "LARGE", "LaTeX", "LaTeXe", "Large", "TeX", "bf", "bfseries", "bigskip",
    "centering", "centerline", "em", "emph", "ensuremath", "fbox", "footnote",
    "footnotesize", "guillemotleft", "guillemotright", "guilsinglleft", "guilsinglright", "hfill",
    "href", "hspace", "huge", "it", "itshape", "large", "linebreak", "mbox",
    "mdseries", "medskip", "newline", "nobreakspace", "noindent", "nolinebreak", "normalfont",
    "normalsize", "par", "protect", "qquad", "quotedblbase", "quotesinglbase", "rm",
    "rmfamily", "sc", "scriptsize", "scshape", "sf", "sffamily", "sl", "slshape", "small",
    "smallskip", "space", "t", "text", "textasciiacute", "textasciibreve", "textasciicaron",
    "textasciidieresis", "textasciigrave", "textasciimacron", "textasteriskcentered", "textbaht",
    "textbardbl", "textbf", "textcelsius", "textdagger", "textdaggerdbl", "textdiv",
    "textdollaroldstyle", "textdownarrow", "textestimated", "textfractionsolidus", "textit",
    "textleftarrow", "textlnot", "textmd", "textmho", "textminus", "textmusicalnote",
    "textnormal", "textnumero", "textohm", "textonesuperior", "textparagraph", "textpm",
    "textquestiondown", "textquotesingle", "textquotestraightbase", "textrightarrow", "textrm",
    "textsc", "textsection", "textsf", "textsl", "textsubscript", "textsuperscript", "textsurd",
    "textthreesuperior", "texttimes", "texttt", "texttwosuperior", "textup", "textuparrow",
    "textvisiblespace", "thinspace", "tiny", "tt", "ttfamily", "underline", "upshape", "url",
    "vspace",
};
/* clang-format on */

static int compare_command(const void *name, const void *command)
{
    const pc_str *sought = name;
    const char *entry = *(const char *const *)command;
    int order = strncmp(sought->p, entry, sought->n);

    return order == 0 && entry[sought->n] != '\0' ? -1 : order;
}

bool pc_tex_is_command(pc_str name)
{
    return pc_latin_mark(name) != 0 || pc_latin_named(PC_LATIN_TEXT, name) != 0 ||
           bsearch(&name, commands, sizeof commands / sizeof commands[0], sizeof commands[0],
                   compare_command) != NULL;
}
