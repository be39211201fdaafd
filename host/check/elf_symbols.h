/* elf_symbols.h - the dynamic symbols of a shared object, without loading it. */
#ifndef PAPERCONV_HOST_CHECK_ELF_SYMBOLS_H
#define PAPERCONV_HOST_CHECK_ELF_SYMBOLS_H

#include <apr_tables.h>
#include <stdbool.h>

struct symbol {
    const char *name;
    bool defined, weak;
    bool unique; /* one in the whole process: STB_GNU_UNIQUE */
};

/* An array of the dynamic symbols (struct symbol) of the ELF file PATH; NULL when it cannot be
 * read. */
apr_array_header_t *elf_symbols(const char *path, apr_pool_t *pool);

#endif
