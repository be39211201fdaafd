/* key_brackets.c - reads templates of parts in brackets: [auth:upper]_[year]. */
#include "key_fields.h"
#include "key_template.h"

/* A part that is made for a role: pureauth is for authors only, edtr for editors. */
struct wanted {
    char name[32]; /* as if it were for anyone */
    size_t n;
    enum pc_key_role role;
};

static void put_name(struct wanted *w, const char *text, pc_str rest)
{
    int n = snprintf(w->name, sizeof w->name, "%s%.*s", text, PC_FMT(rest));

    w->n = n > 0 && (size_t)n < sizeof w->name ? (size_t)n : 0;
}

/* "edtr.edtr.ea", "editorLast" and "pureauth3" as the names of the parts for anyone. */
static struct wanted wanted_part(pc_str name)
{
    struct wanted w = { "", 0, PC_KEY_ANYONE };

    if (pc_eq(name, "edtr.edtr.ea")) {
        put_name(&w, "auth.auth.ea", pc_s(""));
        w.role = PC_KEY_EDITORS;
    } else if (pc_starts(name, "edtr")) {
        put_name(&w, "auth", pc_drop(name, 4));
        w.role = PC_KEY_EDITORS;
    } else if (pc_starts(name, "editor")) {
        put_name(&w, "author", pc_drop(name, 6));
        w.role = PC_KEY_EDITORS;
    } else if (pc_starts(name, "pureauth")) {
        put_name(&w, "", pc_drop(name, 4));
        w.role = PC_KEY_AUTHORS;
    }
    return w;
}

/* Stores the numbers of auth3_2, truncate3 and the like. */
static int take_numbers(const struct pc_key_template *t, struct pc_key_piece *piece,
                        const pc_str numbers[2])
{
    int n = 0, m = piece->m;

    if (numbers[0].n == 0)
        return PC_OK;
    if (!pc_key_number(numbers[0], &n) || n == 0)
        return pc_key_wrong(t, numbers[0], "not a number from 1 to 9999");
    if (numbers[1].n != 0 && (!pc_key_number(numbers[1], &m) || m == 0))
        return pc_key_wrong(t, numbers[1], "not a number from 1 to 9999");
    if (piece->what == PC_KEY_TRUNCATE) {
        piece->m = n;
    } else {
        piece->n = n;
        piece->m = m;
    }
    return PC_OK;
}

/* The numbers of W as slices of the template, where NAME is. */
static void move_numbers(pc_str numbers[2], const struct wanted *w, pc_str name)
{
    for (int i = 0; i < 2; i++) {
        if (numbers[i].n != 0)
            numbers[i].p = name.p + name.n - (w->n - (size_t)(numbers[i].p - w->name));
    }
}

static int read_part(struct pc_key_template *t, pc_str name, bool *clean)
{
    pc_str numbers[2] = { { NULL, 0 }, { NULL, 0 } };
    struct wanted w = wanted_part(name);
    const struct pc_key_name *part = pc_key_part_named(pc_sub(w.name, w.n), numbers);
    struct pc_key_piece *piece;

    if (w.n != 0 && part != NULL) {
        move_numbers(numbers, &w, name);
        piece = pc_key_push_name(t, part);
        piece->role = (unsigned char)w.role;
        if (part->what == PC_KEY_OWN_AUTH) {
            piece->what = PC_KEY_FAMILY;
            piece->m = 1;
            piece->run = pc_key_run_people;
        }
    } else {
        part = pc_key_part_named(name, numbers);
        if (part == NULL)
            part = pc_key_field_part(name);
        if (part == NULL)
            return pc_key_unknown(t, name, "a part of a key", pc_key_part_name);
        piece = pc_key_push_name(t, part);
    }
    *clean = piece->what <= PC_KEY_OWN_HASH;
    if (piece->what == PC_KEY_FIELD) {
        piece->text = pc_key_field(name);
        if (pc_eq(piece->text, "number"))
            piece->text2 = pc_s("issue"); /* which is BibTeX's number of an article */
    }
    if (piece->what == PC_KEY_FAMILY && pc_eq(piece->text, "full"))
        piece->particle = true;
    return take_numbers(t, piece, numbers);
}

static int read_modifier(struct pc_key_template *t, pc_str name)
{
    const struct pc_key_name *modifier;
    pc_str numbers[2];

    if (name.n >= 2 && name.p[0] == '(' && name.p[name.n - 1] == ')') {
        struct pc_key_piece *piece = pc_key_push(t, PC_KEY_FILTER);

        piece->run = pc_key_run_filter;
        piece->what = PC_KEY_DEFAULT;
        piece->text = pc_sub(name.p + 1, name.n - 2);
        return pc_key_check_text(t, piece->text);
    }
    if (pc_starts(name, "regex"))
        return pc_key_unknown(t, name, "supported: there are no regular expressions", NULL);
    modifier = pc_key_modifier_named(name, numbers);
    if (modifier == NULL)
        return pc_key_unknown(t, name, "a modifier", pc_key_modifier_name);
    return take_numbers(t, pc_key_push_name(t, modifier), numbers);
}

/* The length of the text up to the next colon that is not in parentheses. */
static size_t word_length(pc_str s)
{
    int depth = 0;
    size_t n;

    for (n = 0; n < s.n && (s.p[n] != ':' || depth > 0); n++)
        depth += (s.p[n] == '(') - (s.p[n] == ')');
    return n;
}

/* INSIDE is what stands between the brackets. */
static int read_bracket(struct pc_key_template *t, pc_str inside)
{
    size_t n = word_length(inside);
    bool clean = false;
    int status = read_part(t, pc_sub(inside.p, n), &clean);

    while (status == PC_OK && n < inside.n) {
        inside = pc_drop(inside, n + 1);
        n = word_length(inside);
        status = read_modifier(t, pc_sub(inside.p, n));
        clean = false;
    }
    if (status == PC_OK && !clean)
        pc_key_push(t, PC_KEY_CLEAN);
    return status;
}

int pc_key_read_brackets(struct pc_key_template *t)
{
    pc_str rest = t->text, inside;
    int status = PC_OK;

    while (status == PC_OK && rest.n != 0) {
        size_t n = 0;

        if (rest.p[0] == '[') {
            const char *end = memchr(rest.p, ']', rest.n);

            if (end == NULL)
                return pc_key_wrong(t, rest, "'[' without ']'");
            inside = pc_sub(rest.p + 1, (size_t)(end - rest.p) - 1);
            status = read_bracket(t, inside);
            n = inside.n + 2;
        } else {
            struct pc_key_piece *piece;

            while (n < rest.n && rest.p[n] != '[')
                n++;
            piece = pc_key_push(t, t->count != 0 ? PC_KEY_JOINT : PC_KEY_TEXT);
            piece->text = pc_sub(rest.p, n);
            status = memchr(rest.p, ' ', n) != NULL
                         ? pc_key_wrong(t, piece->text, "a key has no spaces")
                         : pc_key_check_text(t, piece->text);
        }
        rest = pc_drop(rest, n);
    }
    return status;
}
