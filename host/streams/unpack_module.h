/* unpack_module.h - the libraries that unpack, which are loaded when something packed may come: to
 * load them, with all that they need in turn, takes longer than to convert a small document. */
#ifndef PAPERCONV_HOST_STREAMS_UNPACK_MODULE_H
#define PAPERCONV_HOST_STREAMS_UNPACK_MODULE_H

#define ZLIB_CONST /* zlib's input is const */

#include "base/problem.h"

#include <archive.h>
#include <archive_entry.h>
#include <bzlib.h>
#include <lz4frame.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

/* The functions that paperconv calls, without the prefix P that all of a library have. */
/* clang-format off */
#define LIBARCHIVE_FUNCTIONS(X, P) \
    X(P, clear_error) X(P, entry_filetype) X(P, entry_hardlink) X(P, entry_is_data_encrypted) \
    X(P, entry_nlink) X(P, entry_pathname) X(P, entry_pathname_utf8) X(P, entry_size) \
    X(P, entry_size_is_set) X(P, entry_sparse_count) X(P, entry_symlink) X(P, error_string) \
    X(P, filter_bytes) X(P, format_name) X(P, read_data_block) X(P, read_data_skip) \
    X(P, read_free) X(P, read_new) X(P, read_next_header) X(P, read_open1) \
    X(P, read_set_callback_data) X(P, read_set_format_option) X(P, read_set_read_callback) \
    X(P, read_set_seek_callback) X(P, read_set_skip_callback) X(P, read_support_format_7zip) \
    X(P, read_support_format_ar) X(P, read_support_format_cpio) \
    X(P, read_support_format_iso9660) X(P, read_support_format_tar) \
    X(P, read_support_format_zip) X(P, read_support_format_zip_streamable) X(P, set_error)
#define ZLIB_FUNCTIONS(X, P) X(P, inflate) X(P, inflateEnd) X(P, inflateInit2_) X(P, inflateReset)
#define BZIP2_FUNCTIONS(X, P) X(P, Decompress) X(P, DecompressEnd) X(P, DecompressInit)
#define LZMA_FUNCTIONS(X, P) \
    X(P, code) X(P, end) X(P, properties_decode) X(P, raw_decoder) X(P, stream_decoder)
#define ZSTD_FUNCTIONS(X, P) \
    X(P, DCtx_reset) X(P, DCtx_setParameter) X(P, createDCtx) X(P, decompressStream) \
    X(P, freeDCtx) X(P, getErrorCode)
#define LZ4_FUNCTIONS(X, P) \
    X(P, createDecompressionContext) X(P, decompress) X(P, freeDecompressionContext) \
    X(P, getErrorName) X(P, isError) X(P, resetDecompressionContext)

#define LIBRARIES(X) \
    X(libarchive, LIBARCHIVE, archive_) X(zlib, ZLIB, ) X(bzip2, BZIP2, BZ2_bz) \
    X(lzma, LZMA, lzma_) X(zstd, ZSTD, ZSTD_) X(lz4, LZ4, LZ4F_)
/* clang-format on */

/* For each a structure of its name, and a function that returns it, which loads the library,
 * from any thread, if that has not been done; which is too late in the sandbox. */
#define LIBRARY_FUNCTION(prefix, name) __typeof__(prefix##name) *name;
#define LIBRARY(name, upper, prefix)                                                             \
    struct name {                                                                                \
        upper##_FUNCTIONS(LIBRARY_FUNCTION, prefix) const char *problem; /* why none, or NULL */ \
    };                                                                                           \
    const struct name *name(void);
LIBRARIES(LIBRARY)
#undef LIBRARY
#undef LIBRARY_FUNCTION

/* All of them. */
void libraries_load(void);
/* Whether PROBLEM is one, which *WHY then says. */
bool library_lacks(const char *problem, struct problem *why);

#endif
