/* abstract_words.c - the set of the words of an abstract. */
#include "abstract_words.h"
#include "paperconv/scan.h"

enum { HEAD = 3 }; /* letters of a head */

/* Bytes outside ASCII count as letters, except those of U+2000 to U+203F (quotes and dashes). */
static bool is_other_letter_at(pc_str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];

    if (c == 0xe2)
        return i + 1 >= s.n || (unsigned char)s.p[i + 1] != 0x80;
    if (i >= 1 && (unsigned char)s.p[i - 1] == 0xe2)
        return c != 0x80;
    return i < 2 || (unsigned char)s.p[i - 2] != 0xe2 || (unsigned char)s.p[i - 1] != 0x80;
}

/* Letters and digits. */
static inline bool is_word_at(pc_str s, size_t i)
{
    unsigned char c = (unsigned char)s.p[i];

    if (c >= 0x80)
        return is_other_letter_at(s, i);
    return (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

pc_str word_at_front(pc_str s)
{
    size_t n = 0;

    while (n < s.n && is_word_at(s, n))
        n++;
    return pc_sub(s.p, n);
}

pc_str word_at_end(pc_str s)
{
    size_t n = s.n;

    while (n > 0 && is_word_at(s, n - 1))
        n--;
    return pc_drop(s, n);
}

static inline unsigned char lower_byte(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static int kind_of(char initial)
{
    return initial >= 'A' && initial <= 'Z' ? WORD_CAPITAL : WORD_SMALL;
}

/* No word continues at AT. */
static inline bool ends_at(pc_str text, size_t at)
{
    return at >= text.n || !is_word_at(text, at);
}

static bool begins_at(pc_str text, size_t at)
{
    return (at == 0 || !is_word_at(text, at - 1)) && is_word_at(text, at);
}

/* ---- the text -------------------------------------------------------------------- */

/* Where the first word beyond the limit begins; the length of TEXT when there is none. */
static size_t end_of_words(pc_str text)
{
    size_t count = 0, at = 0;

    if (text.n <= 2 * (size_t)ABSTRACT_WORDS) /* a letter and a space for each */
        return text.n;
    for (; at < text.n; at++) {
        count += begins_at(text, at);
        if (count > ABSTRACT_WORDS)
            break;
    }
    return at;
}

void abstract_words_read(struct abstract_words *words, pc_str text)
{
    size_t at = 0;

    words->text = pc_sub(text.p, text.n < ABSTRACT_BYTES ? text.n : ABSTRACT_BYTES);
    words->end = end_of_words(words->text);
    while (at < words->end && !is_word_at(words->text, at))
        at++;
    words->any = at < words->end;
    words->heads = words->listed = 0;
}

/* ---- heads ----------------------------------------------------------------------- */

/* The head of WORD, in lower case. */
static uint32_t letters_of(pc_str word)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < HEAD && i < word.n; i++)
        letters |= (uint32_t)lower_byte(word.p[i]) << 8 * i;
    return letters;
}

/* The index of the head LETTERS, at or after FIRST; the number of heads when it is not there. */
static size_t head_of(const struct abstract_words *words, uint32_t letters, size_t first)
{
    size_t i = first;

    while (i < words->heads && words->head[i].letters != letters)
        i++;
    return i;
}

/* The head of the word that begins at AT. */
static uint32_t letters_at(pc_str text, size_t at)
{
    size_t n = 1;

    while (n < HEAD && !ends_at(text, at + n))
        n++;
    return letters_of(pc_sub(text.p + at, n));
}

/* Lists the word at AT, if one begins there and its head is at or after index FIRST. */
static void list_word(struct abstract_words *words, size_t at, size_t first)
{
    struct word_head *head;
    size_t i;

    if (at >= words->end || !begins_at(words->text, at))
        return;
    i = head_of(words, letters_at(words->text, at), first);
    if (i == words->heads)
        return;
    head = &words->head[i];
    words->listed++;
    words->at[words->listed] = (uint16_t)at;
    words->before[words->listed] = head->last;
    head->last = (uint16_t)words->listed;
}

enum { STEP = PC_SCAN_STEP_, AT_ONCE = 4 };

/* A head to search for: its letters, and the bits that turn bytes of a text into lower case.  A
 * missing letter (heads of short words) matches any byte. */
struct pattern {
    unsigned char letter[HEAD], fold[HEAD];
};

static struct pattern pattern_of(uint32_t letters)
{
    struct pattern pattern;

    for (size_t i = 0; i < HEAD; i++) {
        unsigned char letter = (unsigned char)(letters >> 8 * i);

        pattern.fold[i] = letter != 0 ? 0x20 : 0xff;
        pattern.letter[i] = (unsigned char)(letter | pattern.fold[i]);
    }
    return pattern;
}

/* A bit for each of the STEP bytes at P where one of COUNT heads may begin. */
PC_SCAN_INLINE_ uint32_t find_heads(const unsigned char *p, const struct pattern *patterns,
                                    size_t count, pc_scan_pack_ *bits)
{
    unsigned char found[STEP];

#if defined(__clang__) /* which otherwise unrolls the loop and then cannot vectorise it */
#pragma clang loop unroll(disable)
#endif
    for (size_t i = 0; i < STEP; i++) { /* no branches: compiles to vector instructions */
        unsigned char any = 0;

        for (size_t k = 0; k < count; k++) {
            const struct pattern *x = &patterns[k];

            any |= pc_scan_if((unsigned char)(p[i] | 0x20) == x->letter[0]) &
                   pc_scan_if((unsigned char)(p[i + 1] | x->fold[1]) == x->letter[1]) &
                   pc_scan_if((unsigned char)(p[i + 2] | x->fold[2]) == x->letter[2]);
        }
        found[i] = any;
    }
    return bits(found);
}

enum { STEPS = ABSTRACT_BYTES / STEP };

/* find_heads() for all of TEXT. */
PC_SCAN_INLINE_ void find_all(pc_str text, const struct pattern *patterns, size_t count,
                              pc_scan_pack_ *bits, uint32_t found[STEPS])
{
    enum { REACH = STEP + HEAD - 1 };
    const unsigned char *p = (const unsigned char *)text.p;
    unsigned char padded[REACH + STEP] = { 0 };
    size_t at = 0;

    for (; text.n - at >= REACH; at += STEP)
        found[at / STEP] = find_heads(p + at, patterns, count, bits);
    memcpy(padded, p + at, text.n - at);
    for (size_t i = 0; at + i < text.n; i += STEP)
        found[(at + i) / STEP] = find_heads(padded + i, patterns, count, bits);
}

static void find_one(pc_str text, const struct pattern *pattern, uint32_t found[STEPS])
{
    const struct pattern patterns[] = { *pattern };

    find_all(text, patterns, 1, pc_scan_bits_, found);
}

PC_SCAN_AVX2_ static void find_one_avx2(pc_str text, const struct pattern *pattern,
                                        uint32_t found[STEPS])
{
    const struct pattern patterns[] = { *pattern };

    find_all(text, patterns, 1, pc_scan_bits_avx2_, found);
}

static void find_four(pc_str text, const struct pattern *four, uint32_t found[STEPS])
{
    const struct pattern patterns[AT_ONCE] = { four[0], four[1], four[2], four[3] };

    find_all(text, patterns, AT_ONCE, pc_scan_bits_, found);
}

PC_SCAN_AVX2_ static void find_four_avx2(pc_str text, const struct pattern *four,
                                         uint32_t found[STEPS])
{
    const struct pattern patterns[AT_ONCE] = { four[0], four[1], four[2], four[3] };

    find_all(text, patterns, AT_ONCE, pc_scan_bits_avx2_, found);
}

static void list_new_heads(struct abstract_words *words, size_t first)
{
    struct pattern patterns[AT_ONCE];
    size_t count = words->heads - first;
    uint32_t found[STEPS];

    if (count == 0 || words->text.n == 0)
        return;
    for (size_t i = 0; i < AT_ONCE; i++) /* fills up with the first one */
        patterns[i] = pattern_of(words->head[i < count ? first + i : first].letters);
    if (count == 1)
        (PC_SCAN_HAS_AVX2_ ? find_one_avx2 : find_one)(words->text, patterns, found);
    else
        (PC_SCAN_HAS_AVX2_ ? find_four_avx2 : find_four)(words->text, patterns, found);
    for (size_t at = 0; at < words->end; at += STEP) {
        for (uint32_t left = found[at / STEP]; left != 0; left &= left - 1)
            list_word(words, at + (size_t)__builtin_ctz(left), first);
    }
}

void abstract_words_list(struct abstract_words *words, const pc_str *others, size_t count)
{
    size_t first = words->heads;

    for (size_t i = 0; i < count; i++) {
        uint32_t letters = letters_of(others[i]);

        if (others[i].n == 0 || head_of(words, letters, 0) < words->heads)
            continue;
        if (words->heads == ABSTRACT_HEADS) /* full, which no line reaches: start again */
            first = words->heads = words->listed = 0;
        words->head[words->heads++] = (struct word_head){ letters, 0 };
        if (words->heads - first == AT_ONCE) {
            list_new_heads(words, first);
            first = words->heads;
        }
    }
    list_new_heads(words, first);
}

/* The number of the last listed word with the head of WORD; 0: none. */
static size_t last_like(struct abstract_words *words, pc_str word)
{
    uint32_t letters = letters_of(word);
    size_t i = head_of(words, letters, 0);

    if (i == words->heads) {
        abstract_words_list(words, &word, 1);
        i = head_of(words, letters, 0);
    }
    return words->head[i].last;
}

/* ---- lookups --------------------------------------------------------------------- */

/* The word that begins at AT is: 0 STEM, 1 STEM with an s, -1 neither.  Case does not matter. */
static int form_at(pc_str text, size_t at, pc_str stem)
{
    size_t end = at + stem.n;
    bool plural = end < text.n && lower_byte(text.p[end]) == 's';

    if (end > text.n || !ends_at(text, end + plural))
        return -1;
    for (size_t i = stem.n; i > 0; i--) {
        if (lower_byte(text.p[at + i - 1]) != lower_byte(stem.p[i - 1]))
            return -1;
    }
    return word_at_front(pc_drop(text, at)).n == stem.n + plural ? plural : -1;
}

/* How STEM, and STEM with an s, occur. */
static void look_up(struct abstract_words *words, pc_str stem, int how[2])
{
    how[0] = how[1] = 0;
    for (size_t i = last_like(words, stem); i != 0; i = words->before[i]) {
        int form = form_at(words->text, words->at[i], stem);

        if (form >= 0)
            how[form] |= kind_of(words->text.p[words->at[i]]);
    }
}

int abstract_words_find(struct abstract_words *words, pc_str word)
{
    enum { LONGEST = 64, HAS_PLURAL = 4 };
    bool plural = word.n >= HAS_PLURAL && pc_ends(word, "s");
    int how[2];

    if (word.n == 0 || word.n > LONGEST)
        return 0;
    look_up(words, pc_sub(word.p, word.n - plural), how);
    return how[plural] != 0 || word.n < HAS_PLURAL ? how[plural] : how[!plural];
}

bool abstract_words_may_split(struct abstract_words *words, pc_str word)
{
    enum { LEFT = 2 }; /* bytes of WORD, at least */
    pc_str text = words->text;
    size_t i = word.n >= HEAD + LEFT ? last_like(words, word) : 0;

    for (; i != 0; i = words->before[i]) {
        size_t at = words->at[i], same = 0;

        while (same < word.n - LEFT && at + same < text.n &&
               lower_byte(text.p[at + same]) == lower_byte(word.p[same]))
            same++;
        if (ends_at(text, at + same) || (same < word.n - LEFT && ends_at(text, at + same + 1)))
            return true;
    }
    return false;
}
