/* furniture.c - lines of pages of arXiv that belong to no paper, as of 2026: the menus and footers
 * that all pages share, also before 2024, and the links and side column of abstract pages. */
#include "arxiv.h"
#include "paperconv/arxiv.h"
#include "paperconv/lines.h"

/* The archives and groups, as pages print them (arxiv.org/category_taxonomy, 2026). */
static const arxiv_known archives = {
    ['a' - 'a'] = { "astrophysics" },
    ['c' - 'a'] = { "computer science", "condensed matter" },
    ['e' - 'a'] = { "economics", "electrical engineering and systems science" },
    ['g' - 'a'] = { "general relativity and quantum cosmology" },
    ['h' - 'a'] = { "high energy physics - experiment", "high energy physics - lattice",
                    "high energy physics - phenomenology", "high energy physics - theory" },
    ['m' - 'a'] = { "mathematical physics", "mathematics" },
    ['n' - 'a'] = { "nonlinear sciences", "nuclear experiment", "nuclear theory" },
    ['p' - 'a'] = { "physics" },
    ['q' - 'a'] = { "quantitative biology", "quantitative finance", "quantum physics" },
    ['s' - 'a'] = { "statistics" },
};

static const arxiv_known furniture = {
    ['a' - 'a'] = { "and member institutions", "about", "archive",
                    "arxiv is now an independent nonprofit!", "arxiv logo*", "arxiv.org > *",
                    "arxiv > *", "all fields", "accessibility", "arxiv operational status*",
                    "about help contact subscribe*", "about \u00b7 help*", "author" },
    ['c' - 'a'] = { "cornell university", "cornell university library", "cornell university logo",
                    "contact", "copyright", "copyright privacy policy*", "close menu" },
    ['d' - 'a'] = { "donate" },
    ['e' - 'a'] = { "email" },
    ['g' - 'a'] = { "get status notifications via*", "go" },
    ['h' - 'a'] = { "help pages", "help | advanced search", "help" },
    ['i' - 'a'] = { "institutions, and all contributors.*", "institutions*" },
    ['l' - 'a'] = { "login", "log in", "learn more" },
    ['m' - 'a'] = { "major funding support from", "member" },
    ['o' - 'a'] = { "operational status*", "or slack", "open menu" },
    ['p' - 'a'] = { "press enter to search*", "privacy", "privacy policy" },
    ['q' - 'a'] = { "quick links" },
    ['s' - 'a'] = { "skip to main content*", "search", "submit", "search or article id*",
                    "search arxiv*", "search...", "subscribe", "simons foundation*",
                    "schmidt sciences" },
    ['t' - 'a'] = { "the simons foundation", "title" },
    ['w' - 'a'] = { "we gratefully acknowledge support from*", "web accessibility assistance" },
    [ARXIV_NO_LETTER] = { "\u00d7", ">", "(help | advanced search)", "\u00b7", "[ ]", "[]",
                          "[piwik]", ", and all contributors.*", "[ ] go" },
};

/* The ids of the archives, which stand in the head beside the logo. */
static const arxiv_known archive_ids = {
    ['a' - 'a'] = { "astro-ph" },
    ['c' - 'a'] = { "cond-mat", "cs" },
    ['e' - 'a'] = { "econ", "eess" },
    ['g' - 'a'] = { "gr-qc" },
    ['h' - 'a'] = { "hep-ex", "hep-lat", "hep-ph", "hep-th" },
    ['m' - 'a'] = { "math", "math-ph" },
    ['n' - 'a'] = { "nlin", "nucl-ex", "nucl-th" },
    ['p' - 'a'] = { "physics" },
    ['q' - 'a'] = { "q-bio", "q-fin", "quant-ph" },
    ['s' - 'a'] = { "stat" },
};

/* True when the second letters of LINE and PATTERN tell that they do not match. */
static bool differs_early(pc_str line, const char *pattern)
{
    return pattern[1] >= 'a' && pattern[1] <= 'z' &&
           (line.n < 2 || (line.p[1] | 0x20) != pattern[1]);
}

bool arxiv_is_known(arxiv_known known, pc_str line)
{
    enum { LONGEST = 320 }; /* with the names in it */
    const char *const *row;
    size_t letter;

    if (line.n == 0 || line.n > LONGEST)
        return false;
    letter = (size_t)(*line.p | 0x20) - 'a';
    row = known[letter < ARXIV_NO_LETTER ? letter : ARXIV_NO_LETTER];
    while (*row != NULL && differs_early(line, *row))
        row++;
    return *row != NULL && pc_lines_match(line, row);
}

bool arxiv_is_archive(pc_str line)
{
    return line.n < 48 && arxiv_is_known(archives, line);
}

/* "[                    ]", a field of a form in a text browser, perhaps with a word in it. */
static bool is_form_field(pc_str line)
{
    return line.n > 2 && *line.p == '[' && (line.p[1] == ' ' || pc_ends(line, " ]")) &&
           memchr(line.p, ']', line.n) != NULL;
}

bool arxiv_is_furniture(pc_str line)
{
    static const char *const bullets[] = { "\u2022 ", "* ", "+ ", "- " };

    if (line.n > 200)
        return false;
    for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
        if (arxiv_cut(&line, bullets[i]))
            line = pc_lines_trim(line);
    }
    return line.n == 0 || is_form_field(line) || arxiv_is_known(furniture, line) ||
           (line.n < 9 && arxiv_is_known(archive_ids, line)) || arxiv_is_archive(line);
}

bool arxiv_begins_every_page(pc_str line)
{
    static const char *const begins[] = { "skip to main content*",
                                          "we gratefully acknowledge support from*", NULL };

    return pc_lines_match(line, begins);
}

void arxiv_furniture_tables(struct arxiv_page *page,
                            void (*add)(struct arxiv_page *page, const arxiv_known *known))
{
    add(page, &furniture);
    add(page, &archives);
    add(page, &archive_ids);
}

/* ---- abstract pages ---------------------------------------------------------------- */

/* Lines between the parts of a page and behind them, which no other page has. */
const arxiv_known arxiv_abs_lines = {
    ['a' - 'a'] = { "arxiv-issued doi via datacite*", "access paper:*", "about arxivlabs*",
                    "alphaxiv*", "author" },
    ['b' - 'a'] = { "bookmark", "bibsonomy*", "bibliographic *" },
    ['c' - 'a'] = { "current browse context:", "change to browse by:", "connected papers*",
                    "code, data*", "code, data and media*", "catalyzex*", "core recommender*" },
    ['d' - 'a'] = { "doi(s) linking to related resources", "demos*", "dagshub*", "disable mathjax*",
                    "dblp*", "data provided by:" },
    ['e' - 'a'] = { "export bibtex citation*" },
    ['f' - 'a'] = { "focus to learn more", "from: *", "full-text links:" },
    ['g' - 'a'] = { "gotit.pub*", "google scholar" },
    ['h' - 'a'] = { "html (experimental)*", "huggingface toggle*", "hugging face*" },
    ['i' - 'a'] = { "influence flower*", "institution", "inspire hep" },
    ['l' - 'a'] = { "license icon*", "listing | bibtex", "litmaps*", "links to code toggle*",
                    "loading..." },
    ['n' - 'a'] = { "next >", "new | recent*", "nasa ads" },
    ['o' - 'a'] = { "other formats" },
    ['p' - 'a'] = { "papers with code*" },
    ['r' - 'a'] = { "references & citations", "reddit*", "related papers*",
                    "recommenders and search tools*", "replicate*" },
    ['s' - 'a'] = { "submission history", "scite*", "spaces toggle*", "semantic scholar" },
    ['t' - 'a'] = { "tex source*", "txyz.ai*", "topic" },
    ['v' - 'a'] = { "view pdf*", "view a pdf of the paper titled *", "view email", "view license",
                    "venue" },
    ['w' - 'a'] = { "which authors of this paper are endorsers?*" },
    [ARXIV_NO_LETTER] = { "]", "[v#] *", "[v#]", "< prev*", "\u00d7", "| *" },
};

/* Pieces of such lines, which some extractions put on lines of their own, and sentences of the page. */
static const arxiv_known abs_pieces = {
    ['a' - 'a'] = { "arxivlabs: *", "arxivlabs is a framework *" },
    ['b' - 'a'] = { "bibtex", "bibtex formatted citation", "both individuals and organizations *" },
    ['c' - 'a'] = { "contact arxiv*", "click here to *" },
    ['d' - 'a'] = { "download:" },
    ['h' - 'a'] = { "have an idea for a project *" },
    ['i' - 'a'] = { "iarxiv recommender*" },
    ['l' - 'a'] = { "listing", "learn about arxiv *", "learn more about arxivlabs*" },
    ['n' - 'a'] = { "new" },
    ['p' - 'a'] = { "pdf", "postscript" },
    ['r' - 'a'] = { "recent" },
    ['s' - 'a'] = { "sciencecast*", "subscribe to arxiv mailings*" },
    ['w' - 'a'] = { "what is *", "what are *" },
    [ARXIV_NO_LETTER] = { "|", "(", ")", ".", "- cs bibliography", "(license)", "(what is *",
                          "(what are *" },
};

/* "2026-04" in the side column. */
static bool is_month(pc_str line)
{
    pc_date date;

    return line.n == strlen("2026-04") && pc_date_parse(line, &date);
}

/* "Fri, 7 Feb 2025 06:25:03 UTC (5,044 KB)": a version, when its number has a line of its own. */
static bool is_version_date(pc_str line)
{
    pc_date date;

    return pc_ends(line, ")") && arxiv_cut_date(&line, &date) && line.n > 9 &&
           arxiv_front(pc_drop(line, 9), " UTC (") != 0;
}

bool arxiv_abs_furniture(struct arxiv_page *page, pc_source *src, pc_str line)
{
    pc_str ids[PC_ARXIV_IDS];

    (void)src;
    if (!arxiv_is_known(arxiv_abs_lines, line) && !arxiv_is_known(abs_pieces, line) &&
        !is_month(line) && !is_version_date(line) &&
        (line.n > 20 || pc_arxiv_lookup(line, ids) == 0))
        return false;
    /* Then the authors follow, as DBLP has them. */
    page->free_lines = pc_eq(line, "listing | bibtex") || pc_eq(line, "bibtex");
    return true;
}
