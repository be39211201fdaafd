/* abstract.c - hashed runs and numbers of an abstract. */
#include "abstract.h"

#include "words.h"

/* The words that were read last, in order, the newest at the end. */
struct recent {
    uint64_t words[EDGE_WORDS];
    size_t count; /* of all words */
};

static void remember_word(struct recent *recent, uint64_t word)
{
    memmove(recent->words, recent->words + 1, sizeof recent->words - sizeof *recent->words);
    recent->words[EDGE_WORDS - 1] = word;
    recent->count++;
}

/* Sorts by the upper byte, in which hashes differ as a rule, and then puts each into its place among
 * the few before it: the C library's qsort() takes ten times as long for so few. */
static void sort_few(uint64_t *hashes, size_t count)
{
    uint64_t sorted[PC_MATCH_RUNS];
    size_t starts[257] = { 0 };

    for (size_t i = 0; i < count; i++)
        starts[(hashes[i] >> 56) + 1]++;
    for (size_t i = 1; i < 256; i++)
        starts[i] += starts[i - 1];
    for (size_t i = 0; i < count; i++)
        sorted[starts[hashes[i] >> 56]++] = hashes[i];
    for (size_t i = 0; i < count; i++) {
        size_t to = i;

        for (; to != 0 && hashes[to - 1] > sorted[i]; to--)
            hashes[to] = hashes[to - 1];
        hashes[to] = sorted[i];
    }
}

/* Sorts the hashes, PC_MATCH_RUNS at most, and drops repeated ones; returns how many are left. */
static size_t sort_hashes(uint64_t *hashes, size_t count)
{
    size_t kept = 0;

    sort_few(hashes, count);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || hashes[i] != hashes[i - 1])
            hashes[kept++] = hashes[i];
    return kept;
}

static void keep_runs(pc_work *work, uint64_t *runs, size_t count)
{
    count = sort_hashes(runs, count);
    work->runs.count = work->runs.sample = (uint32_t)count;
    for (size_t i = 0; i < count; i++)
        work->runs.hashes[i] = (uint16_t)(runs[i] >> 48);
    for (size_t i = 0; i < PC_MATCH_RUN_KEYS; i++)
        work->run_keys[i] = i < count ? runs[i] : 0;
}

static void keep_numbers(pc_work *work, uint64_t *numbers, size_t count)
{
    count = sort_hashes(numbers, count);
    work->numbers.count = work->numbers.sample = (uint32_t)count;
    for (size_t i = 0; i < count; i++)
        work->numbers.hashes[i] = (uint16_t)(numbers[i] >> 48);
}

void pc_read_abstract(pc_work *work, pc_str abstract)
{
    uint64_t runs[PC_MATCH_RUNS], numbers[PC_MATCH_NUMBERS];
    size_t run_count = 0, number_count = 0;
    struct recent recent = { .count = 0 };
    struct word word;
    bool withdrawn = false;

    work->abstract_start = work->abstract_end = 0;
    while (pc_word_next(&abstract, &word)) {
        remember_word(&recent, word.hash);
        withdrawn |= word.withdraws;
        if (word.has_digit && number_count < PC_MATCH_NUMBERS)
            numbers[number_count++] = word.hash;
        if (recent.count >= RUN_WORDS && run_count < PC_MATCH_RUNS)
            runs[run_count++] =
                join_words(OF_RUN, recent.words + EDGE_WORDS - RUN_WORDS, RUN_WORDS);
        if (recent.count == EDGE_WORDS)
            work->abstract_start = join_words(OF_ABSTRACT_START, recent.words, EDGE_WORDS);
    }
    if (recent.count >= EDGE_WORDS)
        work->abstract_end = join_words(OF_ABSTRACT_END, recent.words, EDGE_WORDS);
    work->start = (uint16_t)(work->abstract_start >> 48);
    work->withdrawn = withdrawn && recent.count < NOTICE_WORDS;
    keep_runs(work, runs, run_count);
    keep_numbers(work, numbers, number_count);
}

void pc_match_drop_abstract(pc_work *work)
{
    pc_read_abstract(work, pc_none());
}

static size_t smaller_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t sketch_length(size_t runs, size_t numbers)
{
    const size_t hashes = smaller_of(numbers, SKETCH_NUMBERS) + 1;

    return 1 + (smaller_of(runs, SKETCH_RUNS) + 1) / 2 + (hashes + 1) / 2;
}

/* Stores N hashes, two in a number; returns the end. */
static uint32_t *put_hashes(uint32_t *out, const uint16_t *hashes, size_t n)
{
    for (size_t i = 0; i < n; i += 2)
        *out++ = hashes[i] | (i + 1 < n ? (uint32_t)hashes[i + 1] << 16 : 0);
    return out;
}

static const uint32_t *get_hashes(const uint32_t *in, uint16_t *hashes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        hashes[i] = (uint16_t)(in[i / 2] >> (i % 2 * 16));
    return in + (n + 1) / 2;
}

size_t pc_match_sketch(const pc_work *work, uint32_t sketch[PC_MATCH_SKETCH])
{
    const size_t length = sketch_length(work->runs.count, work->numbers.count);
    const size_t numbers = smaller_of(work->numbers.sample, SKETCH_NUMBERS);
    uint16_t hashes[1 + SKETCH_NUMBERS] = { work->start };
    uint32_t *out = sketch + 1;

    if (work->runs.count == 0)
        return 0;
    sketch[0] = work->runs.count | work->numbers.count << 16 | (uint32_t)length << 24 |
                (uint32_t)work->withdrawn << 31;
    out = put_hashes(out, work->runs.hashes, smaller_of(work->runs.sample, SKETCH_RUNS));
    memcpy(hashes + 1, work->numbers.hashes, numbers * sizeof *hashes);
    put_hashes(out, hashes, 1 + numbers);
    return length;
}

size_t pc_match_set_sketch(pc_work *work, const uint32_t *sketch, size_t count)
{
    const uint32_t runs = count == 0 ? 0 : sketch[0] & 0xFFFF;
    const uint32_t numbers = count == 0 ? 0 : sketch[0] >> 16 & 0xFF;
    const size_t length = sketch_length(runs, numbers);
    uint16_t hashes[1 + SKETCH_NUMBERS];

    if (runs == 0 || (sketch[0] >> 24 & 0x7F) != length || length > count)
        return 0;
    pc_match_drop_abstract(work);
    work->withdrawn = sketch[0] >> 31 != 0;
    work->runs.count = runs;
    work->runs.sample = (uint32_t)smaller_of(runs, SKETCH_RUNS);
    work->numbers.count = numbers;
    work->numbers.sample = (uint32_t)smaller_of(numbers, SKETCH_NUMBERS);
    sketch = get_hashes(sketch + 1, work->runs.hashes, work->runs.sample);
    get_hashes(sketch, hashes, 1 + work->numbers.sample);
    work->start = hashes[0];
    memcpy(work->numbers.hashes, hashes + 1, work->numbers.sample * sizeof *hashes);
    return length;
}
