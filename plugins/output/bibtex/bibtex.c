/* bibtex - BibTeX for bibtex, and its dialect biblatex for biber: one entry per record. */
#include "page_text.h"
#include "paperconv/bibtex_entry.h"
#include "paperconv/keys.h"

/* In the order of the option's choices. */
enum encoding { ASCII, UTF8 };

struct bibtex {
    pc_str keys;
    int64_t protect, encoding; /* enum pc_bibtex_protect, enum encoding */
    bool biblatex;
    pc_keys maker;
    uint64_t untitled; /* counted by prepare(), in order; write() reads neither of the two */
};

/* clang-format off */
#define OPTIONS(encoding_default)                                                         \
    PC_OPT_STRING(struct bibtex, keys, "source", "Citation keys: " PC_KEY_STYLES_HELP), \
    PC_OPT_CHOICE(struct bibtex, protect, "acronyms|all|whole|none", "acronyms",          \
                  "Which capitals of a title to protect from styles"),                       \
    PC_OPT_CHOICE(struct bibtex, encoding, "ascii|utf8", encoding_default,                \
                  "Accents as LaTeX commands or as UTF-8"),                           \
    PC_OPT_END
/* clang-format on */

static const pc_option bibtex_options[] = { OPTIONS("ascii") };
static const pc_option biblatex_options[] = { OPTIONS("utf8") };

/* For what `latex-raw` reports. */
static const char preamble[] =
    "% pdflatex: the letters of all Latin alphabets; other characters become [?].\n"
    "\\usepackage[T1]{fontenc}\n"
    "\\usepackage{amsmath,amssymb,hyperref}\n"
    "\\makeatletter\n"
    "\\def\\UTFviii@undefined@err#1{[?]}\n"
    "\\makeatother\n"
    "% lualatex and xelatex: instead of fontenc, a font that has the characters.\n"
    "% \\usepackage{fontspec}\n"
    "% \\setmainfont{Noto Serif CJK SC}\n";
static const char *const texts[] = { "preamble", preamble, "page", page_text, NULL };

static int open_bibtex(void *state, pc_stage *stage)
{
    struct bibtex *b = state;

    return pc_keys_open(&b->maker, b->keys, stage);
}

static int open_biblatex(void *state, pc_stage *stage)
{
    struct bibtex *b = state;

    b->biblatex = true;
    return open_bibtex(state, stage);
}

static void close_bibtex(void *state)
{
    struct bibtex *b = state;

    pc_keys_close(&b->maker);
}

static int prepare_entry(void *state, pc_record *record)
{
    struct bibtex *b = state;

    pc_keys_add(&b->maker, record);
    b->untitled += pc_get(record, PC_TITLE, 0).n == 0;
    return PC_OK;
}

static int write_entry(void *state, pc_sink *sink, const pc_record *record)
{
    const struct bibtex *b = state;
    const pc_bibtex_style style = { .biblatex = b->biblatex,
                                    .utf8 = b->encoding == UTF8,
                                    .protect = (enum pc_bibtex_protect)b->protect };
    pc_fields fields;
    pc_text entry = { 0 };
    int status = PC_OK;

    pc_fields_read(&fields, record);
    if (pc_bibtex_entry(&entry, record, &fields, &style))
        pc_write(sink, pc_text_str(&entry));
    else
        status = pc_bad(record, pc_none(), "output-too-long",
                        "the entry would be longer than %dM bytes", PC_BIBTEX_MOST >> 20);
    pc_text_free(&entry);
    return status;
}

static int note_untitled(void *state, pc_sink *sink)
{
    const struct bibtex *b = state;

    if (b->untitled != 0)
        pc_note(sink, pc_none(), "no-title", "%llu %s no title, because the source has none",
                (unsigned long long)b->untitled, b->untitled == 1 ? "entry has" : "entries have");
    return PC_OK;
}

PC_OUTPUT(bibtex, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "BibTeX, ASCII with LaTeX accents, for bibtex and its styles",
          .extensions = "bib bibtex", .texts = texts, .options = bibtex_options,
          .state_size = sizeof(struct bibtex), .open = open_bibtex, .close = close_bibtex,
          .prepare = prepare_entry, .write = write_entry, .between = "\n", .footer = note_untitled);

PC_OUTPUT(biblatex, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "biblatex, UTF-8, for biber", .texts = texts, .options = biblatex_options,
          .state_size = sizeof(struct bibtex), .open = open_biblatex, .close = close_bibtex,
          .prepare = prepare_entry, .write = write_entry, .between = "\n", .footer = note_untitled);

PC_MODULE(&bibtex, &biblatex);
