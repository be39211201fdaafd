/* authors.c - reads author lines: names, "et al.", affiliations. */
#include "authors.h"
#include "letters.h"
#include "paperconv/lines.h"

static const char middle_dot[] = " \u00b7 ";

bool authors_is_particle(pc_str word)
{
    enum { LONGEST = 5 };
    static const char *const particles[] = { "van", "von", "der", "den", "de",  "del", "della",
                                             "di",  "da",  "dos", "das", "du",  "la",  "le",
                                             "el",  "al",  "bin", "ibn", "ben", "ter", "ten",
                                             "zu",  "y",   "e",   "the", "af",  "av",  "op",
                                             "'t",  "do",  "lo",  "vom", "zum", NULL };

    for (size_t i = 0; word.n <= LONGEST && particles[i] != NULL; i++) {
        if (pc_eq(word, particles[i]))
            return true;
    }
    return false;
}

/* The text behind the last middle dot; absent when there is none. */
static pc_str behind_dot(pc_str line)
{
    size_t n = strlen(middle_dot);

    for (size_t i = line.n; i >= n; i--) {
        if (line.p[i - 1] == ' ' && memcmp(line.p + i - n, middle_dot, n) == 0)
            return pc_drop(line, i);
    }
    return pc_none();
}

/* Affiliations are printed in lower case: "at&t, u-paris, ai2". */
static bool is_affiliations(pc_str s)
{
    size_t n;

    if (s.n == 0)
        return false;
    for (; s.n != 0; s = pc_drop(s, n)) {
        enum letter letter = letter_front(s, &n);

        if (letter == LETTER_UPPER || letter == LETTER_OPEN || letter == LETTER_CLOSE)
            return false;
    }
    return true;
}

/* The end of the last name: "et al." with or without its stop, in italics or not. */
static bool cut_et_al(pc_str *names)
{
    static const char *const endings[] = { " et al.", " et al", ", et al." };

    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        if (pc_ends(*names, endings[i])) {
            names->n -= strlen(endings[i]);
            *names = pc_lines_trim(*names);
            if (pc_ends(*names, ","))
                names->n--;
            return true;
        }
    }
    return false;
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

static bool is_suffix(pc_str name)
{
    static const char *const suffixes[] = { "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV" };

    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        if (pc_eq(name, suffixes[i]))
            return true;
    }
    return false;
}

/* The next comma of LIST at or behind FROM that a blank follows; LIST's end if none. */
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

    if (pc_lines_trim(*list).n == 0)
        return false;
    for (; end < list->n; end = after) {
        after = next_comma(*list, end + 1);
        if (!is_suffix(pc_lines_trim(pc_sub(list->p + end + 1, after - end - 1))))
            break;
    }
    *name = pc_lines_trim(pc_sub(list->p, end));
    *list = pc_drop(*list, end < list->n ? end + 1 : end);
    return true;
}

bool authors_take_last(pc_str *list, pc_str *name)
{
    size_t start = list->n;

    if (list->n == 0)
        return false;
    for (; start > 0; start--) {
        pc_str rest = pc_drop(*list, start);

        if (list->p[start - 1] == ',' && pc_lines_blank_front(rest) != 0 &&
            !is_suffix(pc_lines_trim(pc_sub(rest.p, next_comma(rest, 0)))))
            break;
    }
    *name = pc_lines_trim(pc_drop(*list, start));
    list->n = start > 0 ? start - 1 : 0;
    return true;
}

/* A word of a name begins with a capital, or is a particle, or has no case at all. */
static bool is_name_word(pc_str word)
{
    size_t n;
    enum letter letter = letter_front(word, &n);

    if (letter == LETTER_HYPHEN || letter == LETTER_APOSTROPHE)
        letter = letter_front(pc_drop(word, n), &n);
    return letter == LETTER_UPPER || letter == LETTER_CASELESS || authors_is_particle(word);
}

bool authors_take_word(pc_str *s, pc_str *word)
{
    size_t n = 0, blank;

    while ((blank = pc_lines_blank_front(*s)) != 0)
        *s = pc_drop(*s, blank);
    while (n < s->n && pc_lines_blank_front(pc_drop(*s, n)) == 0)
        n++;
    *word = pc_sub(s->p, n);
    *s = pc_drop(*s, n);
    return n != 0;
}

static bool has_name_letters(pc_str name)
{
    size_t n;

    for (; name.n != 0; name = pc_drop(name, n)) {
        enum letter letter = letter_front(name, &n);

        if (letter == LETTER_DIGIT || letter == LETTER_OPEN || letter == LETTER_CLOSE ||
            letter == LETTER_OTHER)
            return false;
    }
    return true;
}

struct name_words {
    size_t all, capitals; /* CAPITALS: those that begin as words of names do */
};

static struct name_words count_words(pc_str name)
{
    struct name_words words = { 0, 0 };
    pc_str word;

    for (; authors_take_word(&name, &word); words.all++)
        words.capitals += is_name_word(word);
    return words;
}

bool authors_is_name(pc_str name)
{
    enum { LONGEST = 120, WORDS = 8 };
    struct name_words words;

    if (name.n == 0 || name.n > LONGEST || !has_name_letters(name))
        return false;
    words = count_words(name);
    /* Collaborations have a small word, and some people print their names without
     * capitals. */
    return words.all <= WORDS && (words.all <= 3 || words.capitals + 1 >= words.all);
}

/* A line that ends like a sentence, with a stop behind a long word without capitals. */
static bool ends_sentence(pc_str line)
{
    size_t n, letters = 0;
    enum letter letter;

    if (!pc_ends(line, "."))
        return false;
    line.n--;
    while ((letter = letter_end(line, &n)) == LETTER_LOWER || letter == LETTER_CASELESS) {
        line.n -= n;
        letters++;
    }
    return letters > 3 || letter == LETTER_BLANK;
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
    if (!authors.truncated && authors.affiliations.n == 0 && ends_sentence(line))
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
