/* author_line.c - recognises an author line by its place and its shape together. */
#include "author_line.h"
#include "character_kind.h"
#include "paperconv/lines.h"

static const char middle_dot[] = " \u00b7 ";

/* ---- names ----------------------------------------------------------------------- */

/* The length of the brackets at the front of S, with what is in them; 0 when there are none. */
static size_t brackets_length(pc_str s)
{
    const char *end = NULL;

    if (s.n != 0 && (s.p[0] == '(' || s.p[0] == '['))
        end = (const char *)memchr(s.p, s.p[0] == '(' ? ')' : ']', s.n);
    return end != NULL ? (size_t)(end - s.p) + 1 : 0;
}

static bool is_separator(pc_str list, size_t at)
{
    pc_str behind = pc_drop(list, at + 1);
    size_t n;

    if (list.p[at] == ':')
        return behind.n == 0 || behind.p[0] == ',' || pc_lines_blank_front(behind) != 0;
    return list.p[at] == ',' && (behind.n == 0 || pc_lines_blank_front(behind) != 0 ||
                                 kind_at_front(behind, &n) == KIND_UPPER);
}

/* The next separator of LIST at or after FROM; the end of LIST if none. */
static size_t next_separator(pc_str list, size_t from)
{
    while (from < list.n) {
        size_t n = brackets_length(pc_drop(list, from));

        if (n == 0 && is_separator(list, from))
            break;
        from += n != 0 ? n : 1;
    }
    return from;
}

/* Cuts "(MIT)" off the end of NAME; a name of only brackets stays. */
static pc_str cut_brackets(pc_str *name)
{
    for (size_t at = 1; at < name->n; at++) {
        pc_str rest = pc_drop(*name, at);

        if (brackets_length(rest) == rest.n && rest.n > 2) {
            *name = authors_trim(pc_sub(name->p, at));
            return authors_trim(pc_sub(rest.p + 1, rest.n - 2));
        }
    }
    return pc_none();
}

bool author_line_take(pc_str *list, pc_str *name, pc_str *affiliation)
{
    size_t end, after;

    *name = pc_none();
    while (name->n == 0 && list->n != 0) {
        end = next_separator(*list, 0);
        for (; end < list->n; end = after) {
            after = next_separator(*list, end + 1);
            if (!authors_is_suffix(authors_trim(pc_sub(list->p + end + 1, after - end - 1))))
                break;
        }
        *name = authors_trim(pc_sub(list->p, end));
        *list = pc_drop(*list, end < list->n ? end + 1 : end);
    }
    *affiliation = cut_brackets(name);
    return name->n != 0;
}

struct authors author_line_cut(pc_str line)
{
    struct authors authors = authors_cut(line);
    size_t n = strlen(middle_dot);

    if (line.n == 0 || memchr(line.p, middle_dot[2], line.n) == NULL) /* its last byte */
        return authors;
    for (size_t at = 1; authors.affiliations.n == 0 && at + n < line.n; at++) {
        if (memcmp(line.p + at, middle_dot, n) != 0)
            continue;
        authors = authors_cut(pc_sub(line.p, at));
        authors.affiliations = pc_lines_trim(pc_drop(line, at + n));
    }
    return authors;
}

/* ---- words ----------------------------------------------------------------------- */

/* What the words of a name, or of a list of names, are. */
struct shape {
    size_t words, capitals, smalls; /* SMALLS: neither names nor particles */
    bool team;
};

/* "M. Muster on behalf of the T2K collaboration". */
static bool joins_names(pc_str word)
{
    static const char *const words[] = { "for", "on", "behalf", "of", "and", "&", "the", NULL };

    return authors_is_one_of(word, words) || authors_is_particle(word);
}

/* Drops the TeX of an accent in front of a letter: \"o, {\O}, \v{s}. */
static pc_str drop_accent(pc_str word)
{
    static const char signs[] = "\"'({[\\}^~=`.*";

    while (word.n > 1 && strchr(signs, word.p[0]) != NULL) {
        bool accent = word.p[0] == '\\' && word.n > 2 && word.p[2] == '{';

        word = pc_drop(word, accent ? 2 : 1);
    }
    return word;
}

static bool has_capital(pc_str word)
{
    size_t n;

    for (; word.n != 0; word = pc_drop(word, n)) {
        enum character_kind kind = kind_at_front(word, &n);

        if (kind == KIND_UPPER || kind == KIND_CASELESS)
            return true;
    }
    return false;
}

static void look_at_word(pc_str word, struct shape *shape)
{
    word = drop_accent(word);
    while (word.n > 1 && strchr(")]:,.*\"", word.p[word.n - 1]) != NULL)
        word.n--;
    shape->words++;
    if (authors_is_team_word(word))
        shape->team = true;
    else if (has_capital(word))
        shape->capitals++;
    else if (!joins_names(word))
        shape->smalls++;
}

/* True for \alpha and other commands that are no letters. */
static bool is_formula(pc_str command)
{
    enum { LONGEST_LETTER = 2 }; /* \ss, \ae */

    return small_letters(pc_drop(command, 1)) > LONGEST_LETTER;
}

/* True when NAME has a sign that no name has. */
static bool has_foreign_sign(pc_str name)
{
    for (size_t i = 0; i < name.n; i++) {
        if (strchr("$=?!;|<>@%#_", name.p[i]) != NULL ||
            (name.p[i] == '\\' && is_formula(pc_drop(name, i))))
            return true;
    }
    return false;
}

static struct shape shape_of(pc_str name)
{
    struct shape shape = { .words = 0 };
    pc_str word;

    while (authors_take_word(&name, &word))
        look_at_word(word, &shape);
    return shape;
}

/* ---- lines ----------------------------------------------------------------------- */

/* What the names of a line are. */
struct names {
    size_t all, plain, odd; /* ODD: neither persons nor teams */
    bool team;
    struct shape last;
};

static void look_at_name(pc_str name, struct names *names)
{
    enum { WORDS = 10 };
    struct shape shape = shape_of(name);
    bool plain = authors_is_name(name);

    names->all++;
    names->plain += plain;
    names->team |= shape.team;
    names->odd += has_foreign_sign(name) || shape.words > WORDS ||
                  (!plain && (shape.capitals == 0 || shape.smalls > 1));
    names->last = shape;
}

/* MOST_ODD: where to stop. */
static struct names look_at_names(pc_str list, size_t most_odd)
{
    struct names names = { .all = 0 };
    pc_str name, affiliation;

    while (names.odd <= most_odd && author_line_take(&list, &name, &affiliation))
        look_at_name(name, &names);
    return names;
}

/* True when LIST has no colon, or only behind a team.  In the right PLACE any name may be a team's,
 * but no label. */
static bool has_good_colon(pc_str list, struct author_place place)
{
    static const char *const labels[] = { "Abstract", "Categories", "Comment",  "Comments", "DOI",
                                          "Keywords", "Note",       "Subjects", NULL };
    const char *colon = list.n != 0 ? (const char *)memchr(list.p, ':', list.n) : NULL;
    pc_str before;

    if (colon == NULL)
        return true;
    before = authors_trim(pc_sub(list.p, (size_t)(colon - list.p)));
    if (authors_is_one_of(before, labels))
        return false;
    return pc_ends(before, ",") || shape_of(before).team || (place.gap_before && place.gap_after);
}

/* True for "J.P.Muster". */
static bool begins_with_initial(pc_str name)
{
    size_t n, stop;

    return kind_at_front(name, &n) == KIND_UPPER &&
           kind_at_front(pc_drop(name, n), &stop) == KIND_STOP &&
           kind_at_front(pc_drop(name, n + stop), &n) == KIND_UPPER;
}

static bool is_rich(pc_str line, struct author_place place)
{
    struct authors authors = author_line_cut(line);
    bool marked = authors.truncated || authors.affiliations.n != 0;
    bool apart = place.gap_before && place.gap_after;
    struct names names;

    if ((!marked && authors_ends_sentence(line)) || !has_good_colon(authors.names, place))
        return false;
    names = look_at_names(authors.names, 0);
    if (names.all == 0 || names.odd != 0)
        return false;
    if (marked || names.team)
        return names.plain != 0 || names.team || place.gap_before;
    if (names.all > 1)
        return names.plain * 2 >= names.all || apart;
    return names.last.smalls == 0 &&
           (apart || names.last.capitals > 1 || begins_with_initial(authors.names));
}

enum author_line author_line_kind(pc_str line, struct author_place place)
{
    enum { LONGEST = 1000 };

    if (line.n > LONGEST)
        return AUTHOR_LINE_NO;
    if (authors_is_line(line, !place.gap_before))
        return AUTHOR_LINE_PLAIN;
    return is_rich(line, place) ? AUTHOR_LINE_RICH : AUTHOR_LINE_NO;
}

bool author_line_is_likely(pc_str line)
{
    enum { LONGEST = 300 };
    const struct author_place nowhere = { false, false };
    struct authors authors;
    struct names names;

    if (line.n > LONGEST)
        return false;
    authors = author_line_cut(line);
    if (!authors.truncated &&
        (authors_ends_sentence(line) || !has_good_colon(authors.names, nowhere)))
        return false;
    names = look_at_names(authors.names, SIZE_MAX);
    return authors.truncated || (names.all > 1 && names.plain * 2 > names.all);
}
