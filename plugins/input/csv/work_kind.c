/* work_kind.c - what exporters call the kinds of works. */
#include "work_kind.h"

static const struct {
    const char *name, *type;
} kinds[] = {
    /* Zotero's item types, with CSL's by https://aurimasv.github.io/z2csl/typeMap.xml */
    { "artwork", "graphic" },
    { "audioRecording", "song" },
    { "bill", "bill" },
    { "blogPost", "post-weblog" },
    { "book", "book" },
    { "bookSection", "chapter" },
    { "case", "legal_case" },
    { "computerProgram", "software" },
    { "conferencePaper", "paper-conference" },
    { "dataset", "dataset" },
    { "dictionaryEntry", "entry-dictionary" },
    { "document", "document" },
    { "email", "personal_communication" },
    { "encyclopediaArticle", "entry-encyclopedia" },
    { "film", "motion_picture" },
    { "forumPost", "post" },
    { "hearing", "hearing" },
    { "interview", "interview" },
    { "journalArticle", "article-journal" },
    { "letter", "personal_communication" },
    { "magazineArticle", "article-magazine" },
    { "manuscript", "manuscript" },
    { "map", "map" },
    { "newspaperArticle", "article-newspaper" },
    { "patent", "patent" },
    { "podcast", "song" },
    { "preprint", "article" },
    { "presentation", "speech" },
    { "radioBroadcast", "broadcast" },
    { "report", "report" },
    { "standard", "standard" },
    { "statute", "legislation" },
    { "thesis", "thesis" },
    { "tvBroadcast", "broadcast" },
    { "videoRecording", "motion_picture" },
    { "webpage", "webpage" },
    /* Scopus, Embase, Web of Science */
    { "article", "article-journal" },
    { "article in press", "article-journal" },
    { "book chapter", "chapter" },
    { "conference paper", "paper-conference" },
    { "data paper", "article-journal" },
    { "editorial", "article-journal" },
    { "erratum", "article-journal" },
    { "note", "article-journal" },
    { "proceedings paper", "paper-conference" },
    { "review", "article-journal" },
    { "short survey", "article-journal" },
    { "b", "book" },
    { "c", "paper-conference" },
    { "j", "article-journal" },
    { "p", "patent" },
    /* IEEE Xplore */
    { "ieee conferences", "paper-conference" },
    { "ieee early access articles", "article-journal" },
    { "ieee journals", "article-journal" },
    { "ieee magazines", "article-magazine" },
    { "ieee standards", "standard" },
    /* Springer */
    { "chapter", "chapter" },
    { "conferencepaper", "paper-conference" },
    /* RIS */
    { "blog", "post-weblog" },
    { "chap", "chapter" },
    { "conf", "paper-conference" },
    { "cpaper", "paper-conference" },
    { "elec", "webpage" },
    { "jour", "article-journal" },
    { "mgzn", "article-magazine" },
    { "news", "article-newspaper" },
    { "rprt", "report" },
    { "thes", "thesis" },
};

static bool is_same_in_any_case(pc_str name, const char *other)
{
    for (size_t i = 0; i < name.n; i++) {
        const char a = name.p[i], b = other[i];

        if (b == '\0' ||
            (a >= 'A' && a <= 'Z' ? a | 0x20 : a) != (b >= 'A' && b <= 'Z' ? b | 0x20 : b))
            return false;
    }
    return other[name.n] == '\0';
}

const char *work_kind_find(pc_str name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (is_same_in_any_case(name, kinds[i].name))
            return kinds[i].type;
    return NULL;
}
