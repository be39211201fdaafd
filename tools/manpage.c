/* manpage.c - prints paperconv(1).  The options come from the host's own table, so that the page,
 * --help and the parser cannot disagree; the other sections are here. */
#include <stddef.h>
#include <stdio.h>

#include "cli/options_table.h"

struct entry { /* a term and its explanation */
    const char *term, *text;
};

static const char *const description[] = {
    "paperconv turns text copied from paper listings into bibliographic data. It reads files, "
    "standard input (also called -), directories and archives, and archives inside archives, and "
    "writes all records, in the order of the input, as one output.",
    "Every format is a plugin: an input plugin reads records from a document, filter plugins "
    "change or drop them, and an output plugin writes them. 'paperconv plugin list' lists the "
    "plugins, 'paperconv plugin show NAME' explains one and its options.",
    "An archive (tar, zip, 7z, cpio, ar, iso, also inside gzip, bzip2, xz, zstd or lz4) is "
    "recognised by its content, not by its name. A member is called ARCHIVE!/MEMBER.",
    NULL
};

static const char *const group_titles[] = {
    [GROUP_PLUGINS] = "Plugins", [GROUP_INPUT] = "Input",
    [GROUP_OUTPUT] = "Output",   [GROUP_RUN] = "The run",
    [GROUP_GENERAL] = "General", [GROUP_COMMANDS] = "Options of plugin commands",
};

static const struct entry commands[] = {
    { "paperconv plugin list [--json]",
      "List every plugin with its version, and every file that was refused with the reason." },
    { "paperconv plugin show NAME [--json | --text TEXT]",
      "Explain the plugin NAME and its options, or print a text that it carries. When there are "
      "several of that name, KIND/NAME is one of them: output/bibtex." },
    { "paperconv plugin check FILE [--samples DIR] [--set KEY=VALUE]... [--json]",
      "Try the plugins of the module FILE with valid, corrupted and hostile data, each probe in a "
      "process of its own, and say which they pass. Exit status 1 when one fails." },
    { "paperconv plugin new input|filter|output NAME [--dir DIR]",
      "Write a project for a plugin that works, to start from: source, build files, tests." },
    { NULL, "A file called 'plugin' is converted as ./plugin." },
};

static const struct entry statuses[] = {
    { "0", "Finished. Everything was converted." },
    { "1", "Finished, but records or documents were rejected or not recognised, there was no "
           "document, or, with --strict, there was a warning." },
    { "2", "Usage error. Nothing was read or written." },
    { "3", "Something failed: an input could not be read or was corrupt, a plugin was refused or "
           "broke, the output could not be written, or --on-error stop ended the run. The other "
           "inputs were converted nevertheless, unless the run had to stop. The FILE of --write is "
           "as it was before." },
};

static const struct entry environment[] = {
    { "PAPERCONV_PLUGIN_PATH",
      "Directories with plugins, separated by colons, searched after those of --plugin-path." },
    { "TMPDIR",
      "Where a 7z archive is kept while it is read, when it does not come from a file of its "
      "own; otherwise /tmp." },
};

static const struct entry files[] = {
    { "DIR/input/NAME.so, DIR/filter/NAME.so, DIR/output/NAME.so",
      "The modules. DIR is searched in this order: --plugin-path, PAPERCONV_PLUGIN_PATH, "
      "~/.local/lib/paperconv/1, the directory that belongs to the program. The first module of a "
      "name counts. Modules that everybody may write to are refused." },
};

static const struct entry examples[] = {
    { "paperconv -o bibtex -w papers.bib trending.txt",
      "Write a feed as BibTeX. The name papers.bib alone would choose bibtex, too." },
    { "paperconv -f dedupe -f sort -s by=date -s reverse=true -o csv dumps.tar.zst",
      "Read all members of an archive, drop duplicates, and write the newest first." },
    { "curl -s https://example.org/feed.txt | paperconv -i trending -o ris -",
      "Convert a stream; a record is written as soon as the next one begins." },
    { "paperconv -q --report run.json -w all.jsonl listings/",
      "Convert a directory for another program, with an account of every record." },
};

/* Prints TEXT for troff, with every special character escaped. */
static void put(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '-':
            fputs("\\-", stdout);
            break;
        case '\\':
            fputs("\\e", stdout);
            break;
        case '\'':
            fputs("\\(aq", stdout);
            break;
        default:
            putchar(*text);
        }
    }
}

static void paragraph(const char *request, const char *text)
{
    puts(request);
    put(text);
    putchar('\n');
}

static void entries(const char *title, const struct entry *entry, size_t count)
{
    printf(".SH %s\n", title);
    for (; count > 0; count--, entry++) {
        if (entry->term != NULL) {
            fputs(".TP\n.B ", stdout);
            put(entry->term);
            paragraph("", entry->text);
        } else {
            paragraph(".PP", entry->text);
        }
    }
}

static void option(const struct option_line *o)
{
    fputs(".TP\n", stdout);
    if (o->letter != 0)
        printf("\\fB\\-%c\\fR, ", o->letter);
    fputs("\\fB\\-\\-", stdout);
    put(o->name);
    fputs("\\fR", stdout);
    if (o->argument != NULL) {
        fputs(" \\fI", stdout);
        put(o->argument);
        fputs("\\fR", stdout);
    }
    paragraph("", o->manual);
}

static void options(void)
{
    puts(".SH OPTIONS");
    for (size_t i = 0; i < OPTIONS_COUNT; i++) {
        const struct option_line *o = &options_table[i];

        if (i == 0 || o->group != o[-1].group)
            printf(".SS %s\n", group_titles[o->group]);
        option(o);
    }
}

int main(void)
{
    puts(".TH PAPERCONV 1 \"\" \"paperconv " PAPERCONV_VERSION "\" \"User Commands\"\n"
         ".SH NAME\n"
         "paperconv \\- convert listings of papers to bibliographic data\n"
         ".SH SYNOPSIS\n"
         ".B paperconv\n"
         "[\\fIOPTION\\fR]... [\\fIFILE\\fR|\\fIARCHIVE\\fR|\\fIDIRECTORY\\fR|\\-]...\n"
         ".br\n"
         ".B paperconv plugin list\n"
         "[\\-\\-json]\n"
         ".br\n"
         ".B paperconv plugin show\n"
         "\\fINAME\\fR [\\-\\-json | \\-\\-text \\fITEXT\\fR]\n"
         ".br\n"
         ".B paperconv plugin check\n"
         "\\fIFILE\\fR [\\-\\-samples \\fIDIR\\fR] [\\-s \\fIKEY\\fR=\\fIVALUE\\fR]... "
         "[\\-\\-json]\n"
         ".br\n"
         ".B paperconv plugin new\n"
         "input|filter|output \\fINAME\\fR [\\-\\-dir \\fIDIR\\fR]\n"
         ".SH DESCRIPTION");
    for (const char *const *text = description; *text != NULL; text++)
        paragraph(".PP", *text);
    options();
    entries("PLUGIN COMMANDS", commands, sizeof commands / sizeof commands[0]);
    entries("EXIT STATUS", statuses, sizeof statuses / sizeof statuses[0]);
    entries("ENVIRONMENT", environment, sizeof environment / sizeof environment[0]);
    entries("FILES", files, sizeof files / sizeof files[0]);
    entries("EXAMPLES", examples, sizeof examples / sizeof examples[0]);
    return fflush(stdout) != 0 || ferror(stdout);
}
