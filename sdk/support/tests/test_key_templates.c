/* Templates of citation keys: parts in brackets, as in JabRef, and formulas, as in Better BibTeX. */
#include "fake_host.h"
#include "keys/key_fields.h"
#include "paperconv/fields.h"
#include "paperconv/keys.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

struct template_case {
    const char *template, *key;
};

/* JabRef's and Better BibTeX's manuals use this title. */
#define TITLE "title", "An awesome paper on JabRef"
#define FOUR                                                                                    \
    "author", "Isaac Newton", "author", "James Maxwell", "author", "Albert Einstein", "author", \
        "N. Bohr"

static const char *const four[] = { FOUR,
                                    TITLE,
                                    "date",
                                    "2020-03-02",
                                    "volume",
                                    "7",
                                    "pages",
                                    "L41--111, 7",
                                    "keyword",
                                    "tree graphs",
                                    "keyword",
                                    "X-ray",
                                    "type",
                                    "article-journal",
                                    "container_title",
                                    "Journal of Fish Biology",
                                    "container_short",
                                    "J. Fish Biol.",
                                    "doi",
                                    "10.1000/182",
                                    "issue",
                                    "3",
                                    "original_date",
                                    "1987",
                                    NULL };
static const char *const three[] = {
    "author",          "Isaac Newton", "author", "James Maxwell", "author",
    "Albert Einstein", TITLE,          "date",   "2020",          NULL
};
static const char *const two[] = {
    "author", "Isaac Newton", "author", "James Maxwell", TITLE, NULL
};
static const char *const one[] = { "author", "Wil van der Aalst", "date", "2009", NULL };
static const char *const edited[] = { "editor",          "Ada Lovelace", "editor",
                                      "Charles Babbage", "date",         "1843",
                                      "title",           "Notes",        NULL };
static const char *const qualified[] = { "author",
                                         "Ludwig van Beethoven",
                                         "author.given",
                                         "Ludwig",
                                         "author.family",
                                         "Beethoven",
                                         "author.prefix",
                                         "van",
                                         "author",
                                         "Deutsche Bahn",
                                         "author.literal",
                                         "true",
                                         "author",
                                         "Maria Garcia Lorca",
                                         "author.family",
                                         "Garcia Lorca",
                                         "author.given",
                                         "Maria",
                                         "author.orcid",
                                         "0000-0002-1825-0097",
                                         "title",
                                         "Notes",
                                         NULL };
static const char *const interval[] = { "author", "Ada Lovelace", "date", "1842/1843-05", NULL };
static const char *const uncertain[] = { "author", "Ada Lovelace", "date", "1842-10~", NULL };
static const char *const chinese[] = {
    "author", "张 伟", "title", "深度学习", "date", "2021", NULL
};
static const char *const tex[] = {
    "author", "H. Poincar\\'e", "title", "\\emph{H\\\"older's} way", "markup", "tex", NULL
};

static void check(const char *const *fields, const struct template_case *cases, size_t count)
{
    struct fake_host f;

    fake_open(&f);
    for (size_t i = 0; i < count; i++) {
        pc_keys keys = { 0 };
        pc_str key;

        if (pc_keys_open(&keys, pc_s(cases[i].template), &f.stage) != PC_OK)
            fail_msg("%s: %.*s", cases[i].template, PC_FMT(pc_text_str(&f.diagnostics)));
        key = pc_keys_make(&keys, fake_record(&f, "d", NULL, 1, fields));
        if (!pc_eq(key, cases[i].key))
            fail_msg("%s: %.*s, not %s", cases[i].template, PC_FMT(key), cases[i].key);
        pc_keys_close(&keys);
    }
    fake_close(&f);
}

#define CHECK(fields, ...)                                            \
    do {                                                              \
        static const struct template_case cases_[] = { __VA_ARGS__ }; \
        check(fields, cases_, COUNT(cases_));                         \
    } while (0)

static void test_people(void **state)
{
    (void)state;
    CHECK(four, { "[auth]", "newton" }, { "[pureauth]", "Newton" }, { "[authEtAl]", "NewtonEtAl" },
          { "[auth.etal]", "Newton.etal" }, { "[auth.auth.ea]", "Newton.Maxwell.ea" },
          { "[authors]", "NewtonMaxwellEinsteinBohr" }, { "[authors2]", "NewtonMaxwellEtAl" },
          { "[authors4]", "NewtonMaxwellEinsteinBohr" }, { "[authorsAlpha]", "NMEB" },
          { "[authorLast]", "Bohr" }, { "[authorLastForeIni]", "N" }, { "[authForeIni]", "I" },
          { "[authorIni]", "NewtoMEB" }, { "[authIni4]", "NMEB" }, { "[authIni6]", "NeMaEB" },
          { "[authIni2]", "NM" }, { "[auth3]", "New" }, { "[auth2_3]", "Ei" },
          { "[auth99]", "Newton" }, { "[authshort]", "NME+" },
          { "[author]", "IsaacNewtonandJamesMaxwellandAlbertEinsteinandN.Bohr" },
          { "[volume][auth1_5:(none)]", "7none" }, { "[edtr]", "anon-fa8b8497" });
    CHECK(three, { "[authIni4]", "NeME" }, { "[authshort]", "NME" }, { "[authorsAlpha]", "NME" });
    CHECK(two, { "[authEtAl]", "NewtonMaxwell" }, { "[auth.etal]", "Newton.Maxwell" },
          { "[auth.auth.ea]", "Newton.Maxwell" }, { "[authIni4]", "NeMa" }, { "[authshort]", "NM" },
          { "[authors3]", "NewtonMaxwell" });
    CHECK(one, { "[authorsAlpha]", "vdAal" }, { "[authFirstFull]", "vanderAalst" },
          { "[authshort]", "Aalst" }, { "[authEtAl]", "Aalst" }, { "[auth]", "aalst" },
          { "[authIni4]", "Aals" }, { "[authorIni]", "Aalst" });
    CHECK(edited, { "[auth][year]", "lovelace1843" }, { "[authors]", "LovelaceBabbage" },
          { "[title][pureauth:(x)]", "notesx" }, { "[edtr]", "Lovelace" },
          { "[editors]", "LovelaceBabbage" }, { "[editorLast]", "Babbage" },
          { "[editorIni]", "LovelB" }, { "[edtr3]", "Lov" }, { "[edtr2_2]", "Ba" },
          { "[edtr.edtr.ea]", "Lovelace.Babbage" }, { "[edtrshort]", "LB" },
          { "[edtrIni4]", "LoBa" }, { "[edtrForeIni]", "A" }, { "[editorLastForeIni]", "C" },
          { "[editor]", "AdaLovelaceandCharlesBabbage" });
    CHECK(qualified, { "[auth]", "beethoven" }, { "[authFirstFull]", "vanBeethoven" },
          { "[authors]", "BeethovenDeutscheGarciaLorca" }, { "[authorLast]", "GarciaLorca" },
          { "[authorLastForeIni]", "M" }, { "auth", "vanBeethoven" },
          { "auth(0, 3, initials=true)", "GarciaLorcaM" });
    CHECK(chinese, { "[auth][year][title]", "zhang2021shen" },
          { "[authors]:[camel]", "Zhang:ShenDuXueXi" });
    CHECK(tex, { "[authors]", "Poincare" }, { "[camel]", "HoldersWay" });
}

static void test_titles(void **state)
{
    (void)state;
    CHECK(four, { "[title]", "awesome" }, { "[shorttitle]", "awesomepaperjabref" },
          { "[veryshorttitle]", "awesome" }, { "[camel]", "AnAwesomePaperOnJabRef" },
          { "[fulltitle]", "AnawesomepaperonJabRef" }, { "[TITLE]", "AnawesomepaperonJabRef" },
          { "[shorttitleINI]", "Aap" }, { "[TITLE:abbr]", "AapoJ" }, { "[camel:abbr]", "AAPOJ" },
          { "[fulltitle:titlecase]", "AnAwesomePaperonJabref" },
          { "[fulltitle:titlecase:abbr]", "AAPoJ" }, { "title", "awesomepaperJabRef" },
          { "shorttitle", "awesomepaperJabRef" }, { "shorttitle(2,1)", "Awesomepaper" },
          { "shorttitle(n=1)", "awesome" }, { "veryshorttitle", "awesome" },
          { "veryshorttitle(1, 1)", "Awesome" }, { "Title", "AnawesomepaperonJabRef" });
}

static void test_other_parts(void **state)
{
    (void)state;
    CHECK(four, { "[auth][year]", "newton2020" }, { "[auth][shortyear]", "newton20" },
          { "[auth][month]", "newtonMarch" }, { "[auth][day]", "newton2" },
          { "[auth][date]", "newton2020-03-02" }, { "[journal:abbr]", "JoFB" }, { "[volume]", "7" },
          { "[firstpage]", "7" }, { "[lastpage]", "111" }, { "[pageprefix]", "L" },
          { "[keyword1]", "treegraphs" }, { "[keyword2]", "X-ray" },
          { "[volume][keyword3:(no)]", "7no" }, { "[keywords]", "treegraphsX-ray" },
          { "[keywords1]", "treegraphs" }, { "[entrytype]", "Article" }, { "[doi]", "10.1000/182" },
          { "[DOI]", "10.1000/182" }, { "[container_title]", "JournalofFishBiology" },
          { "[JOURNAL]", "JournalofFishBiology" }, { "[journaltitle]", "JournalofFishBiology" },
          { "[number]", "3" }, { "[shortjournal]", "J.FishBiol." },
          { "[volume][isbn:(none)]", "7none" }, { "auth + shortyear", "Newton20" },
          { "auth + month", "Newtonmar" }, { "auth + origyear", "Newton1987" },
          { "auth + day", "Newton2" }, { "auth + date", "Newton2020-03-02" },
          { "journal", "J.FishBiol." }, { "firstpage", "L41" }, { "lastpage", "7" },
          { "auth + type", "Newtonarticle-journal" }, { "field('doi')", "10.1000/182" },
          { "volume + field('nobody').default('x')", "7x" }, { "Volume + Issue", "73" },
          { "PublicationTitle", "JournalofFishBiology" });
    CHECK(interval, { "[auth][year]", "lovelace1842" },
          { "auth + shortyear + month", "Lovelace42" });
    CHECK(uncertain, { "[auth][year][month]", "lovelace1842October" });
    CHECK(two, { "[auth][year]", "newtonnd" }, { "[auth][YEAR]", "newton" },
          { "auth + year", "Newton" }, { "[auth]-[firstpage]", "newton-" },
          { "[firstpage]-[auth]", "newton" }, { "[shortyear]", "anon-54933420" });
}

static void test_modifiers(void **state)
{
    (void)state;
    CHECK(four, { "[auth:upper]", "NEWTON" }, { "[authors2:lower]", "newtonmaxwelletal" },
          { "[auth:capitalize]", "Newton" }, { "[fulltitle:capitalize]", "AnAwesomePaperOnJabref" },
          { "[fulltitle:sentencecase]", "Anawesomepaperonjabref" },
          { "[fulltitle:truncate4]", "Ana" },
          { "[fulltitle:truncate9999]", "AnawesomepaperonJabRef" },
          { "[volume][isbn:(a:b)]", "7a:b" }, { "[isbn:(none)]", "anon-fa8b8497" },
          { "[isbn:()][auth]", "newton" }, { "[volume:(unknown)]", "7" },
          { "[auth:upper:lower:truncate2]", "ne" }, { "x:[auth]_[isbn]_[year]", "x:newton_2020" });
}

static void test_formulas(void **state)
{
    (void)state;
    CHECK(
        four, { "auth.lower + year", "newton2020" }, { "auth(3)+\"-\"+auth(1,2)", "New-M" },
        { "auth(n=2, m=4)", "Bo" }, { "authEtAl", "NewtonEtAl" }, { "authEtal2", "Newton.etal" },
        { "authEtal2(sep='-')", "Newton-etal" }, { "authAuthEa", "Newton.Maxwell.ea" },
        { "authors", "NewtonMaxwellEinsteinBohr" }, { "authorsn(2,sep='_')", "Newton_MaxwellEtAl" },
        { "authorsAlpha", "NMEB" }, { "authshort", "N.M.E+" }, { "authIni(2)", "Ne.Ma.Ei.Bo" },
        { "authorIni", "Newto.M.E.B" }, { "authorLast", "Bohr" }, { "authorLastForeIni", "N" },
        { "authForeIni", "I" }, { "auth(initials=true)", "NewtonI" }, { "authETAL", "NewtonEtAl" });
    CHECK(four, { "auth.upper", "NEWTON" }, { "Title.condense('_')", "An_awesome_paper_on_JabRef" },
          { "Title.condense", "AnawesomepaperonJabRef" }, { "Title.abbr", "AapoJ" },
          { "Title.abbr(2)", "AnawpaonJa" }, { "Title.capitalize", "AnAwesomePaperOnJabRef" },
          { "Title.skipwords.select(1,2).condense('-')", "awesome-paper" },
          { "Title.select(-1)", "JabRef" }, { "Title.select(4)", "onJabRef" },
          { "Title.select(9)+auth", "Newton" }, { "auth.substring(2,3)", "ewt" },
          { "auth.substring(4)", "ton" }, { "auth.substring(1,0) + year", "2020" },
          { "Pages.nopunct", "L41--1117" }, { "Pages.nopunctordash", "L411117" },
          { "Pages.alphanum", "L411117" }, { "volume.numeric", "7" },
          { "auth.numeric + volume", "7" }, { "auth.prefix('x_')", "x_Newton" },
          { "auth.postfix('_')+year", "Newton_2020" },
          { "isbn.prefix('x').postfix('y')+auth", "Newton" },
          { "volume + isbn.default('none')", "7none" }, { "auth.discard + year", "2020" },
          { "Title.replace('an', 'the-')", "the-awesomepaperonJabRef" },
          { "auth.replace(find='NEW', replace='')", "ton" },
          { "auth.fold.transliterate.clean.ascii.pinyin", "Newton" });
    CHECK(four, { "isbn | auth", "Newton" }, { "isbn || volume | auth", "7" },
          { "(isbn | auth.lower) + year", "newton2020" }, { "(auth + year).upper", "NEWTON2020" },
          { "((isbn)|(volume)).default('x') + 'y'", "7y" },
          { "auth.len('>',6) | 'short' + year", "short2020" }, { "auth.len('<=', 6)", "Newton" },
          { "auth.len('!=', 6) | volume", "7" }, { "auth.len(length=5)", "Newton" },
          { "type('book') + auth | 'a' + year", "a2020" },
          { "type('article-journal') + auth | year", "Newton" },
          { "(auth.len('>',9) + 'x' | 'y') + year", "y2020" },
          { "isbn + (isbn | isbn)", "anon-fa8b8497" });
    CHECK(edited, { "auth", "Lovelace" },
          { "title + auth(creator='author').default('x')", "Notesx" },
          { "auth(creator=editor)", "Lovelace" }, { "authorLast(creator='*')", "Babbage" });
}

/* A field by its key, in any case, and by the names of other programs, which are no keys. */
static void test_field_names(void **state)
{
    size_t count = 0;
    const char *name;

    (void)state;
    for (unsigned list = 0; list < PC_KEYS; list++) {
        const pc_str key = pc_key_of((enum pc_list)list);

        assert_true(pc_same(pc_key_field(key), list < PC_LIST_OTHERS ? key : pc_none()));
    }
    for (size_t i = 0; (name = pc_key_field_name(i)) != NULL; i++) {
        const enum pc_list list = pc_list_of(pc_key_field(pc_s(name)));

        assert_true(list < PC_LIST_OTHERS);
        assert_true(list == i || pc_list_of(pc_s(name)) == PC_LIST_OTHERS);
        count++;
    }
    assert_true(count > PC_LIST_OTHERS);
    assert_true(pc_eq(pc_key_field(pc_s("ISBN")), "isbn"));
    assert_true(pc_eq(pc_key_field(pc_s("JournalTitle")), "container_title"));
    assert_int_equal(pc_key_field(pc_s("nobody")).n, 0);
    assert_int_equal(pc_key_field(pc_s("longer_than_any_key_of_the_table_of_fields")).n, 0);
}

static void test_entry_types(void **state)
{
    static const char *const names[][2] = {
        { "article-journal", "notesArticle" },
        { "paper-conference", "notesInProceedings" },
        { "chapter", "notesInCollection" },
        { "entry", "notesInCollection" },
        { "report", "notesTechReport" },
        { "thesis", "notesPhdThesis" },
        { "pamphlet", "notesBooklet" },
        { "manuscript", "notesUnpublished" },
        { "article", "notesMisc" },
        { "personal_communication", "notesMisc" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        const char *const record[] = { "title", "Notes", "type", names[i][0], NULL };
        const struct template_case named = { "[title][entrytype]", names[i][1] };

        check(record, &named, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_people),      cmocka_unit_test(test_titles),
        cmocka_unit_test(test_other_parts), cmocka_unit_test(test_modifiers),
        cmocka_unit_test(test_formulas),    cmocka_unit_test(test_field_names),
        cmocka_unit_test(test_entry_types),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
