/* authors.c - author lines: names, "et al.", affiliations. */
#include "authors.h"
#include "character_kind.h"
#include "paperconv/lines.h"

static const char middle_dot[] = " \u00b7 ";

bool authors_is_one_of(pc_str word, const char *const *words)
{
    for (; word.n != 0 && *words != NULL; words++) {
        if (word.p[0] == **words && pc_eq(word, *words))
            return true;
    }
    return false;
}

enum { TWO = 1 << 2, THREE = 1 << 3, FIVE = 1 << 5 };

const unsigned char authors_particle_lengths[32] = {
    ['\'' & 31] = TWO,  ['a' & 31] = TWO, ['b' & 31] = THREE,       ['e' & 31] = 2 | TWO,
    ['i' & 31] = THREE, ['l' & 31] = TWO, ['o' & 31] = TWO,         ['t' & 31] = THREE,
    ['v' & 31] = THREE, ['y' & 31] = 2,   ['z' & 31] = TWO | THREE, ['d' & 31] = TWO | THREE | FIVE,
};

bool authors_is_particle_(pc_str word)
{
    static const char *const particles[32] = {
        /* by the low bits of the first letter */
        ['\'' & 31] = "'t",         ['a' & 31] = "af al av",
        ['b' & 31] = "ben bin",     ['d' & 31] = "da de di do du das del den der dos della",
        ['e' & 31] = "e el",        ['i' & 31] = "ibn",
        ['l' & 31] = "la le lo",    ['o' & 31] = "op",
        ['t' & 31] = "ten ter the", ['v' & 31] = "van vom von",
        ['y' & 31] = "y",           ['z' & 31] = "zu zum",
    };
    const char *list = particles[word.p[0] & 31];

    for (; *list != '\0'; list += *list == ' ') {
        size_t n = 0;

        while (n < word.n && list[n] == word.p[n])
            n++;
        if (n == word.n && (list[n] == ' ' || list[n] == '\0'))
            return true;
        while (*list != ' ' && *list != '\0')
            list++;
    }
    return false;
}

bool authors_is_team_word(pc_str word)
{
    static const char *const words[] = { "Team",          "team",           "Teams",
                                         "Collaboration", "collaboration",  "Collaborations",
                                         "Consortium",    "collaborations", "consortium",
                                         "Group",         "group",          NULL };

    return word.n >= strlen("Team") && authors_is_one_of(word, words);
}

/* The text after the last middle dot between spaces; absent when there is none. */
static pc_str behind_dot(pc_str line)
{
    size_t n = strlen(middle_dot);
    pc_str behind = pc_none(), rest = line;
    const char *end; /* the dot's last byte */

    while (rest.n != 0 && (end = (const char *)memchr(rest.p, 0xb7, rest.n)) != NULL) {
        size_t at = (size_t)(end - line.p);

        rest = pc_drop(line, at + 1);
        if (at + 2 >= n && rest.n != 0 && memcmp(end + 2 - n, middle_dot, n) == 0)
            behind = pc_drop(rest, 1);
    }
    return behind;
}

/* Affiliations are printed in lower case: "at&t, u-paris, ai2". */
static bool is_affiliations(pc_str s)
{
    size_t n;

    if (s.n == 0)
        return false;
    for (; s.n != 0; s = pc_drop(s, n)) {
        enum character_kind kind = kind_at_front(s, &n);

        if (kind == KIND_UPPER || kind == KIND_OPEN || kind == KIND_CLOSE)
            return false;
    }
    return true;
}

/* Cuts "et al." off the end, with or without its full stop and a comma before it. */
static bool cut_et_al(pc_str *names)
{
    static const char ending[] = " et al";
    pc_str left = *names;

    left.n -= pc_ends(left, ".");
    if (!pc_ends(left, ending))
        return false;
    left.n -= strlen(ending);
    *names = pc_lines_trim(left);
    names->n -= pc_ends(*names, ",");
    return true;
}

struct authors authors_cut(pc_str line)
{
    struct authors authors = { line, pc_none(), false };
    pc_str behind = behind_dot(line);

    if (is_affiliations(behind)) {
        authors.affiliations = pc_lines_trim(behind);
        authors.names = pc_lines_trim(pc_sub(line.p, line.n - behind.n - strlen(middle_dot)));
    }
    authors.truncated = cut_et_al(&authors.names);
    return authors;
}

bool authors_is_suffix(pc_str name)
{
    static const char *const suffixes[] = { "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", NULL };

    return authors_is_one_of(name, suffixes);
}

/* The next comma of LIST, at or after FROM, that white space follows; the end of LIST if none. */
static size_t next_comma(pc_str list, size_t from)
{
    while (from < list.n) {
        const char *comma = (const char *)memchr(list.p + from, ',', list.n - from);

        if (comma == NULL)
            break;
        from = (size_t)(comma - list.p);
        if (from + 1 == list.n || pc_lines_blank_front(pc_drop(list, from + 1)) != 0)
            return from;
        from++;
    }
    return list.n;
}

bool authors_take(pc_str *list, pc_str *name)
{
    size_t end = next_comma(*list, 0), after;

    if (authors_trim(*list).n == 0)
        return false;
    for (; end < list->n; end = after) {
        after = next_comma(*list, end + 1);
        if (!authors_is_suffix(authors_trim(pc_sub(list->p + end + 1, after - end - 1))))
            break;
    }
    *name = authors_trim(pc_sub(list->p, end));
    *list = pc_drop(*list, end < list->n ? end + 1 : end);
    return true;
}

bool authors_take_last(pc_str *list, pc_str *name)
{
    size_t start = list->n;

    if (list->n == 0)
        return false;
    for (; start > 0; start--) {
        pc_str rest;

        if (list->p[start - 1] != ',')
            continue;
        rest = pc_drop(*list, start);
        if (pc_lines_blank_front(rest) != 0 &&
            !authors_is_suffix(authors_trim(pc_sub(rest.p, next_comma(rest, 0)))))
            break;
    }
    *name = authors_trim(pc_drop(*list, start));
    list->n = start > 0 ? start - 1 : 0;
    return true;
}

/* A word of a name begins with a capital, is a particle, or has no case. */
static bool is_name_word(pc_str word)
{
    size_t n;
    enum character_kind kind = kind_at_front(word, &n);

    if (kind == KIND_HYPHEN || kind == KIND_APOSTROPHE)
        kind = kind_at_front(pc_drop(word, n), &n);
    return kind == KIND_UPPER || kind == KIND_CASELESS || authors_is_particle(word);
}

bool authors_take_word(pc_str *s, pc_str *word)
{
    const char *end = s->p + s->n, *at = s->p, *front;
    size_t blank;

    while (at < end && *at == ' ')
        at++;
    while (at < end && (blank = pc_lines_blank_front(pc_sub(at, (size_t)(end - at)))) != 0)
        at += blank;
    for (front = at; at < end && *at != ' '; at++) {
        if (pc_lines_blank_front(pc_sub(at, (size_t)(end - at))) != 0)
            break;
    }
    *word = pc_sub(front, (size_t)(at - front));
    *s = pc_sub(at, (size_t)(end - at));
    return word->n != 0;
}

struct name_words {
    size_t all, capitals; /* CAPITALS: those for which is_name_word() is true */
};

static struct name_words count_words(pc_str name)
{
    struct name_words words = { 0, 0 };
    pc_str word;

    for (; authors_take_word(&name, &word); words.all++)
        words.capitals += is_name_word(word);
    return words;
}

static pc_str first_word(pc_str name)
{
    pc_str word;

    authors_take_word(&name, &word);
    return word;
}

/* Counts the words of NAME; false when a character is not used in names. */
static bool read_words(pc_str name, struct name_words *words)
{
    const unsigned no_letters =
        1u << KIND_DIGIT | 1u << KIND_OPEN | 1u << KIND_CLOSE | 1u << KIND_OTHER;
    bool inside = false;
    size_t n;

    *words = (struct name_words){ 0, 0 };
    for (; name.n != 0; name = pc_drop(name, n)) {
        enum character_kind kind = kind_at_front(name, &n);

        if ((no_letters >> kind & 1) != 0)
            return false;
        if (*name.p == ' ' || pc_lines_blank_front(name) != 0) {
            inside = false;
        } else if (!inside) {
            inside = true;
            words->all++;
            words->capitals += kind == KIND_UPPER || is_name_word(first_word(name));
        }
    }
    return true;
}

bool authors_is_name(pc_str name)
{
    enum { LONGEST = 120, WORDS = 8 };
    struct name_words words;

    if (name.n == 0 || name.n > LONGEST || !read_words(name, &words))
        return false;
    /* A collaboration may have one small word, and some people write their names without
     * capitals. */
    return words.all <= WORDS && (words.all <= 3 || words.capitals + 1 >= words.all);
}

bool authors_ends_sentence(pc_str line)
{
    size_t n, letters = 0;
    enum character_kind kind;

    if (!pc_ends(line, "."))
        return false;
    line.n--;
    while ((kind = kind_at_end(line, &n)) == KIND_LOWER || kind == KIND_CASELESS) {
        line.n -= n;
        letters++;
    }
    return letters > 3 || kind == KIND_SPACE;
}

bool authors_is_line(pc_str line, bool strictly)
{
    enum { LONGEST = 1000 };
    struct authors authors;
    struct name_words words;
    size_t names = 0;
    pc_str name, rest;

    if (line.n > LONGEST)
        return false;
    authors = authors_cut(line);
    if (!authors.truncated && authors.affiliations.n == 0 && authors_ends_sentence(line))
        return false;
    for (rest = authors.names; authors_take(&rest, &name); names++) {
        if (!authors_is_name(name))
            return false;
    }
    if (names > 1 || authors.truncated || authors.affiliations.n != 0 || !strictly)
        return true;
    words = count_words(authors.names);
    return words.all > 1 && words.capitals == words.all;
}
