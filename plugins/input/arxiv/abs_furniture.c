/* abs_furniture.c - lines of abstract pages that belong to no paper: links, side column, labs. */
#include "arxiv.h"
#include "paperconv/arxiv.h"

/* Lines between the parts of a page and behind them, which no other page has. */
static const arxiv_known abs_lines = {
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
           pc_starts(pc_drop(line, 9), " UTC (");
}

bool arxiv_abs_furniture(struct arxiv_page *page, pc_source *src, pc_str line)
{
    pc_str ids[PC_ARXIV_IDS];

    (void)src;
    if (!arxiv_is_known(abs_lines, line) && !is_month(line) && !is_version_date(line) &&
        (line.n > 20 || pc_arxiv_lookup(line, ids) == 0))
        return false;
    page->free_lines = pc_eq(line, "listing | bibtex"); /* then the authors, as DBLP has them */
    return true;
}
