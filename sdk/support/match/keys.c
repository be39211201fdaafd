/* keys.c - the keys under which a catalogue finds a work. */
#include "words.h"

#include "paperconv/match.h"

struct keys {
    uint64_t *keys;
    size_t count;
};

static void add_key(struct keys *k, uint64_t key)
{
    for (size_t i = 0; i < k->count; i++)
        if (k->keys[i] == key)
            return;
    if (key != 0)
        k->keys[k->count++] = key;
}

static size_t known_words(const pc_match_title *title)
{
    return title->word_count < PC_MATCH_WORDS ? title->word_count : PC_MATCH_WORDS;
}

/* The first and the last words of a title: listings cut titles at their ends. */
static void add_edges(struct keys *k, const pc_match_title *title)
{
    enum { EDGE = 5 };
    const size_t count = known_words(title);

    if (count < EDGE)
        return;
    add_key(k, join_words(OF_TITLE_START, title->words, EDGE));
    add_key(k, join_words(OF_TITLE_END, title->words + count - EDGE, EDGE));
}

/* The surname of the first author with each of the longest words of the title, of which the first one
 * counts when they are equally long. */
static void add_surname_keys(struct keys *k, const pc_match_title *title, uint64_t surname)
{
    enum { WORDS = 3 };
    const size_t count = known_words(title);
    bool taken[PC_MATCH_WORDS] = { false };

    for (size_t n = 0; n < WORDS && n < count; n++) {
        size_t longest = 0;

        for (size_t i = 1; i < count; i++)
            if (!taken[i] && (taken[longest] || title->lengths[i] > title->lengths[longest]))
                longest = i;
        taken[longest] = true;
        add_key(k,
                join_words(OF_SURNAME_AND_WORD, (uint64_t[]){ surname, title->words[longest] }, 2));
    }
}

size_t pc_match_keys(const pc_work *work, uint64_t keys[PC_MATCH_KEYS])
{
    struct keys k = { keys, 0 };

    add_key(&k, work->arxiv_id);
    add_key(&k, work->doi);
    if (work->title.whole != 0)
        add_key(&k, join_words(OF_TITLE, &work->title.whole, 1));
    if (work->decoded.whole != 0)
        add_key(&k, join_words(OF_TITLE, &work->decoded.whole, 1));
    add_edges(&k, &work->decoded);
    if (work->author_count != 0)
        add_surname_keys(&k, &work->decoded, work->surnames[0]);
    if (work->glued != 0)
        add_key(&k, join_words(OF_GLUED_LETTERS, &work->glued, 1));
    add_key(&k, work->abstract_start);
    add_key(&k, work->abstract_end);
    for (size_t i = 0; i < PC_MATCH_RUN_KEYS; i++)
        add_key(&k, work->run_keys[i]);
    return k.count;
}
