/* tex_lexer.h - for the fuzz target of the lexer, which looks for it here. */
#include "paperconv/tex.h"
#include "tex/tex_orphans.h"
