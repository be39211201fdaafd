/* test_boundary.c - title and first author glued together; the bar marks the boundary. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../boundary.h"
#include "../boundary_score.h"

struct fixture {
    struct abstract_words words;
    struct known_names known;
};

/* Checks that LINE, without its bar, is cut at the bar. */
static void check_cut(struct fixture *fixture, const char *line, const char *abstract)
{
    struct boundary_evidence evidence = { &fixture->words, &fixture->known };
    struct boundary_choice choice;
    size_t bar = strcspn(line, "|");
    char text[512];

    snprintf(text, sizeof text, "%.*s%s", (int)bar, line, line[bar] != '\0' ? line + bar + 1 : "");
    abstract_words_read(&fixture->words, pc_s(abstract));
    choice = boundary_choose(authors_cut(pc_s(text)), &evidence);
    if (choice.best.at != bar)
        fail_msg("'%s' is cut at %zu", line, choice.best.at);
}

static void shape_shows_the_boundary(void **state)
{
    static const char *const lines[] = {
        "Explainable AI|Hunter Sturm, Jonas Teufel, Kaitlin A. Isfeld et al.",
        "Machine Learning for Hepatitis C|Rosalind Franklin",
        "The Principles of Quantum Gravity: Part II|Isaac Newton, Gottfried Wilhelm Leibniz",
        "Past, Present, and Future|Ada Lovelace, Alan Turing",
        "Newton, Einstein, and Hawking|Kip S. Thorne",
        "A Comment on Smith et al.|Ada Lovelace",
        "Jan 6, 2021|Jane Doe, John Roe",
        "The Fine-Structure Constant $\\alpha$|R. H. Parker, C. Yu, H. M\u00fcller",
        "50 Years of Pulsars!|R N Manchester",
        ("Elements Revisited|\u0395\u03c5\u03ba\u03bb\u03b5\u03af\u03b4\u03b7\u03c2 "
         "\u03a0\u03b1\u03c0\u03b1\u03b4\u03cc\u03c0\u03bf\u03c5\u03bb\u03bf\u03c2"),
        "Morphology of Semitic Verbs|\u05d3\u05d5\u05d3 \u05db\u05d4\u05df, Noam Chomsky",
        "\u00c9tude des R\u00e9seaux|E\u0301lodie Go\u0308del, Jose\u0301 Nu\u0301n\u0303ez",
        "Dust Around Evolved Stars|Iain McDonald, Albert Zijlstra",
        "Density Estimation in the Wild|O'Neil Ford, Villanelle O'Reilly",
        "Attention \u00b7 Memory|Alex Graves, Greg Wayne",
        "Hugging Face \U0001f917|Yongliang Shen, Kaitao Song, Xu Tan et al.",
        "A Zero-Width Mark\u200b|Ping Xiong",
        "H.E.S.S. highlights|Gerd P\u00fchlhofer, the H.E.S.S. collaboration",
        "Normalized Relevance Measure",
        "Sums and Applications|B.I. Muster, M. Beispiel",
        "Small Applications|J.P.Muster",
        "Measurements of Sums|The T2K Collaboration, M. Muster",
        "Small Sums at High Energies|D0 Collaboration",
        "Showers of Sums|HiRes Collaboration",
        "Small Candidates. II. Spectroscopy|Adiba Muster, Max Beispiel",
        "Small Candidates: Part I|I. Muster",
        "A STUDY OF SMALL SUMS|Max Muster, Erika Beispiel et al.",
        "Sums in SiO2|Haris Muster, Max Beispiel",
        "Small Sums with NuDoubt++|Stefan Muster",
        "Sums, Products, and Limits|Max Muster et al.",
        "Reports on Sums|Kimi Team, :, Max Muster et al.",
        "The Worth of \u2018Sums\u2019|Max Muster",
    };
    struct fixture *fixture = (struct fixture *)*state;

    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        check_cut(fixture, lines[i], "");
}

static void the_abstract_shows_the_boundary(void **state)
{
    struct fixture *fixture = (struct fixture *)*state;

    check_cut(fixture, "Differentiable Physics in PyTorch|Ada Lovelace", "We use PyTorch.");
    check_cut(fixture, "Systems in the Vlasov-Poisson model|jerome perez",
              "We relax the Vlasov-Poisson model.");
    check_cut(fixture, "Rendering Portals|van Gogh Vincent, Pieter van der Berg",
              "This paper is about Rendering Portals.");
}

static void the_document_shows_the_boundary(void **state)
{
    struct fixture *fixture = (struct fixture *)*state;

    known_names_add(&fixture->known, pc_s("AkshatKumar Nigam"));
    check_cut(fixture, "Exploring the Chemical Space|AkshatKumar Nigam, Mario Krenn",
              "We explore the chemical space.");
}

static void thin_evidence_is_said(void **state)
{
    struct fixture *fixture = (struct fixture *)*state;
    struct boundary_evidence evidence = { &fixture->words, &fixture->known };
    struct boundary_choice choice;

    abstract_words_read(&fixture->words, pc_none());
    choice = boundary_choose(authors_cut(pc_s("On the SpaceMingZe Tang")), &evidence);
    assert_true(choice.thin);
    assert_int_not_equal(choice.best.at, choice.rival.at);
    choice = boundary_choose(authors_cut(pc_s("On the Space of ThingsAda Lovelace")), &evidence);
    assert_false(choice.thin);
}

/* Checks boundary_choose() against the full scores of all places. */
static void check_all(struct authors authors, const struct boundary_evidence *evidence)
{
    struct boundary_choice choice = boundary_choose(authors, evidence);
    struct boundary_place places[BOUNDARY_PLACES];
    size_t count = boundary_places(authors, evidence, places), best = 0;
    bool thin = false;

    for (size_t i = 1; i < count; i++) {
        if (boundary_score(&places[i]) > boundary_score(&places[best]))
            best = i;
    }
    for (size_t i = 0; i < count; i++) {
        bool whole = i + 1 == count || best + 1 == count;
        double lead = boundary_score(&places[best]) - boundary_score(&places[i]);

        thin |= i != best && lead < (whole ? 1.6 : 3.0);
    }
    if (choice.best.at != places[best].at || choice.thin != thin)
        fail_msg("'%.*s'", PC_FMT(authors.names));
}

/* Random lines of words that the abstract has, has in part, or lacks. */
static void no_place_that_matters_is_left_out(void **state)
{
    static const char *const parts[] = {
        "model",   "Model",     "models",     "With",    "within",    "McDonald", "de",  "van",
        "e",       "Neural",    "neurals",    "AI",      "GPT",       "Ada",      "Kip", "Thorne",
        "foo-bar", "caf\u00e9", "\u00c9tude", "process", "Processes", "(",        "$",   "3"
    };
    static const char *const glue[] = { " ", " ", " ", "", "", ", ", "-", "\u2014", "\u00a0" };
    struct fixture *fixture = (struct fixture *)*state;
    struct boundary_evidence evidence = { &fixture->words, &fixture->known };
    uint32_t random = 1;

    known_names_add(&fixture->known, pc_s("Ada Thorne"));
    for (int i = 0; i < 20000; i++) {
        char line[256] = "";

        for (int k = 0; k < 3 + i % 12; k++) {
            random = random * 1664525u + 1013904223u;
            strcat(line, parts[(random >> 8) % (sizeof parts / sizeof parts[0])]);
            strcat(line, glue[(random >> 20) % (sizeof glue / sizeof glue[0])]);
        }
        abstract_words_read(&fixture->words,
                            pc_s(i % 5 == 0 ? ""
                                            : "A model with Neural foo within process "
                                              "\u2014 caf with Kip neu bar"));
        check_all(authors_cut(pc_trim(pc_s(line))), &evidence);
    }
}

static void any_bytes_are_cut_somewhere(void **state)
{
    struct fixture *fixture = (struct fixture *)*state;
    struct boundary_evidence evidence = { &fixture->words, &fixture->known };
    char text[6000];

    memset(text, 'A', sizeof text);
    for (size_t n = 0; n <= sizeof text; n = n * 2 + 1) {
        struct authors authors = { pc_sub(text, n), pc_none(), n % 3 == 0 };

        assert_true(boundary_choose(authors, &evidence).best.at <= n);
    }
}

static int make_fixture(void **state)
{
    *state = calloc(1, sizeof(struct fixture));
    return *state == NULL;
}

static int free_fixture(void **state)
{
    free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shape_shows_the_boundary, make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(the_abstract_shows_the_boundary, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(the_document_shows_the_boundary, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(thin_evidence_is_said, make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(no_place_that_matters_is_left_out, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(any_bytes_are_cut_somewhere, make_fixture, free_fixture),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
