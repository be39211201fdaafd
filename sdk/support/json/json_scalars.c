/* json_scalars.c - the strings and numbers of the JSON reader. */
#include "json/json_scalars.h"
#include "paperconv/scan.h"

enum { LONGEST_CHARACTER = 4 }; /* bytes of UTF-8 */

/* ---- escapes ---------------------------------------------------------------------- */

static uint32_t hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return (uint32_t)(c - '0');
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10) : 16;
}

/* Reads the four digits of \uXXXX, where P is at the backslash, into *UNIT; false if they are not
 * there. */
static bool read_unit(const char *p, const char *end, uint32_t *unit)
{
    *unit = 0;
    if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
        return false;
    for (size_t i = 2; i < 6; i++) {
        uint32_t digit = hex_digit(p[i]);

        if (digit == 16)
            return false;
        *unit = *unit << 4 | digit;
    }
    return true;
}

/* Where the escape \uXXXX at P is wrong. */
static const char *bad_digit(const char *p, const char *end)
{
    for (p += 2; p < end && hex_digit(*p) != 16;)
        p++;
    return p;
}

/* Reads \uXXXX, or two that are a surrogate pair, at P into *RUNE.  Returns its end, or NULL after
 * an error. */
static const char *read_unicode(pc_json *json, const char *p, uint32_t *rune)
{
    uint32_t low;

    if (!read_unit(p, json->end, rune)) {
        pc_json_fail(json, bad_digit(p, json->end), "expected four hexadecimal digits after \\u");
        return NULL;
    }
    p += 6;
    if (*rune >= 0xD800 && *rune < 0xDC00 && read_unit(p, json->end, &low) && low >= 0xDC00 &&
        low < 0xE000) {
        *rune = 0x10000 + ((*rune - 0xD800) << 10) + (low - 0xDC00);
        return p + 6;
    }
    if (*rune == 0 || (*rune >= 0xD800 && *rune < 0xE000)) {
        *rune = 0xFFFD;
        json->replaced++;
    }
    return p;
}

/* Reads the escape at P into *RUNE.  Returns its end, or NULL after an error. */
static const char *read_escape(pc_json *json, const char *p, uint32_t *rune)
{
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    const char *letter;

    if (json->end - p < 2) {
        pc_json_fail(json, json->end, NULL);
        return NULL;
    }
    if (p[1] == 'u')
        return read_unicode(json, p, rune);
    letter = memchr(letters, p[1], sizeof letters - 1);
    if (letter == NULL) {
        pc_json_fail(json, p + 1, "JSON does not have this escape");
        return NULL;
    }
    *rune = (unsigned char)meanings[letter - letters];
    return p + 2;
}

/* ---- strings ---------------------------------------------------------------------- */

/* Control characters and all bytes beyond ASCII, which are negative: one comparison. */
PC_SCAN_TEST ends_plain_text(const unsigned char *p)
{
    return pc_scan_if((signed char)*p < 0x20) | pc_scan_if(*p == '"') | pc_scan_if(*p == '\\');
}
PC_SCAN_NEAR(plain_text_length, ends_plain_text)

/* Moves over the characters beyond ASCII at P; NULL after an error. */
static const char *pass_utf8(pc_json *json, const char *p)
{
    size_t n;

    for (; p < json->end && (unsigned char)*p >= 0x80; p += n) {
        if (pc_rune(pc_sub(p, (size_t)(json->end - p)), &n) == 0xFFFD && n == 1) {
            pc_json_fail(json, p, "a string has a byte that is not valid UTF-8");
            return NULL;
        }
    }
    return p;
}

/* Moves over everything up to the next quote or backslash; NULL after an error. */
static const char *pass_plain(pc_json *json, const char *p)
{
    while (p < json->end) {
        p += plain_text_length(pc_sub(p, (size_t)(json->end - p)));
        if (p == json->end)
            break;
        if (*p == '"' || *p == '\\')
            return p;
        if ((unsigned char)*p < 0x20) {
            pc_json_fail(json, p, "a string has a control character that is not escaped");
            return NULL;
        }
        p = pass_utf8(json, p);
        if (p == NULL)
            return NULL;
    }
    pc_json_fail(json, json->end, NULL);
    return NULL;
}

static void append_run(pc_text *decoded, const char *from, const char *to)
{
    memcpy(decoded->p + decoded->n, from, (size_t)(to - from));
    decoded->n += (size_t)(to - from);
}

/* Reads on at the first backslash P of the string that begins at START.  Decoding makes no text
 * longer, so the room for the rest of the text is enough for all further strings, too: what was
 * decoded before never moves.  (pc_text_rune() always needs room for the longest character.) */
static bool read_escaped(pc_json *json, const char *start, const char *p, pc_str *text)
{
    pc_text *const decoded = json->decoded;
    const char *from = start;
    size_t first = 0;
    uint32_t rune;

    if (decoded != NULL) {
        pc_text_room(decoded, (size_t)(json->end - start) + LONGEST_CHARACTER);
        first = decoded->n;
    }
    while (p != NULL && *p == '\\') {
        const char *after = read_escape(json, p, &rune);

        if (after == NULL)
            return false;
        if (decoded != NULL) {
            append_run(decoded, from, p);
            pc_text_rune(decoded, rune);
        }
        from = after;
        p = pass_plain(json, after);
    }
    if (p == NULL)
        return false;
    json->p = p + 1;
    if (decoded == NULL) {
        *text = pc_sub(start, (size_t)(p - start));
    } else {
        append_run(decoded, from, p);
        *text = pc_sub(decoded->p + first, decoded->n - first);
    }
    return true;
}

bool pc_json_read_string(pc_json *json, pc_str *text)
{
    const char *const start = json->p;
    const char *p = pass_plain(json, start);

    if (p == NULL)
        return false;
    if (*p == '\\')
        return read_escaped(json, start, p, text);
    *text = pc_sub(start, (size_t)(p - start));
    json->p = p + 1;
    return true;
}

/* ---- numbers ---------------------------------------------------------------------- */

/* Moves over the digits at P, at least one; else says so in *REASON. */
static const char *need_digits(const char *p, const char *end, const char **reason)
{
    const char *const start = p;

    while (p < end && *p >= '0' && *p <= '9')
        p++;
    if (p == start)
        *reason = "expected a digit";
    return p;
}

/* Moves over the number at P, as far as it is one.  *REASON says what is wrong there, and stays
 * NULL when nothing is. */
static const char *pass_number(const char *p, const char *end, const char **reason)
{
    const char *const digits = p + (p < end && *p == '-');

    p = need_digits(digits, end, reason);
    if (p - digits > 1 && *digits == '0') {
        *reason = "a number has a leading zero";
        return digits;
    }
    if (*reason == NULL && p < end && *p == '.')
        p = need_digits(p + 1, end, reason);
    if (*reason == NULL && p < end && (*p | 0x20) == 'e') {
        p++;
        p = need_digits(p < end && (*p == '+' || *p == '-') ? p + 1 : p, end, reason);
    }
    return p;
}

bool pc_json_read_number(pc_json *json, pc_str *text)
{
    const char *const start = json->p;
    const char *reason = NULL;
    const char *const end = pass_number(start, json->end, &reason);

    if (reason != NULL)
        return pc_json_fail(json, end, reason);
    *text = pc_sub(start, (size_t)(end - start));
    json->p = end;
    return true;
}

bool pc_json_is_number(pc_str text)
{
    const char *reason = NULL;

    return text.n != 0 && pass_number(text.p, text.p + text.n, &reason) == text.p + text.n &&
           reason == NULL;
}
