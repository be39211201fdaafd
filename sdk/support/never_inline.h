/* never_inline.h - a static function that is seldom called, from one that is called for every value: the caller
 * is shorter without it, and saves no registers for it. */
#ifndef PAPERCONV_SUPPORT_NEVER_INLINE_H
#define PAPERCONV_SUPPORT_NEVER_INLINE_H

#if defined(__GNUC__)
#define NEVER_INLINE static __attribute__((noinline))
#else
#define NEVER_INLINE static
#endif

#endif
