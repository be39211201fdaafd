/* run_digest.c - puts the settings of a run into a digest. */
#include "stages/run_digest.h"

#include <string.h>

/* With its NUL, so that "ab", "c" is not "a", "bc". */
static void add_word(struct digest *d, const char *word)
{
    if (word == NULL)
        word = "";
    digest_add(d, word, strlen(word) + 1);
}

static void add_words(struct digest *d, const char *const *words)
{
    for (; *words != NULL; words++)
        add_word(d, *words);
    add_word(d, NULL);
}

static void add_plugin(struct digest *d, const struct named_plugin *p)
{
    add_word(d, p->name);
    for (size_t i = 0; i < p->settings.count; i++) {
        add_word(d, p->settings.items[i].key);
        add_word(d, p->settings.items[i].value);
    }
    add_word(d, NULL);
}

void run_digest(const struct conversion *c, char text[DIGEST_SIZE])
{
    struct digest *d = digest_new();

    add_word(d, PAPERCONV_VERSION);
    add_words(d, c->inputs);
    add_words(d, c->members);
    add_word(d, c->encoding);
    add_word(d, c->skip_unknown ? "skip" : "fail");
    add_word(d, shard_unit(&c->shard));
    digest_add(d, &c->shard.count, sizeof c->shard.count);
    add_plugin(d, &c->input);
    for (size_t i = 0; i < c->filter_count; i++)
        add_plugin(d, &c->filters[i]);
    add_plugin(d, &c->output);
    digest_text(d, text);
    digest_free(d);
}
