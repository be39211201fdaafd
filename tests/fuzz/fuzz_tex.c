/* fuzz_tex.c - the TeX lexer and its users: tokens cover the text, escaped text has balanced
 * braces, escaping TeX twice is the same as escaping it once, and plain text is decoded back. */
#include "target.h"

#include "paperconv/html.h"
#include "paperconv/tex.h"

#include "tex/tex_orphans.h"

#include <stdlib.h>

static void need(bool condition)
{
    if (!condition)
        abort();
}

/* The lexer reads the letters of an unknown command a second time, as text. */
static void tokens_go_on(pc_str s, bool plain)
{
    struct pc_tex_lexer lexer;
    struct pc_tex_token token;
    const char *at;

    pc_tex_begin(&lexer, s, plain);
    do {
        at = s.p;
        while (pc_tex_next(&lexer, &token)) {
            need(token.text.n != 0 && token.text.p >= at && token.text.p < s.p + s.n);
            need(token.text.n <= (size_t)(s.p + s.n - token.text.p));
            at = token.text.p + 1;
        }
    } while (pc_tex_again(&lexer));
    pc_tex_end(&lexer);
}

static bool is_balanced(pc_str s)
{
    size_t depth = 0;

    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '}' && depth == 0)
            return false;
        depth += s.p[i] == '{';
        depth -= s.p[i] == '}';
    }
    return depth == 0;
}

static void escape(pc_str s, struct pc_tex_style style)
{
    pc_text once = { NULL, 0, 0 }, twice = { NULL, 0, 0 };

    pc_tex_escape(&once, s, style);
    need(is_balanced(pc_text_str(&once)));
    if (style.markup == PC_TEX && style.protect == PC_PROTECT_NONE) {
        pc_tex_escape(&twice, pc_text_str(&once), style);
        need(pc_same(pc_text_str(&once), pc_text_str(&twice)));
    }
    pc_text_free(&once);
    pc_text_free(&twice);
}

/* Each element ends, and none begins that a value has made up. */
static void write_html(pc_str s, enum pc_markup markup)
{
    pc_text out = { NULL, 0, 0 };
    size_t begun = 0, ended = 0;

    pc_html_value(&out, s, markup);
    for (size_t i = 0; i < out.n; i++) {
        const bool ends = out.p[i] == '<' && i + 1 < out.n && out.p[i + 1] == '/';

        ended += ends;
        begun += out.p[i] == '<' && !ends;
        need(begun >= ended);
    }
    need(begun == ended);
    pc_text_free(&out);
}

static bool is_valid(pc_str s)
{
    while (s.n != 0) {
        size_t n;

        if (pc_rune(s, &n) == 0xFFFD && n == 1)
            return false;
        s = pc_drop(s, n);
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *copy = malloc(size + 1);
    pc_str s = { copy, size };
    pc_text decoded = { NULL, 0, 0 };

    need(copy != NULL);
    memcpy(copy, data, size);
    if (is_valid(s)) { /* as the host hands it out */
        tokens_go_on(s, false);
        tokens_go_on(s, true);
        pc_tex_decode(&decoded, s);
        for (int markup = PC_PLAIN; markup <= PC_HTML; markup++)
            write_html(s, (enum pc_markup)markup);
        for (int markup = PC_PLAIN; markup <= PC_HTML; markup++)
            for (int protect = PC_PROTECT_NONE; protect <= PC_PROTECT_CAPITALS; protect++)
                for (int utf8 = 0; utf8 < 2; utf8++)
                    escape(s, (struct pc_tex_style){ (enum pc_markup)markup,
                                                     (enum pc_protect)protect, utf8 != 0 });
    }
    pc_text_free(&decoded);
    free(copy);
    return 0;
}
