/* paperconv/json.h - support library: reads and writes JSON (RFC 8259) without a tree.
 *
 * The reader gives one token a call, checks the whole grammar, and needs no memory but a buffer
 * for strings with escapes.  Errors are sticky, so that the plugin checks once, at the end:
 *
 *     pc_str name, text;
 *     pc_json json;
 *
 *     pc_json_start(&json, line, &state->decoded);
 *     if (pc_json_next(&json, &text) == PC_JSON_OBJECT)
 *         while (pc_json_next(&json, &name) == PC_JSON_KEY) {
 *             if (!pc_eq(name, "title"))
 *                 pc_json_skip(&json);
 *             else if (pc_json_next(&json, &text) == PC_JSON_STRING)
 *                 pc_add(record, PC_TITLE, text);
 *         }
 *     if (pc_json_next(&json, &text) != PC_JSON_END)
 *         return pc_bad(source, json.at, "bad-json", "no object with a title: %s", ...);
 */
#ifndef PAPERCONV_JSON_H
#define PAPERCONV_JSON_H

#include "paperconv/fields.h"
#include "paperconv/gather.h"
#include "paperconv/plugin.h"
#include "paperconv/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- reading ----------------------------------------------------------------------- */

enum { PC_JSON_DEPTH = 512 }; /* of arrays and objects inside each other; more is an error */

enum pc_json_token {
    PC_JSON_ERROR = 0, /* the text is not JSON; so are all further tokens */
    PC_JSON_END,       /* the value was complete, and only white space followed; again and again */
    PC_JSON_OBJECT,
    PC_JSON_OBJECT_END,
    PC_JSON_ARRAY,
    PC_JSON_ARRAY_END,
    PC_JSON_KEY, /* the name of a member; its value is the next token */
    PC_JSON_STRING,
    PC_JSON_NUMBER,
    PC_JSON_TRUE,
    PC_JSON_FALSE,
    PC_JSON_NULL
};

typedef struct pc_json {
    const char *reason; /* NULL, or why PC_JSON_ERROR came: "expected ',' or ']'" */
    pc_str at;          /* then: the character at fault, or the empty slice where the text ends */
    size_t replaced;    /* escapes that stand for no character and became U+FFFD */

    /* private */
    const char *p, *end;
    pc_text *decoded;
    uint32_t depth, expected;
    uint64_t objects[PC_JSON_DEPTH / 64]; /* a bit for each level: is it an object? */
} pc_json;

/* Starts to read TEXT, which is one value: a line of JSON Lines, an element of an array, or a
 * whole document.  Strings with escapes are decoded into DECODED, which is emptied here: keep it
 * in the plugin's state, use it for nothing else, and free it once.  Without it (NULL) strings
 * are given as they are written.
 *
 * What RFC 8259 leaves open:
 *   - TEXT must be UTF-8; invalid bytes in a string are an error.
 *   - A byte order mark is an error.  pc_line() and pc_json_element() pass over the document's.
 *   - \u0000, which no text of paperconv may hold, and half of a surrogate pair become U+FFFD,
 *     and REPLACED counts them.
 *   - A name may come twice in an object; both members are given.
 *   - A number may have any number of digits. */
void pc_json_start(pc_json *json, pc_str text, pc_text *decoded);

/* The next token.  *TEXT is the name for a key, the decoded text for a string, the number as it is
 * written (90.10 stays 90.10), and absent for other tokens.  It is a slice of the text that is
 * read, or of DECODED when it holds an escape, and lives until the next pc_json_start() with that
 * buffer, or shorter if the text that is read does. */
enum pc_json_token pc_json_next(pc_json *json, pc_str *text);

/* Passes over the value of the key that was the last token, or over the rest of the object or the
 * array that the last token began, its end included.  Checks its grammar, but decodes nothing.
 * Does nothing after other tokens. */
void pc_json_skip(pc_json *json);

/* Passes over the value of the key that was the last token, and returns it as it is written;
 * absent when it is no value. */
pc_str pc_json_raw(pc_json *json);

/* Begins to read the next value when it is of KIND, PC_JSON_ARRAY or PC_JSON_OBJECT: its elements or keys
 * follow.  Passes over any other value and returns false. */
bool pc_json_open(pc_json *json, enum pc_json_token kind);
/* In an array that has begun: the same for the next element of KIND; elements of other kinds are passed
 * over.  False at the end of the array, and on an error. */
bool pc_json_open_next(pc_json *json, enum pc_json_token kind);

/* True when TEXT as a whole is a number by RFC 8259, section 6. */
bool pc_json_is_number(pc_str text);

/* For inputs of JSON Lines: reports that LINE, which was read with JSON, is no JSON object, as
 * the error bad-json at the character at fault.  Returns PC_BAD. */
int pc_json_bad_line(pc_source *source, pc_str line, const pc_json *json);
/* The same when the line is an object: reports the escapes that stand for no character, if there
 * are any, as the warning invalid-escape. */
void pc_json_warn_of_escapes(pc_source *source, pc_str line, const pc_json *json);

/* ---- the elements of a document that is an array ----------------------------------------- */

typedef struct pc_json_elements { /* all-zero: at the start of the document */
    const char *reason;           /* NULL, or why there is no further element */
    pc_str at;                    /* then: the character at fault, or where the document ends */
    bool inner; /* set by the caller: the array is part of a value; what follows it is not read */
    bool keep;  /* set by the caller, which consumes the elements itself: see pc_json_cut() */
    int stage, failed; /* private */
    size_t depth;      /* private: in an element that is passed over */
    bool in_string;
} pc_json_elements;

/* The next element of the array that SOURCE is, as soon as its last byte has come.  The document
 * may also be one value of another kind: then that is the only element.  False at the end of the
 * document, and when its outer level is no JSON (REASON).
 *
 * *ELEMENT is raw bytes, as pc_ahead() gives them, without white space around it, already consumed;
 * it lives until the callback returns.  Its end is found by counting brackets outside strings, in
 * a time that is linear in its size; whether it is a value, only pc_json_start() and
 * pc_json_next() tell.  The array may have any number of elements; the host limits the size of an
 * element (--limit record): see pc_json_pass().
 * A byte order mark at the start of the document is passed over. */
bool pc_json_element(pc_json_elements *elements, pc_source *source, pc_str *element);

/* For a reader that goes on behind a fault.  With KEEP, *ELEMENT is not consumed, also when the
 * document ends in it: it is then all that is left.  When the element is a value, the caller calls
 * pc_consume() for all of it.  When it is not, a brace may be missing, and more elements be in it:
 * pc_json_cut() consumes the first N bytes, behind which the next element begins. */
void pc_json_cut(pc_json_elements *elements, pc_source *source, size_t n);
/* After an error: goes on at the reading position, without asking for a comma.  True when the
 * error was that something follows the last value: what comes next may be another value. */
bool pc_json_resume(pc_json_elements *elements);
/* After an error in an element that is longer than a limit of the host, when pc_resume() was true: consumes a
 * part of the element, as much as is at hand.  True when more is left, for the next callback; otherwise
 * pc_json_element() finds the element behind it. */
bool pc_json_pass(pc_json_elements *elements, pc_source *source);

/* Consumes what is before an array that has one of NAMES (NULL ends them), when SOURCE is an object with
 * it: {"items": [, or, when OUTER is a name, {"message": {"items": [.  The number of objects that the
 * array is in; 0, and nothing is consumed, when SOURCE is something else.  Looks at the first value
 * as a whole, in a time that is linear in its size, when there is no such array.  Set the member
 * `inner` of the pc_json_elements that read the array. */
unsigned pc_json_enter(pc_source *source, const char *const *names, const char *outer);
/* Consumes the rest of the objects, DEPTH in each other, behind the array. */
void pc_json_leave(pc_source *source, unsigned depth);

/* ---- writing ------------------------------------------------------------------------- */

/* Appends TEXT, which is UTF-8, as a JSON string with its quotes.  The output has no control
 * character and no character at which a reader of lines may split it (U+0085, U+2028, U+2029). */
void pc_json_string(pc_gather *out, pc_str text);

/* ---- records as the output jsonl writes them --------------------------------------------- */

/* Writes the fields of REC as an object, but not its end, so that the caller can add members of its
 * own: the members of the table of fields in its order, `year` behind `date`, beside a field the
 * array of its qualifiers, and all other fields in `extra`.  Numbers are written as the record has
 * them.  False, with nothing written, when the record has no field. */
bool pc_json_write_record(pc_gather *out, const pc_record *rec);

/* The same for a record whose fields pc_fields_read() sorted into FIELDS; what pc_fields_remove() took out
 * is not written. */
bool pc_json_write_fields(pc_gather *out, const pc_record *rec, const pc_fields *fields);

/* Writes a part of REC, whose fields pc_fields_read() sorted into FIELDS, for a format that has a
 * place for the rest: not the lists whose bits are set in LEFT_OUT (bit L % 64 of word L / 64), and not
 * the fields that are not in the table for which IS_LEFT_OUT is true.  Such fields are members of
 * the object itself: a text, or an array when there are several.  Of a field that has one value
 * the first is written.  Otherwise as pc_json_write_record(); pc_json_read_record() reads it. */
bool pc_json_write_rest(pc_gather *out, const pc_record *rec, const pc_fields *fields,
                        const uint64_t *left_out, bool (*is_left_out)(pc_str key));

/* What pc_json_read_record() says about an object. */
typedef struct pc_json_record {
    pc_str source;      /* the member `source` as it is written; absent when there is none */
    size_t left_out;    /* values or arrays that no field of the record can hold */
    pc_str member;      /* then: the name of the first member with one, and why */
    const char *reason; /* in static memory: "an object is no value" */
} pc_json_record;

/* Reads the object that JSON was started with, and its end, and adds its members to RECORD in
 * their order.  False when it is not one object, with nothing added: JSON says where and why; its
 * REASON is NULL when the text is another value.
 *
 *   - The name of a member of the table of fields gives the key; any other name, and those in
 *     `extra`, is a key itself.
 *   - Each item of an array, and of arrays in it, is a value of its own.  Numbers are added as they
 *     are written, and true as "true"; null and false add nothing.  An object is left out.
 *   - An item of the array beside a field (`authors_parts`) becomes the qualifiers of the value at
 *     its place, wherever the array is in the object.  An array that has not as many items as its
 *     field is left out as a whole, because nothing says which item belongs to which value.
 *   - `year` is passed over when there is a `date`, and else becomes the date.
 *   - `source` adds nothing.
 *
 * The slices live as long as those of pc_json_next(). */
bool pc_json_read_record(pc_json *json, pc_record *record, pc_json_record *read);

/* Called with a member of the object and its value as it is written, which is valid JSON.  True
 * when it has read the member; false leaves that to the caller.  It must not start to read with the
 * buffer of the object. */
typedef bool pc_json_member(void *context, pc_str name, pc_str value);

/* The member `source` that was read last.  The records of one document state the same place but
 * for the number of the line: such a member is compared with the last one, and is not read again.
 * All-zero at the start; keep it in the plugin's state.  Private members. */
typedef struct pc_json_places {
    pc_text source, decoded;
    size_t before, digits; /* in SOURCE: the bytes before the number, and its digits; 0: none */
    struct pc_place place;
} pc_json_places;

/* The same, but TAKE, if not NULL, is asked about each member first, in their order, and PLACES, if
 * not NULL, is compared with `source`. */
bool pc_json_read_members(pc_json *json, pc_record *record, pc_json_record *read,
                          pc_json_member *take, void *context, const pc_json_places *places);

/* Reads SOURCE, the member `source` of a line of the output jsonl, into *PLACE, for pc_at().  The
 * slices live until the next call with PLACES.  False when it states no document and line, or is
 * not written as the output writes it. */
bool pc_json_read_place(pc_str source, pc_json_places *places, struct pc_place *place);
void pc_json_places_free(pc_json_places *places);

#ifdef __cplusplus
}
#endif
#endif
