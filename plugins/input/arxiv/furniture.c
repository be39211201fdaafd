/* furniture.c - lines that every page of arXiv may have: menus and footers, as of 2026, and of the
 * pages before 2024. */
#include "arxiv.h"
#include "paperconv/lines.h"

/* The archives and groups, as pages print them (arxiv.org/category_taxonomy, 2026). */
static const char *const archives[] = {
    "astrophysics", "computer science", "condensed matter", "economics",
    "electrical engineering and systems science", "general relativity and quantum cosmology",
    "high energy physics - experiment", "high energy physics - lattice",
    "high energy physics - phenomenology", "high energy physics - theory",
    "mathematical physics", "mathematics", "nonlinear sciences", "nuclear experiment",
    "nuclear theory", "physics", "quantitative biology", "quantitative finance",
    "quantum physics", "statistics", NULL,
};

static const char *const furniture[] = {
    "skip to main content*", "cornell university", "cornell university library",
    "we gratefully acknowledge support from*", "the simons foundation", "and member institutions",
    "institutions, and all contributors.*", "donate", "login", "log in", "help pages", "about",
    "archive", "search", "submit", "arxiv is now an independent nonprofit!", "learn more",
    "\u00d7", ">", "arxiv logo*", "arxiv.org > *", "arxiv > *", "cornell university logo",
    "search or article id*", "search arxiv*", "search...", "press enter to search*",
    "all fields", "help | advanced search", "(help | advanced search)", "quick links", "help",
    "contact", "subscribe", "copyright", "privacy", "privacy policy", "accessibility",
    "web accessibility assistance", "arxiv operational status*", "operational status*",
    "major funding support from", "simons foundation*", "schmidt sciences", "\u00b7",
    "about help contact subscribe*", "about \u00b7 help*", "copyright privacy policy*", "[ ]", "[]",
    "get status notifications via*", "email", "or slack", "[piwik]", "open menu", "close menu",
    ", and all contributors.*", "go", "title", "author", "[ ] go", "member", "institutions*", NULL,
};

/* The ids of the archives, which stand in the head beside the logo. */
static const char *const archive_ids[] = {
    "astro-ph", "cond-mat", "cs", "econ", "eess", "gr-qc", "hep-ex", "hep-lat", "hep-ph",
    "hep-th", "math", "math-ph", "nlin", "nucl-ex", "nucl-th", "physics", "q-bio", "q-fin",
    "quant-ph", "stat", NULL,
};

bool arxiv_is_archive(pc_str line)
{
    return line.n < 48 && pc_lines_match(line, archives);
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
    return line.n == 0 || is_form_field(line) || pc_lines_match(line, furniture) ||
           pc_lines_match(line, archive_ids) || arxiv_is_archive(line);
}
