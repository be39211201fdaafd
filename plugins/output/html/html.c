/* html - a page to look at: one file, which needs no network.
 *
 * The first records are elements of the page.  The others are the same elements as text in JSON, which
 * the script turns into elements when they come into view. */
#define PC_NEEDS 1
#include "html.h"

#include "page_text.h"
#include "paperconv/bibtex_entry.h"
#include "paperconv/gather.h"
#include "paperconv/json.h"
#include "template_text.h"

static const pc_option options[] = {
    PC_OPT_STRING(struct html, title, "Papers", "Title of the page"),
    { "static", "first", "Which records can be read without JavaScript: the first 1,000, or all",
      "first|all", PC_CHOICE, (uint32_t)offsetof(struct html, static_) },
    PC_OPT_STRING(struct html, keys, "source", "Citation keys: " PC_KEY_STYLES_HELP),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

void html_number(pc_text *out, uint64_t number)
{
    char digits[24];

    snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
    pc_text_puts(out, digits);
}

pc_str html_without_markup(pc_text *scratch, pc_str value, enum pc_markup markup)
{
    scratch->n = 0;
    if (markup == PC_TEX)
        pc_tex_decode_source(scratch, value);
    else if (markup == PC_HTML)
        pc_html_decode(scratch, value);
    else
        return value;
    return pc_text_str(scratch);
}

static int open_html(void *state, pc_stage *stage)
{
    struct html *h = state;

    h->rest = pc_s(template_text);
    return pc_keys_open(&h->maker, h->keys, stage);
}

static void close_html(void *state)
{
    struct html *h = state;

    pc_keys_close(&h->maker);
    pc_text_free(&h->text);
    pc_text_free(&h->entry);
    html_tally_free(&h->years);
    html_tally_free(&h->months);
    html_tally_free(&h->authors);
    html_tally_free(&h->categories);
}

/* Writes the template up to its next gap. */
static void write_template(struct html *h, pc_sink *sink)
{
    static const char gap[] = "<!--gap-->";
    size_t n = 0;

    while (n < h->rest.n && !pc_starts(pc_drop(h->rest, n), gap))
        n++;
    pc_write(sink, pc_sub(h->rest.p, n));
    h->rest = pc_drop(h->rest, n < h->rest.n ? n + sizeof gap - 1 : n);
}

/* Writes what is ready, and the template behind it. */
static void fill_gap(struct html *h, pc_sink *sink)
{
    pc_write(sink, pc_text_str(&h->text));
    h->text.n = 0;
    write_template(h, sink);
}

static int begin_page(void *state, pc_sink *sink)
{
    struct html *h = state;

    write_template(h, sink);
    for (int i = 0; i < 2; i++) { /* in the head, and as a heading */
        pc_html_escape(&h->text, h->title);
        fill_gap(h, sink);
    }
    return PC_OK;
}

/* ---- records --------------------------------------------------------------------- */

static int prepare_card(void *state, pc_record *record)
{
    struct html *h = state;

    pc_keys_add(&h->maker, record);
    return PC_OK;
}

/* Inside a script element, nothing may begin as a tag does. */
static void write_without_tags(void *sink, pc_str bytes)
{
    while (bytes.n != 0) {
        const char *tag = memchr(bytes.p, '<', bytes.n);
        const size_t n = tag != NULL ? (size_t)(tag - bytes.p) : bytes.n;

        pc_write(sink, pc_sub(bytes.p, n));
        if (tag != NULL)
            pc_puts(sink, "\\u003c");
        bytes = pc_drop(bytes, tag != NULL ? n + 1 : n);
    }
}

/* An element of its own for each record, so that one that the host refuses takes no other with it. */
static void write_as_json(pc_sink *sink, pc_str card)
{
    pc_gather json;

    pc_puts(sink, "<script type=\"application/json\">");
    pc_gather_start_for(&json, write_without_tags, sink);
    pc_json_string(&json, card);
    pc_gather_flush(&json);
    pc_puts(sink, "</script>\n");
}

static int write_card(void *state, pc_sink *sink, const pc_record *record)
{
    static const pc_bibtex_style style = { .quiet = true };
    struct html *h = state;
    pc_fields fields;

    h->text.n = h->entry.n = 0;
    pc_fields_read(&fields, record);
    if (!pc_bibtex_entry(&h->entry, record, &fields, &style))
        return pc_bad(record, pc_none(), "output-too-long",
                      "the entry would be longer than %dM bytes", PC_BIBTEX_MOST >> 20);
    html_card(&h->text, record, &fields, h->written + 1, pc_text_str(&h->entry));
    if (h->written < STATIC_RECORDS || h->static_ == STATIC_ALL)
        pc_write(sink, pc_text_str(&h->text));
    else
        write_as_json(sink, pc_text_str(&h->text));
    html_count(h, &fields);
    h->written++;
    return PC_OK;
}

/* ---- the end --------------------------------------------------------------------- */

static void put_hint(struct html *h)
{
    if (h->written <= STATIC_RECORDS || h->static_ == STATIC_ALL)
        return;
    pc_text_puts(&h->text, "<noscript><p>These are the first ");
    html_number(&h->text, STATIC_RECORDS);
    pc_text_puts(&h->text, " of ");
    html_number(&h->text, h->written);
    pc_text_puts(
        &h->text,
        " papers. The others are in this file, too, but need JavaScript.</p></noscript>\n");
}

static int end_page(void *state, pc_sink *sink)
{
    struct html *h = state;
    const pc_str report = pc_run(sink);

    h->text.n = 0;
    put_hint(h);
    fill_gap(h, sink);
    html_facts(&h->text, report);
    fill_gap(h, sink);
    html_pictures(&h->text, h);
    fill_gap(h, sink);
    html_run(&h->text, report);
    fill_gap(h, sink);
    return PC_OK;
}

PC_OUTPUT(html, .version = "1.0.0", .uses = PC_USES_RUN,
          .summary = "A page to look at and to search, in one file", .extensions = "html htm",
          .texts = texts, .options = options, .state_size = sizeof(struct html), .open = open_html,
          .close = close_html, .header = begin_page, .prepare = prepare_card, .write = write_card,
          .footer = end_page);
PC_MODULE(&html);
