/* romanize.c - letters of all scripts, spelt in ASCII, by the published tables that
 * docs/keys.md and tools/make-romanization-table name. */
#include "romanize.h"

#include "tex/latin.h"

#include <stdlib.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

struct romanized {
    uint16_t rune;
    char ascii[6];
};

#include "romanize_table.h"

enum {
    HAN = 0x3400,
    HAN_END = HAN + 64 * (int)COUNT(han_numbers),
    HAN_FORMS = 0xF900,
    HAN_FORMS_END = HAN_FORMS + 64 * (int)COUNT(han_form_numbers),
    HIRAGANA = 0x3041,
    HIRAGANA_END = HIRAGANA + (int)COUNT(kana_spellings),
    TO_KATAKANA = 0x60,
    HALF_WIDTH = 0xFF66,
    HALF_WIDTH_END = HALF_WIDTH + (int)COUNT(half_width_kana),
    LONG_VOWEL = 0x30FC,
    SYLLABLES = 0xAC00, /* of Hangul */
    SYLLABLES_END = 0xD7A4,
    MATHEMATICAL = 0x1D400,
    MATHEMATICAL_END = MATHEMATICAL + (int)COUNT(mathematical_letters)
};

static bool is_between(uint32_t rune, uint32_t first, uint32_t end)
{
    return rune - first < end - first;
}

static bool give(struct pc_roman *roman, const char *text)
{
    roman->text = text;
    return text != NULL;
}

/* The character after the N bytes that S begins with; 0: none. */
static uint32_t rune_after(pc_str s, size_t n, size_t *length)
{
    *length = 0;
    return n < s.n ? pc_rune(pc_drop(s, n), length) : 0;
}

static int compare_romanized(const void *rune, const void *entry)
{
    uint32_t sought = *(const uint32_t *)rune, there = ((const struct romanized *)entry)->rune;

    return (sought > there) - (sought < there);
}

static const char *letter_spelling(uint32_t rune, char buffer[2])
{
    const char *ascii = pc_latin_ascii(rune, buffer);
    const struct romanized *found;

    if (ascii != NULL)
        return ascii;
    found = bsearch(&rune, romanized_letters, COUNT(romanized_letters), sizeof romanized_letters[0],
                    compare_romanized);
    return found != NULL ? found->ascii : NULL;
}

/* ---- Greek: ELOT 743 (ISO 843:1997, transcription) -------------------------------- */

static bool is_greek(uint32_t rune)
{
    return is_between(rune, 0x370, 0x400) || is_between(rune, 0x1F00, 0x2000);
}

static uint32_t small_greek(uint32_t rune)
{
    return is_between(rune, 0x391, 0x3AA) ? rune + 0x20 : rune;
}

/* An upsilon that belongs to the vowel before it: one with two dots does not. */
static bool is_second_vowel(uint32_t rune)
{
    char buffer[2];
    const char *ascii = is_greek(rune) ? letter_spelling(rune, buffer) : NULL;

    return ascii != NULL && (ascii[0] | 0x20) == 'y' && rune != 0x3B0 && rune != 0x3AB &&
           rune != 0x3CB && !is_between(rune, 0x1FE2, 0x1FE4) && rune != 0x1FE7;
}

/* af before these letters and at the end of a word, av elsewhere. */
static bool is_voiceless(uint32_t rune)
{
    static const uint16_t voiced[] = { 0x392, 0x393, 0x394, 0x396, 0x39B, 0x39C, 0x39D, 0x3A1,
                                       0x3B2, 0x3B3, 0x3B4, 0x3B6, 0x3BB, 0x3BC, 0x3BD, 0x3C1 };
    char buffer[2];
    const char *ascii = is_greek(rune) ? letter_spelling(rune, buffer) : NULL;

    for (size_t i = 0; i < COUNT(voiced); i++) {
        if (rune == voiced[i])
            return false;
    }
    return ascii == NULL || ascii[0] == '\0' || strchr("aeioyAEIOY", ascii[0]) == NULL;
}

/* The second letter of a pair that is spelt together; '\0': no pair. */
static char pair_of(pc_str s, uint32_t rune, uint32_t next, size_t length, bool first)
{
    uint32_t second = small_greek(next);
    size_t ignored;

    switch (small_greek(rune)) {
    case 0x3B3: /* gamma before gamma, xi and chi */
        return second == 0x3B3 || second == 0x3BE || second == 0x3C7 ? 'n' : '\0';
    case 0x3BC: /* mu before pi */
        return first && second == 0x3C0 ? 'b' : '\0';
    case 0x3BF: /* omicron */
        return is_second_vowel(next) ? 'u' : '\0';
    case 0x3B1: /* alpha, epsilon, eta */
    case 0x3B5:
    case 0x3B7:
        if (!is_second_vowel(next))
            return '\0';
        return is_voiceless(rune_after(s, length, &ignored)) ? 'f' : 'v';
    default:
        return '\0';
    }
}

static bool spell_greek(pc_str s, uint32_t rune, bool first, struct pc_roman *roman)
{
    size_t length;
    uint32_t next = rune_after(s, roman->n, &length);
    const char *ascii = letter_spelling(rune, roman->buffer);
    char second = is_greek(next) ? pair_of(s, rune, next, roman->n + length, first) : '\0';
    size_t at = 0;

    if (ascii == NULL || second == '\0')
        return give(roman, ascii);
    if (second == 'n') { /* and the next letter is spelt by itself */
        roman->buffer[at++] = ascii[0] == 'G' ? 'N' : 'n';
    } else {
        roman->n += length;
        if (second != 'b')
            roman->buffer[at++] = ascii[0];
        if (small_greek(next) != next || (second == 'b' && ascii[0] == 'M'))
            second = (char)(second & ~0x20);
        roman->buffer[at++] = second;
    }
    roman->buffer[at] = '\0';
    return give(roman, roman->buffer);
}

/* ---- Hangul: Revised Romanization (2000), syllable by syllable as in names ---------- */

static const char initials[][3] = { "g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
                                    "ss", "",   "j", "jj", "ch", "k", "t", "p", "h" };
static const char vowels[][4] = { "a",  "ae", "ya", "yae", "eo", "e",  "yeo",
                                  "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                  "wo", "we", "wi", "yu",  "eu", "ui", "i" };
static const char finals[][3] = { "",  "k",  "k", "k", "n", "n", "n", "t", "l", "k",
                                  "m", "l",  "l", "l", "p", "l", "m", "p", "p", "t",
                                  "t", "ng", "t", "t", "k", "t", "p", "t" };

static bool spell_hangul(uint32_t rune, struct pc_roman *roman)
{
    uint32_t number = rune - SYLLABLES;

    strcpy(roman->buffer, initials[number / (COUNT(vowels) * COUNT(finals))]);
    strcat(roman->buffer, vowels[number / COUNT(finals) % COUNT(vowels)]);
    strcat(roman->buffer, finals[number % COUNT(finals)]);
    return give(roman, roman->buffer);
}

static const char *jamo_spelling(uint32_t rune)
{
    if (is_between(rune, 0x1100, 0x1100 + COUNT(initials)))
        return initials[rune - 0x1100];
    if (is_between(rune, 0x1161, 0x1161 + COUNT(vowels)))
        return vowels[rune - 0x1161];
    if (is_between(rune, 0x11A8, 0x11A7 + COUNT(finals)))
        return finals[rune - 0x11A7];
    return NULL;
}

/* ---- kana: Hepburn ------------------------------------------------------------------ */

/* The hiragana of any kana, and the long vowel; 0 for other characters. */
static uint32_t hiragana_of(uint32_t rune)
{
    if (is_between(rune, HIRAGANA, HIRAGANA_END) || rune == LONG_VOWEL)
        return rune;
    if (is_between(rune, HIRAGANA + TO_KATAKANA, HIRAGANA_END + TO_KATAKANA))
        return rune - TO_KATAKANA;
    return is_between(rune, HALF_WIDTH, HALF_WIDTH_END) ? half_width_kana[rune - HALF_WIDTH] : 0;
}

/* Takes the kana that S begins with, and the mark after it that changes its consonant. */
static uint32_t take_kana(pc_str s, size_t *n)
{
    size_t length;
    uint32_t kana, mark;

    *n = 0;
    if (s.n == 0)
        return 0;
    kana = hiragana_of(pc_rune(s, n));
    mark = rune_after(s, *n, &length);
    if (mark == 0x3099 || mark == 0xFF9E || mark == 0x309A || mark == 0xFF9F) {
        bool half = mark == 0x309A || mark == 0xFF9F;
        bool ha = is_between(kana, 0x306F, 0x307E);

        if (kana == 0x3046 && !half)
            kana = 0x3094;
        else if (ha || (!half && is_between(kana, 0x304B, 0x3069)))
            kana += half ? 2 : 1;
        *n += length;
    }
    return kana;
}

/* Puts the vowel of a small kana in the place of the vowel of the one before it: ki + small ya is
 * kya, shi + small ya is sha, te + small i is ti, u + small i is wi. */
static void join_small(char *text, uint32_t small)
{
    const char *ascii = kana_spellings[small - HIRAGANA];
    size_t n = strlen(text);

    if (n > 1)
        text[--n] = '\0';
    else if (text[0] == 'u' && ascii[0] != 'u')
        text[0] = 'w';
    if (ascii[0] == 'y' && n > 0 && (text[n - 1] == 'j' || (n > 1 && text[n - 1] == 'h')))
        ascii++;
    strcat(text, ascii);
}

static bool is_small(uint32_t kana)
{
    return kana == 0x3083 || kana == 0x3085 || kana == 0x3087 || kana == 0x3041 || kana == 0x3043 ||
           kana == 0x3045 || kana == 0x3047 || kana == 0x3049;
}

static bool spell_kana(pc_str s, struct pc_roman *roman)
{
    enum { SMALL_TSU = 0x3063 };
    uint32_t kana = take_kana(s, &roman->n), next;
    char *text = roman->buffer;
    size_t n;

    text[0] = '\0';
    if (kana == SMALL_TSU) { /* doubles the consonant after it; ch becomes tch */
        next = take_kana(pc_drop(s, roman->n), &n);
        if (next != 0 && next != LONG_VOWEL && next != SMALL_TSU &&
            strchr("aiueon", kana_spellings[next - HIRAGANA][0]) == NULL) {
            text[0] = kana_spellings[next - HIRAGANA][0] == 'c'
                          ? 't'
                          : kana_spellings[next - HIRAGANA][0];
            text[1] = '\0';
        }
        return give(roman, text);
    }
    if (kana == LONG_VOWEL)
        return give(roman, text);
    strcpy(text, kana_spellings[kana - HIRAGANA]);
    next = take_kana(pc_drop(s, roman->n), &n);
    if (is_small(next) && !is_small(kana)) {
        join_small(text, next);
        roman->n += n;
    }
    return give(roman, text);
}

/* ---- Chinese characters: kMandarin --------------------------------------------------- */

static const char *han_reading(uint32_t rune)
{
    bool form = rune >= HAN_FORMS;
    uint32_t at = rune - (form ? HAN_FORMS : HAN);
    const char *code = &(form ? han_form_numbers : han_numbers)[at / 64][at % 64 * 2];
    const char *reading = han_syllables[(code[0] - 'A') * 26 + code[1] - 'a'];

    return reading[0] != '\0' ? reading : NULL;
}

/* ---- all ----------------------------------------------------------------------------- */

/* Vowel signs of Hebrew and Arabic that are left out. */
static bool is_vowel_sign(uint32_t rune)
{
    return is_between(rune, 0x591, 0x5C8) || is_between(rune, 0x610, 0x61B) ||
           is_between(rune, 0x64B, 0x660) || rune == 0x670 || is_between(rune, 0x6D6, 0x6EE);
}

bool pc_romanize(pc_str s, bool first, struct pc_roman *roman)
{
    uint32_t rune = pc_rune(s, &roman->n);
    const char *letter;

    roman->script = PC_SCRIPT_ALPHABET;
    if (is_greek(rune))
        return spell_greek(s, rune, first, roman);
    letter = letter_spelling(rune, roman->buffer);
    if (letter != NULL || rune < 0x590)
        return give(roman, letter);
    if (is_between(rune, HAN, HAN_END) || is_between(rune, HAN_FORMS, HAN_FORMS_END)) {
        roman->script = PC_SCRIPT_HAN;
        return give(roman, han_reading(rune));
    }
    if (hiragana_of(rune) != 0) {
        roman->script = rune < HIRAGANA_END ? PC_SCRIPT_HIRAGANA : PC_SCRIPT_KATAKANA;
        return spell_kana(s, roman);
    }
    if (is_between(rune, SYLLABLES, SYLLABLES_END)) {
        roman->script = PC_SCRIPT_HANGUL;
        return spell_hangul(rune, roman);
    }
    if (is_between(rune, MATHEMATICAL, MATHEMATICAL_END)) {
        letter = mathematical_letters[rune - MATHEMATICAL];
        return give(roman, letter[0] != '\0' ? letter : NULL);
    }
    if (is_vowel_sign(rune))
        return give(roman, "");
    return give(roman, jamo_spelling(rune));
}
