/* latex.h - the characters and commands that pdflatex reads; private to the support library.
 *
 * They are those of \documentclass{article} with \usepackage[utf8]{inputenc} and
 * \usepackage{amsmath,hyperref}. */
#ifndef PAPERCONV_LATEX_H
#define PAPERCONV_LATEX_H

#include "paperconv/plugin.h"

enum pc_latex {
    PC_LATEX_STOPS,
    PC_LATEX_READS_WITH_T1, /* with \usepackage[T1]{fontenc}, otherwise it stops */
    PC_LATEX_READS
};

/* What pdflatex does at RUNE, which is beyond ASCII, in text or in mathematics. */
enum pc_latex pc_latex_rune(uint32_t rune, bool math);
/* What it does at the command NAME, without its backslash, outside mathematics.  Commands that
 * define something or refer to other places of a document count as unknown.  Authors define other
 * commands themselves; LaTeX stops at those. */
enum pc_latex pc_latex_command(pc_str name);

#endif
