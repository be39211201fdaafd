/* furniture.c - lines that every page of arXiv may have: menus and footers, as of 2026, and of the
 * pages before 2024. */
#include "arxiv.h"
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
static const char *const archive_ids[] = {
    "astro-ph", "cond-mat", "cs",     "econ",  "eess",     "gr-qc", "hep-ex",
    "hep-lat",  "hep-ph",   "hep-th", "math",  "math-ph",  "nlin",  "nucl-ex",
    "nucl-th",  "physics",  "q-bio",  "q-fin", "quant-ph", "stat",  NULL,
};

/* True when the second letters of LINE and PATTERN tell that they do not match. */
static bool differs_early(pc_str line, const char *pattern)
{
    return pattern[1] >= 'a' && pattern[1] <= 'z' &&
           (line.n < 2 || (line.p[1] | 0x20) != pattern[1]);
}

bool arxiv_is_known(arxiv_known known, pc_str line)
{
    enum { LONGEST = 200 }; /* with the names in it */
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
           (line.n < 9 && pc_lines_match(line, archive_ids)) || arxiv_is_archive(line);
}
