/* options_table.h - the table of options, from which command_line.c parses and from which --help and
 * the manual page are made. */
#ifndef PAPERCONV_HOST_CLI_OPTIONS_TABLE_H
#define PAPERCONV_HOST_CLI_OPTIONS_TABLE_H

#include <stddef.h>

enum option_group {
    GROUP_PLUGINS, /* this and those up to GROUP_RUN are for converting only */
    GROUP_INPUT,
    GROUP_OUTPUT,
    GROUP_RUN,
    GROUP_GENERAL, /* for converting and for plugin commands */
    GROUP_COMMANDS /* for plugin commands only */
};

enum option_id {
    OPTION_INPUT,
    OPTION_FILTER,
    OPTION_OUTPUT,
    OPTION_SET,
    OPTION_WRITE,
    OPTION_KEEP_PARTIAL,
    OPTION_MEMBERS,
    OPTION_FILES_FROM,
    OPTION_NULL,
    OPTION_UNKNOWN,
    OPTION_ENCODING,
    OPTION_JOBS,
    OPTION_SHARD,
    OPTION_SHARD_BY,
    OPTION_MERGE,
    OPTION_ON_ERROR,
    OPTION_STRICT,
    OPTION_LIMIT,
    OPTION_NO_SANDBOX,
    OPTION_DIAGNOSTICS,
    OPTION_REPORT,
    OPTION_PROGRESS,
    OPTION_PLUGIN_PATH,
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_JSON,
    OPTION_TEXT,
    OPTION_SAMPLES,
    OPTION_DIR
};

struct option_line {
    enum option_id id;
    enum option_group group;
    char letter;          /* 'i' for -i, or 0 */
    const char *name;     /* "input" for --input */
    const char *argument; /* its name in the help; NULL: the option takes none */
    const char *help;     /* at most 51 columns; NULL: the line of another option mentions it */
    const char *manual;   /* a paragraph of plain text for the manual page */
};

static const struct option_line options_table[] = {
    { OPTION_INPUT, GROUP_PLUGINS, 'i', "input", "NAME",
      "input plugin; default auto: detect the format",
      "Read every document with the input plugin NAME. The default, auto, shows the first 4 KiB of "
      "each document to every input plugin that uses nothing but documents, and takes the one that "
      "is most certain. A NAME that contains a slash is the path of a module." },
    { OPTION_FILTER, GROUP_PLUGINS, 'f', "filter", "NAME",
      "filter plugin; repeatable, applied in order",
      "Pass every record through the filter plugin NAME. May be given several times; the filters "
      "are applied in the order of the command line." },
    { OPTION_OUTPUT, GROUP_PLUGINS, 'o', "output", "NAME",
      "output plugin; default by -w's extension, or jsonl",
      "Write the records with the output plugin NAME. The default is the plugin for the "
      "extension of the file named by --write, with the option that this extension may stand for "
      "('paperconv plugin show NAME' tells), or else jsonl." },
    { OPTION_SET, GROUP_PLUGINS, 's', "set", "KEY=VALUE",
      "an option of the plugin named just before",
      "Set an option of the plugin named by the last --input, --filter or --output before it; "
      "'paperconv plugin show NAME' lists a plugin's options. After '-i auto' the option goes to "
      "every input plugin that has one of that name. When a KEY is set twice the last VALUE "
      "counts, unless the option is repeatable: then each adds one. In a KEY, - and _ are the "
      "same." },

    { OPTION_MEMBERS, GROUP_INPUT, 'm', "members", "GLOB",
      "only matching members and files; !GLOB excludes",
      "Of archives and directories read only the members and files that match GLOB; with !GLOB "
      "leave out those that match. May be given several times. A file named on the command line "
      "is always read. Hidden files, backup files (NAME~) and the folders of version control "
      "systems in a directory are always passed over; members of archives are not." },
    { OPTION_FILES_FROM, GROUP_INPUT, 0, "files-from", "FILE",
      "more inputs, one per line; -0, --null: NUL-ended",
      "Read further inputs from FILE, one a line; blank lines are skipped. With - the list is read "
      "from standard input. May be given several times, and takes its place in the order of the "
      "inputs." },
    { OPTION_NULL, GROUP_INPUT, '0', "null", NULL, NULL,
      "The inputs listed in the FILE of --files-from end with a NUL instead of a newline, as "
      "'find -print0' writes them." },
    { OPTION_UNKNOWN, GROUP_INPUT, 0, "unknown", "ACTION",
      "of unrecognised documents: fail (default) or skip",
      "What an unrecognised document in a directory or an archive means. With fail, the default, "
      "the run ends with status 1; with skip the document is only noted. A document named on the "
      "command line always fails." },
    { OPTION_ENCODING, GROUP_INPUT, 0, "encoding", "NAME", "encoding of the input; default UTF-8",
      "The input's encoding, by a name that iconv knows: ISO-8859-1, WINDOWS-1252. The default is "
      "UTF-8; UTF-16 and UTF-32 are recognised. UTF-8-TWICE reads UTF-8 that was taken "
      "for WINDOWS-1252 or ISO-8859-1 and encoded again." },

    { OPTION_WRITE, GROUP_OUTPUT, 'w', "write", "FILE",
      "write FILE as a whole; --keep-partial: FILE.partial",
      "Write to FILE, which changes only when the run ends with status 0, or with 1 and at least "
      "one record: until then the output is in a temporary file beside it. Symbolic links are "
      "followed and the file's mode "
      "is kept; what is not a regular file is written directly. With - or without this option the "
      "output goes to standard output." },
    { OPTION_KEEP_PARTIAL, GROUP_OUTPUT, 0, "keep-partial", NULL, NULL,
      "When the run fails, keep the records that were converted as FILE.partial beside the FILE of "
      "--write." },
    { OPTION_REPORT, GROUP_OUTPUT, 0, "report", "FILE",
      "write a report of the run to FILE, as JSON",
      "Write a report of the run to FILE, as JSON: every document with its metadata and its "
      "counts, "
      "the records read, written, rejected and filtered, the diagnostics by code, and the values "
      "that the output format could not carry." },

    { OPTION_JOBS, GROUP_RUN, 'j', "jobs", "N", "threads, 1 to 256; default 0: one per processor",
      "Use N threads, 1 to 256. The default, 0, is one for each processor that paperconv may use, "
      "and a single one when the inputs are small. The output does not depend on N." },
    { OPTION_SHARD, GROUP_RUN, 0, "shard", "K/N", "part K of N of a run; --shard-by UNIT; --merge",
      "Convert only the documents whose number, counted from 0, leaves K when divided by N; K is 0 "
      "to N-1. The records go to the file of --write as JSON Lines, and what --merge must know "
      "goes "
      "to a file of the same name with .shard behind it." },
    { OPTION_SHARD_BY, GROUP_RUN, 0, "shard-by", "UNIT", NULL,
      "What --shard counts: document counts every document, members of archives included, so that "
      "the shards share out what is in an archive; file counts files, so that no shard opens a "
      "file "
      "of another one. The default is file when a directory is named, or at least N files, and "
      "document otherwise." },
    { OPTION_MERGE, GROUP_RUN, 0, "merge", NULL, NULL,
      "The inputs are the parts that all N shards of a run wrote. The records are read side by "
      "side "
      "in the order that a single run has, so that the filters and the output get the same as in "
      "that run. A part that is missing, damaged or given twice is an error." },
    { OPTION_ON_ERROR, GROUP_RUN, 0, "on-error", "ACTION",
      "skip (default), stop, quarantine=FILE; --strict",
      "What to do with a record that cannot be converted: skip leaves it out (the default), stop "
      "ends the run with status 3, and quarantine=FILE leaves it out and keeps its bytes in FILE, "
      "its place and its diagnostics in FILE.jsonl, so that FILE can be corrected and read "
      "again." },
    { OPTION_STRICT, GROUP_RUN, 0, "strict", NULL, NULL,
      "End with status 1 also when there were only warnings." },
    { OPTION_LIMIT, GROUP_RUN, 0, "limit", "NAME=N",
      "set a resource limit; --no-sandbox: no sandbox",
      "Raise or lower a limit: line (bytes of a line, 1M), record (bytes of a document read for "
      "one record, 4M), output (bytes written for one record, 8M), members (of an archive, "
      "100000), member (bytes of a member or compressed "
      "file, unpacked, 16G), ratio (bytes unpacked for a byte of the file, 1000; a file that "
      "unpacks to 16M is never refused), depth (archives around an archive, 8), spool (bytes of "
      "an archive, or of a document read twice, that needs a temporary file, 1G), diagnostics (of "
      "one code, printed, 20), "
      "callback "
      "(seconds of processor time for one call into a plugin, 60). N is "
      "a number, with K, M or G for powers of 1024, or none. May be given several times." },
    { OPTION_NO_SANDBOX, GROUP_RUN, 0, "no-sandbox", NULL, NULL,
      "Switch the sandbox off. Without this option, where the kernel can do it, the program gives "
      "up, before it parses any input, every right that the run does not need: to open files other "
      "than its inputs and outputs, to use the network, to start programs." },
    { OPTION_DIAGNOSTICS, GROUP_RUN, 0, "diagnostics", "FORMAT",
      "text (default), json or github; --progress WHEN",
      "How diagnostics are printed on standard error: text is for people (the default), json is "
      "one JSON object per line, github is annotations for GitHub workflows." },
    { OPTION_PROGRESS, GROUP_RUN, 0, "progress", "WHEN", NULL,
      "Show a line of progress on standard error: auto only when that is a terminal (the default), "
      "always, or never." },

    { OPTION_PLUGIN_PATH, GROUP_GENERAL, 0, "plugin-path", "DIR",
      "look for plugins in DIR first; repeatable",
      "Look for plugins in DIR before all other places. May be given several times; the first DIR "
      "is searched first." },
    { OPTION_QUIET, GROUP_GENERAL, 'q', "quiet", NULL,
      "print errors only; -v, --verbose: details too",
      "Print only errors, no warnings, no notes, and not the last line, which says how many "
      "documents and records were converted. Everything is counted nevertheless." },
    { OPTION_VERBOSE, GROUP_GENERAL, 'v', "verbose", NULL, NULL,
      "Print details too, such as text that belongs to no record." },
    { OPTION_HELP, GROUP_GENERAL, 'h', "help", NULL, "this help; --version: the version",
      "Print one screen of help and exit." },
    { OPTION_VERSION, GROUP_GENERAL, 0, "version", NULL, NULL, "Print the version and exit." },

    { OPTION_JSON, GROUP_COMMANDS, 0, "json", NULL, NULL,
      "Print the list, the description or the results as JSON, complete enough to make a user "
      "interface from." },
    { OPTION_TEXT, GROUP_COMMANDS, 0, "text", "NAME", NULL,
      "Print the text called NAME that the plugin carries, such as a schema; 'plugin show' lists "
      "the names." },
    { OPTION_SAMPLES, GROUP_COMMANDS, 0, "samples", "DIR", NULL,
      "Have 'plugin check' show an input plugin every file in DIR, whole, in pieces and "
      "corrupted." },
    { OPTION_DIR, GROUP_COMMANDS, 0, "dir", "DIR", NULL,
      "Have 'plugin new' write the project to DIR, which must be empty or new, instead of a "
      "folder with the plugin's name." },
};

enum { OPTIONS_COUNT = sizeof options_table / sizeof options_table[0] };

#endif
