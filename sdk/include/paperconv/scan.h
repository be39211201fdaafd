/* paperconv/scan.h - support library: finds the bytes that need attention, 32 at a time.
 *
 * Most bytes of a text are copied unchanged; the work is to find the next one that is
 * not.  Compilers turn the loop here into vector instructions: SSE2 or NEON, which every
 * x86-64 and AArch64 has, and AVX2 where the processor has it.  (The twin functions for
 * AVX2 are by hand: with target_clones a conversion takes up to 5 % more instructions.) */
#ifndef PAPERCONV_SCAN_H
#define PAPERCONV_SCAN_H

#include "paperconv/plugin.h"

#if defined(__SSE2__) && !defined(PC_SCAN_PORTABLE)
#include <emmintrin.h>
#endif

#if defined(__x86_64__) && defined(__GNUC__) && !defined(PC_SCAN_PORTABLE)
#include <immintrin.h>
#define PC_SCAN_AVX2_ __attribute__((target("avx2")))
#define PC_SCAN_HAS_AVX2_ (__builtin_cpu_supports("avx2") != 0)
#else
#define PC_SCAN_AVX2_
#define PC_SCAN_HAS_AVX2_ false
#endif

#if defined(__GNUC__)
#define PC_SCAN_INLINE_ static inline __attribute__((always_inline))
#else
#define PC_SCAN_INLINE_ static inline
#endif

/* Begins the definition of a test: not 0 when the byte at P, or what begins there, needs
 * attention.  A test wraps each comparison in pc_scan_if() and joins them by | and &,
 * because plain bools would become branches; it calls nothing else.
 *     PC_SCAN_TEST is_mark(const unsigned char *p)
 *     {
 *         return pc_scan_if(*p == '"') | pc_scan_if(*p < ' ');
 *     } */
#define PC_SCAN_TEST PC_SCAN_INLINE_ unsigned char

PC_SCAN_INLINE_ unsigned char pc_scan_if(bool is_so)
{
    return (unsigned char)-is_so;
}

enum { PC_SCAN_STEP_ = 32, PC_SCAN_REACH_ = 16 };

/* A bit for each of the STEP bytes of FOUND, which are 0 or 255; the lowest for the first byte. */
PC_SCAN_INLINE_ uint32_t pc_scan_bits_(const unsigned char found[PC_SCAN_STEP_])
{
#if defined(__SSE2__) && !defined(PC_SCAN_PORTABLE)
    const __m128i *half = (const __m128i *)(const void *)found;
    uint32_t low = (uint32_t)_mm_movemask_epi8(_mm_loadu_si128(half));
    uint32_t high = (uint32_t)_mm_movemask_epi8(_mm_loadu_si128(half + 1));

    return low | high << 16;
#else
    uint64_t words[PC_SCAN_STEP_ / 8];
    uint32_t bits = 0;

    memcpy(words, found, sizeof words);
    if ((words[0] | words[1] | words[2] | words[3]) == 0)
        return 0;
    for (size_t i = 0; i < PC_SCAN_STEP_; i++)
        bits |= (uint32_t)(found[i] & 1) << i;
    return bits;
#endif
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(PC_SCAN_PORTABLE)
PC_SCAN_AVX2_ PC_SCAN_INLINE_ uint32_t pc_scan_bits_avx2_(const unsigned char found[PC_SCAN_STEP_])
{
    return (uint32_t)_mm256_movemask_epi8(_mm256_loadu_si256((const __m256i *)(const void *)found));
}
#else
#define pc_scan_bits_avx2_ pc_scan_bits_
#endif

/* The place of the lowest bit that is set in BITS, which are not 0. */
PC_SCAN_INLINE_ size_t pc_scan_lowest_(uint32_t bits)
{
#if defined(__GNUC__)
    return (size_t)__builtin_ctz(bits);
#else
    size_t k = 0;

    while ((bits >> k & 1) == 0)
        k++;
    return k;
#endif
}

typedef unsigned char pc_scan_test_(const unsigned char *p);
typedef uint32_t pc_scan_pack_(const unsigned char found[PC_SCAN_STEP_]);

/* A bit for each of the STEP bytes at P for which TEST is not 0; BITS packs the results of
 * TEST into bits. */
PC_SCAN_INLINE_ uint32_t pc_scan_step_(const unsigned char *p, pc_scan_test_ *test,
                                       pc_scan_pack_ *bits)
{
    unsigned char found[PC_SCAN_STEP_];

#if defined(__clang__) /* which otherwise unrolls the loop and then cannot vectorise it */
#pragma clang loop unroll(disable)
#endif
    for (size_t i = 0; i < PC_SCAN_STEP_; i++)
        found[i] = test(p + i);
    return bits(found);
}

/* pc_scan_() for a text that is shorter than a step: N bytes, and REACH after them. */
PC_SCAN_INLINE_ size_t pc_scan_short_(const unsigned char *p, size_t n, size_t reach,
                                      pc_scan_test_ *test, pc_scan_pack_ *bits)
{
    unsigned char padded[PC_SCAN_STEP_ + PC_SCAN_REACH_] = { 0 };
    uint32_t found;

    memcpy(padded, p, n + reach);
    found = pc_scan_step_(padded, test, bits) & (((uint32_t)1 << n) - 1);
    return found != 0 ? pc_scan_lowest_(found) : n;
}

PC_SCAN_INLINE_ size_t pc_scan_(pc_str text, size_t reach, pc_scan_test_ *test, pc_scan_pack_ *bits)
{
    const unsigned char *p = (const unsigned char *)text.p;
    size_t n = text.n > reach ? text.n - reach : 0, steps = n - n % PC_SCAN_STEP_, i;
    uint32_t found;

    if (steps == 0)
        return n != 0 ? pc_scan_short_(p, n, reach, test, bits) : 0;
    for (i = 0; i != steps; i += PC_SCAN_STEP_) {
        found = pc_scan_step_(p + i, test, bits);
        if (found != 0)
            return i + pc_scan_lowest_(found);
    }
    i = n - PC_SCAN_STEP_; /* the last step overlaps the one before */
    found = pc_scan_step_(p + i, test, bits);
    return found != 0 ? i + pc_scan_lowest_(found) : n;
}

/* Defines size_t NAME(pc_str text): the place of the first byte for which TEST is not 0.
 * TEST may look at REACH bytes (at most 16) after the one that it is given.  The last REACH
 * bytes of the text are therefore not tested; without a hit, the place where they begin is
 * returned. */
#define PC_SCAN(name, test, reach)                                            \
    static size_t name##_baseline(pc_str text)                                \
    {                                                                         \
        return pc_scan_(text, reach, test, pc_scan_bits_);                    \
    }                                                                         \
    PC_SCAN_AVX2_ static size_t name##_avx2(pc_str text)                      \
    {                                                                         \
        return pc_scan_(text, reach, test, pc_scan_bits_avx2_);               \
    }                                                                         \
    static inline size_t name(pc_str text)                                    \
    {                                                                         \
        return PC_SCAN_HAS_AVX2_ ? name##_avx2(text) : name##_baseline(text); \
    }

enum { PC_SCAN_NEAR_ = 16 };

/* A bit for each of the NEAR bytes at P for which TEST is not 0. */
PC_SCAN_INLINE_ uint32_t pc_scan_near_(const unsigned char *p, pc_scan_test_ *test)
{
    unsigned char found[PC_SCAN_STEP_] = { 0 };

#if defined(__clang__)
#pragma clang loop unroll(disable)
#endif
    for (size_t i = 0; i < PC_SCAN_NEAR_; i++)
        found[i] = test(p + i);
#if defined(__SSE2__) && !defined(PC_SCAN_PORTABLE)
    return (uint32_t)_mm_movemask_epi8(_mm_loadu_si128((const __m128i *)(const void *)found));
#else
    return pc_scan_bits_(found);
#endif
}

/* PC_SCAN() for texts in which the byte is mostly near, such as the end of a short string: the first
 * 16 bytes are tested without a call.  TEST looks at one byte. */
#define PC_SCAN_NEAR(name, test)                                         \
    PC_SCAN(name##_far, test, 0)                                         \
    static inline size_t name(pc_str text)                               \
    {                                                                    \
        uint32_t found;                                                  \
                                                                         \
        if (text.n < PC_SCAN_NEAR_)                                      \
            return name##_far(text);                                     \
        found = pc_scan_near_((const unsigned char *)text.p, test);      \
        if (found != 0)                                                  \
            return pc_scan_lowest_(found);                               \
        return PC_SCAN_NEAR_ + name##_far(pc_drop(text, PC_SCAN_NEAR_)); \
    }

#endif
