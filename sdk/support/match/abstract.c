/* abstract.c - hashed runs and numbers of an abstract. */
#include "abstract.h"

#include "words.h"

#include <stdlib.h>

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

static int compare_hashes(const void *left, const void *right)
{
    const uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

/* Sorts the hashes and drops repeated ones; returns how many are left. */
static size_t sort_hashes(uint64_t *hashes, size_t count)
{
    size_t kept = 0;

    qsort(hashes, count, sizeof *hashes, compare_hashes);
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
        work->runs.hashes[i] = (uint32_t)(runs[i] >> 32);
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

    work->abstract_start = work->abstract_end = 0;
    while (pc_word_next(&abstract, &word)) {
        remember_word(&recent, word.hash);
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
    return 1 + smaller_of(runs, SKETCH_RUNS) + (smaller_of(numbers, SKETCH_NUMBERS) + 1) / 2;
}

size_t pc_match_sketch(const pc_work *work, uint32_t sketch[PC_MATCH_SKETCH])
{
    const size_t length = sketch_length(work->runs.count, work->numbers.count);
    const size_t numbers = smaller_of(work->numbers.count, SKETCH_NUMBERS);
    size_t n = 1;

    if (work->runs.count == 0)
        return 0;
    sketch[0] = work->runs.count | work->numbers.count << 16 | (uint32_t)length << 24;
    for (size_t i = 0; i < SKETCH_RUNS && i < work->runs.sample; i++)
        sketch[n++] = work->runs.hashes[i];
    for (size_t i = 0; i < numbers; i += 2) {
        sketch[n] = work->numbers.hashes[i];
        if (i + 1 < numbers)
            sketch[n] |= (uint32_t)work->numbers.hashes[i + 1] << 16;
        n++;
    }
    return n;
}

size_t pc_match_set_sketch(pc_work *work, const uint32_t *sketch, size_t count)
{
    const uint32_t runs = count == 0 ? 0 : sketch[0] & 0xFFFF;
    const uint32_t numbers = count == 0 ? 0 : sketch[0] >> 16 & 0xFF;
    const size_t length = sketch_length(runs, numbers);
    size_t n = 1;

    if (runs == 0 || sketch[0] >> 24 != length || length > count)
        return 0;
    pc_match_drop_abstract(work);
    work->runs.count = runs;
    work->runs.sample = (uint32_t)smaller_of(runs, SKETCH_RUNS);
    for (size_t i = 0; i < work->runs.sample; i++)
        work->runs.hashes[i] = sketch[n++];
    work->numbers.count = numbers;
    work->numbers.sample = (uint32_t)smaller_of(numbers, SKETCH_NUMBERS);
    for (size_t i = 0; i < work->numbers.sample; i++)
        work->numbers.hashes[i] = (uint16_t)(sketch[n + i / 2] >> (i % 2 * 16));
    return length;
}
