/* libarchive.h - libarchive's functions, which are loaded when the first archive comes: with
 * all that it needs in turn, to load it takes longer than to convert a small document. */
#ifndef PAPERCONV_HOST_LIBARCHIVE_H
#define PAPERCONV_HOST_LIBARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

/* Those that paperconv calls, without the archive_ that all begin with. */
/* clang-format off */
#define LIBARCHIVE_FUNCTIONS(X) \
    X(clear_error) X(entry_filetype) X(entry_hardlink) X(entry_is_data_encrypted) \
    X(entry_nlink) X(entry_pathname) X(entry_pathname_utf8) X(entry_size) \
    X(entry_size_is_set) X(entry_sparse_count) X(entry_symlink) X(error_string) \
    X(filter_bytes) X(format_name) X(read_data_block) X(read_data_skip) X(read_free) \
    X(read_new) X(read_next_header) X(read_open1) X(read_set_callback_data) \
    X(read_set_format_option) X(read_set_read_callback) X(read_set_seek_callback) \
    X(read_set_skip_callback) X(read_support_format_7zip) X(read_support_format_ar) \
    X(read_support_format_cpio) X(read_support_format_iso9660) X(read_support_format_tar) \
    X(read_support_format_zip) X(read_support_format_zip_streamable) X(set_error)
/* clang-format on */

struct libarchive {
#define LIBARCHIVE_SLOT(name) __typeof__(archive_##name) *name;
    LIBARCHIVE_FUNCTIONS(LIBARCHIVE_SLOT)
#undef LIBARCHIVE_SLOT
    const char *problem; /* why there are none, or NULL */
};

/* The functions.  Loads them, from any thread, if that has not been done; which is too late
 * in the sandbox. */
const struct libarchive *libarchive(void);

#endif
